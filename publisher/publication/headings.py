"""What stands over a part: its number, and the levels of the headings below it."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.configuration.publication import Numbering, Numerals, Role
from publisher.document.document import Document
from publisher.document.nodes import Heading, Inlines, Text
from publisher.publication.labels import NO_BREAK_SPACE, Kind, Label, in_language
from publisher.publication.manuscript import Manuscript
from publisher.publication.numerals import letter, roman, spelled
from publisher.terms import Terms

_KINDS: dict[Role, Kind] = {"part": "part", "chapter": "chapter", "appendix": "appendix"}


def number_parts(
    parts: Sequence[Manuscript], scheme: Numbering, language: str
) -> Iterator[Label | None]:
    """How the text refers to each part; None for one that has no title.

    Chapters are counted through all divisions, appendices in letters where chapters have numbers.
    A division in another one has no number. Words for numbers are in `language`; raises
    PublisherError as `spelled` does.
    """
    counts: dict[Kind, int] = {}
    for part in parts:
        kind = _KINDS.get(part.role)
        number = words = None
        if kind and not (kind == "part" and part.depth):
            counts[kind] = counts.get(kind, 0) + 1
            number = _written(counts[kind], kind, scheme)
            if kind != "appendix" and _numerals(kind, scheme) == "words":
                words = spelled(counts[kind], language)
        title = part.document.meta.title
        yield Label(kind, number, title, words) if title or number else None


def _numerals(kind: Kind, scheme: Numbering) -> Numerals:
    return scheme.parts if kind == "part" else scheme.chapters


def _written(count: int, kind: Kind, scheme: Numbering) -> str | None:
    numerals = _numerals(kind, scheme)
    if numerals == "none":
        return None
    if kind == "appendix":
        return letter(count)
    return roman(count) if numerals == "roman" else str(count)


def label_words(label: Label | None, terms: Terms, language: str) -> Inlines:
    """What goes before a part's title: "Chapter 3"; nothing where it has no number."""
    if label is None or label.number is None or label.kind is None:
        return ()
    words = f"{getattr(terms, label.kind)}{NO_BREAK_SPACE}{label.words or label.number}"
    return in_language((Text(text=words),), terms.foreign_to(language))


def lowered(document: Document, depth: int) -> Document:
    """`document` with its headings `depth` levels further down."""
    if depth == 0:
        return document
    blocks = tuple(
        msgspec.structs.replace(block, level=block.level + depth)
        if isinstance(block, Heading)
        else block
        for block in document.blocks
    )
    return msgspec.structs.replace(document, blocks=blocks)
