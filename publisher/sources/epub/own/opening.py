"""The opening and the foot of a part of ours (layouts/opening.j2), read back.

What is set there is metadata: kicker, headline, standfirst, credits, rights and source.
"""

import re

import msgspec

from publisher.document.document import Byline, Dateline, Meta
from publisher.document.nodes import Blocks, Inlines, InlineSpan, Paragraph, Text
from publisher.document.text import plain
from publisher.sources.epub.own.markup import below, child, has_class, words
from publisher.sources.html.blocks import flat
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.names import HEADINGS
from publisher.sources.html.tree import Element
from publisher.sources.plain_text.credits import read_date_line
from publisher.sources.plain_text.words import words_for

_NAMES = re.compile(r";\s*")


def read_opening(context: Context, part: Element, meta: Meta) -> Meta:
    """`meta` with what the opening and the foot of `part` say.

    A part that shows no title has it as its label.
    """
    opening, foot = child(part, "opening-block"), child(part, "foot")
    headline = next((one for one in part.walk() if _is_headline(one)), None)
    label = part.get("aria-label")
    title = _run(context, headline) if headline else ((Text(text=label),) if label else ())
    anchors = (context.ids.get(one.get("id")) for one in (headline, part) if one)
    meta = msgspec.structs.replace(
        meta,
        title=title,
        anchor=next(filter(None, anchors), None),
        rights=words(child(foot, "rights")) or None if foot else None,
        source=words(child(foot, "source")) or None if foot else None,
        byline=_bylines(part),
    )
    if opening is None:
        return meta
    kicker, standfirst = child(opening, "kicker"), child(opening, "standfirst")
    dateline = next(below(opening, "dateline"), None)
    filed = _dateline(dateline, meta.language) if dateline else None
    time = next((one for one in opening.walk() if one.name == "time"), None)
    date = time.get("datetime") if time else opening.get("data-date")
    return msgspec.structs.replace(
        meta,
        kicker=_run(context, kicker) if kicker and not has_class(kicker, "of-section") else (),
        standfirst=_run(context, standfirst) if standfirst else (),
        dateline=filed,
        date=date or (filed.date if filed else None),
    )


def _is_headline(element: Element) -> bool:
    return element.name in HEADINGS and has_class(element, "headline")


def _run(context: Context, element: Element) -> Inlines:
    return inlines(context, flat(element.children))


def _bylines(part: Element) -> tuple[Byline, ...]:
    """The lines of credits; further names in one of them are bylines without words of their own."""
    found: list[Byline] = []
    for line in part.walk():
        if line.name == "p" and (has_class(line, "byline") or has_class(line, "signed")):
            found += _byline(line)
    return tuple(found)


def _byline(line: Element) -> list[Byline]:
    shown = child(line, "role")
    role = words(shown) or line.get("data-role") or None
    said = [one for one in line.children if one is not shown]
    written = " ".join(
        "".join(one.text() if isinstance(one, Element) else one.text for one in said).split()
    )
    text = line.get("data-byline") or written
    names: list[str | None] = [one for one in _NAMES.split(line.get("data-names")) if one] or [None]
    place = line.get("data-place") or None
    first = Byline(text=text, name=names[0], role=role, place=place)
    return [first, *(Byline(text="", name=name) for name in names[1:])]


def run_in_dateline(blocks: Blocks, language: str) -> Dateline | None:
    """The dateline that is set in the first paragraph of `blocks`."""
    first = blocks[0] if blocks else None
    for inline in first.children if isinstance(first, Paragraph) else ():
        if isinstance(inline, InlineSpan) and inline.role == "dateline":
            filed = _filed(plain(inline.children), language)
            return msgspec.structs.replace(filed, run_in=True)
    return None


def _dateline(element: Element, language: str) -> Dateline:
    return _filed(words(element), language)


def _filed(text: str, language: str) -> Dateline:
    return read_date_line(text, words_for(language), language) or Dateline(text=text, place=text)


def about_article(meta: Meta, said: Meta) -> Meta:
    """What is known of a book that is one article: `meta`, and what its opening and foot `said`."""
    return msgspec.structs.replace(
        meta,
        title=said.title or meta.title,
        kicker=said.kicker,
        standfirst=said.standfirst,
        byline=said.byline or meta.byline,
        dateline=said.dateline,
        date=said.date or meta.date,
        # The description of a book is its standfirst, where it has no other.
        description=None if meta.description == plain(said.standfirst) else meta.description,
        rights=said.rights or meta.rights,
        source=said.source or meta.source,
    )
