"""The first words of an article, marked so that a theme can set them in small capitals."""

import re

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import InlineSpan, Paragraph, Text
from publisher.document.text import map_runs, plain
from publisher.publication.publication import Part, Publication
from publisher.typography.addresses import mark_addresses, marked_addresses

OPENING = "opening"
"""The role of the span around the first words."""

_OPENED = frozenset(
    ("article", "editorial", "chapter", "foreword", "preface", "introduction", "prologue")
) | frozenset(("epilogue", "conclusion", "afterword", "acknowledgements"))
"""Parts whose first words open them; a dedication, a glossary, an appendix begin quietly."""

_SHORTEST, _LONGEST = 10, 28
"""How many characters of the first paragraph are set apart: whole words, at least and at most."""
_LEFT = 40
"""How much of the paragraph has to follow in the usual letters."""
# Words up to the first mark that ends or parts a sentence: small capitals do not run over it.
_WORDS = re.compile(r"[^\s.,;:!?…“”„«»\"()\[\]–—]+(?:\s[^\s.,;:!?…“”„«»\"()\[\]–—]+)*")


_TITLED = frozenset(("half-title", "title-page"))
"""Pages that show the title of the work."""


def mark_part(part: Part, publication: Publication) -> Part:
    """`part` as both media print it: its opening marked, and every address in it.

    The title of a title page is that of the work, not the name of the page.
    """
    document = mark_addresses(part.document)
    if part.role in _TITLED:
        meta = msgspec.structs.replace(document.meta, title=(Text(text=publication.title),))
        document = msgspec.structs.replace(document, meta=meta)
    if part.role in _OPENED:
        document = mark_opening(document)
    notes = tuple(map_runs(note, marked_addresses) for note in part.notes)
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
