"""The first words of a text, marked so that a theme can set them apart.

The words may stand in small capitals, their first letter in several lines. A theme says whether.
"""

import re
import unicodedata

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import Inlines, InlineSpan, Paragraph, Text
from publisher.document.text import map_runs, plain
from publisher.publication.anchors import nodes
from publisher.publication.directions import with_directions
from publisher.publication.publication import Part
from publisher.typography.addresses import mark_addresses, marked_addresses

OPENING = "opening"
"""The role of the span around the first words."""

_OPENED = frozenset(
    ("article", "editorial", "chapter", "foreword", "preface", "introduction", "prologue")
) | frozenset(("epilogue", "conclusion", "afterword", "acknowledgements"))
"""Parts whose first words open them; a dedication, a glossary, an appendix begin quietly."""

WITH_INITIAL, INITIAL = "with-initial", "initial"
"""The role of a paragraph whose first letter may drop, and of the span around that letter."""

_BESIDE = 240
"""How many characters a paragraph has that stands beside a letter of three lines."""
_INITIAL = re.compile(
    r"([“„«‹‘‚\"']{0,2}[\u00a0\u202f]?)([^\W\d_][\u0300-\u036f]*)(?=[^\W\d_]|[’'\s])(\S*)"
)
"""Marks, a letter that may drop, and the rest of its word."""
_SHORTEST, _LONGEST = 10, 28
"""How many characters of the first paragraph are set apart: whole words, at least and at most."""
_LEFT = 40
"""How much of the paragraph has to follow in the usual letters."""
# Words up to the first mark that ends or parts a sentence: small capitals do not run over it.
_WORDS = re.compile(r"[^\s.,;:!?…“”„«»\"()\[\]–—]+(?:\s[^\s.,;:!?…“”„«»\"()\[\]–—]+)*")


def mark_part(part: Part) -> Part:
    """`part` as both media print it: its opening marked, every address, every direction in it."""
    document, notes = part.document, part.notes
    if any(node.language for node in nodes((document, notes))):
        around = document.meta.direction
        blocks = with_directions(document.blocks, around)
        document = msgspec.structs.replace(document, blocks=blocks)
        notes = with_directions(notes, around)
    document = mark_addresses(document)
    if part.role in _OPENED:
        document = mark_first_paragraph(mark_opening(document))
    notes = tuple(map_runs(note, marked_addresses) for note in notes)
    return msgspec.structs.replace(part, document=document, notes=notes)


def mark_opening(document: Document) -> Document:
    """`document` with the first words of its first paragraph in a span with the role `opening`.

    A paragraph that starts with other than plain words (a quotation, a figure, a link) stays
    as it is.
    """
    if not document.blocks or not isinstance(first := document.blocks[0], Paragraph):
        return document
    if not first.children or not isinstance(leaf := first.children[0], Text):
        return document
    length = _opening_length(leaf.text)
    if not length or len(plain(first.children)) - length < _LEFT:
        return document
    start = InlineSpan(
        role=OPENING, children=(msgspec.structs.replace(leaf, text=leaf.text[:length]),)
    )
    rest = msgspec.structs.replace(leaf, text=leaf.text[length:])
    opened = msgspec.structs.replace(first, children=(start, rest, *first.children[1:]))
    return msgspec.structs.replace(document, blocks=(opened, *document.blocks[1:]))


def mark_first_paragraph(document: Document) -> Document:
    """`document` with the role `with-initial` on its first paragraph, where a letter may drop.

    It may in a paragraph that runs from left to right, is long enough to stand beside the letter,
    and begins with a letter that has a capital form, or with a quotation mark and such a letter.
    """
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, Paragraph) or first.role or _direction(document, first) == "rtl":
        return document
    if not _initial(first.children) or len(plain(first.children)) < _BESIDE:
        return document
    opened = msgspec.structs.replace(first, role=WITH_INITIAL)
    return msgspec.structs.replace(document, blocks=(opened, *document.blocks[1:]))


def raise_initial(document: Document) -> Document:
    """`document` with the letter that may drop in a span with the role `initial`.

    A quotation mark before it is in that span, too, in one with the role `initial-mark`: it hangs
    beside the letter. This is for media that cannot style a first letter by themselves.
    """
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, Paragraph) or first.role != WITH_INITIAL:
        return document
    opened = msgspec.structs.replace(first, children=_with_initial(first.children))
    return msgspec.structs.replace(document, blocks=(opened, *document.blocks[1:]))


def _direction(document: Document, paragraph: Paragraph) -> str:
    return paragraph.direction or document.meta.direction


def _initial(run: Inlines) -> re.Match[str] | None:
    """The marks and the letter that a run begins with."""
    leaf = run[0] if run else None
    if isinstance(leaf, InlineSpan) and leaf.role == OPENING and not leaf.language:
        return _initial(leaf.children)
    found = _INITIAL.match(leaf.text) if isinstance(leaf, Text) else None
    letter = unicodedata.normalize("NFC", found[2])[0] if found else ""
    return found if letter.upper() != letter.lower() else None


def _with_initial(run: Inlines) -> Inlines:
    leaf, found = run[0], _initial(run)
    if isinstance(leaf, InlineSpan):
        return (msgspec.structs.replace(leaf, children=_with_initial(leaf.children)), *run[1:])
    if not isinstance(leaf, Text) or not found:
        return run
    mark = (
        (InlineSpan(role=f"{INITIAL}-mark", children=(Text(text=found[1]),)),) if found[1] else ()
    )
    letter = InlineSpan(role=INITIAL, children=(*mark, Text(text=found[2])))
    # In one span with the rest of its word, the letter is in one element of a PDF with it, too.
    word = InlineSpan(role=f"{INITIAL}-word", children=(letter, Text(text=found[3])))
    return (word, msgspec.structs.replace(leaf, text=leaf.text[found.end() :]), *run[1:])


def _opening_length(text: str) -> int:
    found = _WORDS.match(text[: _LONGEST + 30])
    if not found or not text[0].isalpha() or text[0].upper() == text[0].lower():
        return 0
    words = found[0]
    for end in (space.start() for space in re.finditer(r"\s", words)):
        inside_name = words[:end].split()[-1][0].isupper() and words[end + 1].isupper()
        if end >= _SHORTEST and not inside_name:
            return end if end <= _LONGEST else 0
    return len(words) if _SHORTEST <= len(words) <= _LONGEST else 0
