"""What classes and keys make of a block: a part of a letter, a kind of quotation, counted lines."""

import re
from typing import Any

import msgspec

from publisher.document.nodes import Block, InlineSpan, Paragraph, Quote, Text, Verse
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.turns import DIRECTION
from publisher.span import Span

QUOTES = {
    "letter": "letter",
    "diary": "diary",
    "telegram": "telegram",
    "sign": "sign",
    "cutting": "cutting",
    "newspaper": "cutting",
    "inscription": "inscription",
    "epigraph": "epigraph",
    "dedication": "dedication",
}
"""The role of a quotation by the name of its container, or its class."""
PARAGRAPHS = frozenset(
    ("sender", "recipient", "dateline", "salutation", "valediction", "signature", "postscript")
) | frozenset((DIRECTION,))
"""The roles of paragraphs, by the class of all their words."""
EVERY = 5
"""Which lines of verse show their number, where nothing else is said."""
VERSE = ("numbered", "start", "title")
"""Classes and keys that say something of verse."""

_NUMBER = re.compile(r"[0-9]{1,6}", re.ASCII)


def paragraph(made: Paragraph) -> Paragraph:
    """`made` with the role that a span around all of it has, in place of the span."""
    span = made.children[0] if len(made.children) == 1 else None
    if not isinstance(span, InlineSpan) or span.role not in PARAGRAPHS:
        return made
    return msgspec.structs.replace(
        made,
        children=span.children,
        role=span.role,
        id=span.id,
        language=span.language,
        direction=span.direction,
    )


def with_attributes(page: Page, block: Block, given: Attributes) -> Block:
    """`block` with the attributes that stood on the line above it; what has no effect is told."""
    fields: dict[str, Any] = {}
    used: tuple[str, ...] = ()
    if isinstance(block, Paragraph | Quote):
        used = tuple(name for name in given.classes if name in _ROLES[type(block)])[:1]
        if used:
            fields["role"] = QUOTES.get(used[0], used[0])
    elif isinstance(block, Verse):
        used, fields = VERSE, verse(page, given, block.span)
    fields |= page.fields(given, block.span, *used)
    return msgspec.structs.replace(block, **fields) if fields else block


_ROLES: dict[type, Any] = {Paragraph: PARAGRAPHS, Quote: QUOTES}


def verse(page: Page, given: Attributes, span: Span | None) -> dict[str, Any]:
    """The fields of verse that attributes fill: its title, and which of its lines are counted."""
    fields: dict[str, Any] = {}
    if words := given.values.get("title"):
        place = page.find(words, span) if span else None
        fields["title"] = (Text(text=page.clean(words), span=place or span),)
    every, start = given.values.get("numbered", ""), given.values.get("start", "")
    for key, value in (("numbered", every), ("start", start)):
        if value and not _NUMBER.fullmatch(value):
            page.report("MKD013", span, what=f"{key}={value}")
    if "numbered" in given.classes or every:
        fields["numbered"] = int(every) if _NUMBER.fullmatch(every) else EVERY
    if _NUMBER.fullmatch(start):
        fields["start"] = int(start)
    return fields
