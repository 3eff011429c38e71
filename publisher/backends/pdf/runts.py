"""The last words of a paragraph held together, so that none ends on a line of one short word."""

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import Inline, InlineSpan, Paragraph, Text

TAIL = "tail"
"""The role of the span that does not break."""

_SHORTEST, _LONGEST = 6, 18
"""How many characters at a paragraph's end are held, at least and at most."""


def hold_last_words(document: Document) -> Document:
    """`document` with the end of each of its paragraphs in a span with the role `tail`."""
    blocks = tuple(
        msgspec.structs.replace(block, children=_held(block.children))
        if isinstance(block, Paragraph)
        else block
        for block in document.blocks
    )
    return msgspec.structs.replace(document, blocks=blocks)


def _held(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not inlines or not isinstance(last := inlines[-1], Text):
        return inlines
    start = last.text.rfind(" ", 0, len(last.text) - _SHORTEST) + 1
    if start == 0 or len(last.text) - start > _LONGEST:
        return inlines
    tail = msgspec.structs.replace(last, text=last.text[start:])
    rest = msgspec.structs.replace(last, text=last.text[:start])
    return (*inlines[:-1], rest, InlineSpan(role=TAIL, children=(tail,)))
