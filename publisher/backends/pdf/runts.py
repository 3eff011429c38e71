"""The last words of a paragraph held together, so that none ends on a line of one short word.

The last word of a text is held in any case: a theme may set a sign behind it.
"""

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import (
    IndexMark,
    Inline,
    Inlines,
    InlineSpan,
    NoteRef,
    Paragraph,
    Text,
)

TAIL = "tail"
"""The role of the span that does not break."""

_SHORTEST, _LONGEST = 6, 18
"""How many characters at a paragraph's end are held, at least and at most."""
_LONGEST_WORD = 30
"""How many a word may have that is held to the sign behind it; a longer one may have to break."""


def hold_last_words(document: Document) -> Document:
    """`document` with the end of each of its paragraphs in a span with the role `tail`."""
    last = document.blocks[-1] if document.blocks else None
    blocks = tuple(
        msgspec.structs.replace(block, children=_ended(block.children, block is last))
        if isinstance(block, Paragraph)
        else block
        for block in document.blocks
    )
    return msgspec.structs.replace(document, blocks=blocks)


def _ended(inlines: Inlines, last: bool) -> Inlines:
    held = _held(inlines)
    return _with_word_held(inlines) if last and held == inlines else held


def _held(inlines: Inlines) -> Inlines:
    if not inlines or not isinstance(last := inlines[-1], Text):
        return inlines
    start = last.text.rfind(" ", 0, len(last.text) - _SHORTEST) + 1
    if start == 0 or len(last.text) - start > _LONGEST:
        return inlines
    tail = msgspec.structs.replace(last, text=last.text[start:])
    rest = msgspec.structs.replace(last, text=last.text[:start])
    return (*inlines[:-1], rest, InlineSpan(role=TAIL, children=(tail,)))


def _with_word_held(inlines: Inlines) -> Inlines:
    """The last word in a span with the role `tail`, in what marks it, calls of notes behind it."""
    end = len(inlines)
    while end and isinstance(inlines[end - 1], NoteRef | IndexMark):
        end -= 1
    if not end:
        return inlines
    before, node, behind = inlines[: end - 1], inlines[end - 1], inlines[end:]
    if isinstance(node, Text):
        start = node.text.rstrip().rfind(" ") + 1
        word = msgspec.structs.replace(node, text=node.text[start:])
        rest: Inlines = (msgspec.structs.replace(node, text=node.text[:start]),) if start else ()
        if len(word.text) > _LONGEST_WORD:
            return inlines
        return (*before, *rest, InlineSpan(role=TAIL, children=(word, *behind)))
    children: tuple[Inline, ...] | None = getattr(node, "children", None)
    if not children or behind:
        return inlines
    return (*before, msgspec.structs.replace(node, children=_with_word_held(children)))
