"""Where an item was filed: the place that a field names, or the dateline that opens the text."""

import msgspec

from publisher.document.document import Dateline
from publisher.document.nodes import Blocks, Paragraph
from publisher.document.text import plain
from publisher.sources.plain_text.dateline import run_in
from publisher.sources.plain_text.lines import split_lines
from publisher.sources.plain_text.sheet import make_sheet

_HEAD = 200
"""Characters of the first paragraph that are looked at."""


def with_dateline(located: str | None, blocks: Blocks, language: str) -> Dateline | None:
    """The dateline of an item whose field says that it was `located` somewhere.

    One that the first paragraph opens with is set there, and stands only once.
    """
    place = located.strip() if located else None
    first = next((block for block in blocks if isinstance(block, Paragraph)), None)
    text = plain(first.children)[:_HEAD] if first else ""
    if text and "\n" not in text:
        opening = run_in(text, make_sheet(split_lines(text), language, {}))
        if opening:
            found = opening.dateline
            return msgspec.structs.replace(found, place=found.place or place)
    return Dateline(text=place, place=place) if place else None
