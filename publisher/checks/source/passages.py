"""The words of a document as the checks on sources read them: in passages, each with its place.

A passage is one run of inlines, or the lines of a code block. What is not prose in it (code, an
address, a picture) is hidden from the checks that judge words, its length kept, so that an
offset into the passage is an offset into what the source says.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import get_args

import msgspec

from publisher.document.addresses import ADDRESS
from publisher.document.document import Document
from publisher.document.nodes import (
    Block,
    CodeBlock,
    Inline,
    InlineCode,
    InlineMath,
    Inlines,
    LineBreak,
    Node,
    Table,
    Text,
    Verse,
)
from publisher.document.text import NOT_TEXT, leaves
from publisher.sources import Reading
from publisher.span import Span

_INLINE_TYPES = get_args(Inline)
_BLOCK_TYPES = get_args(Block)


class Piece(msgspec.Struct, frozen=True):
    """A leaf of a passage that holds characters, and where it begins in the passage."""

    start: int
    text: str
    span: Span | None


class Passage(msgspec.Struct, frozen=True):
    """Words that belong together. `text` is their prose, `whole` has code and addresses as well.

    `kind` is the name of the node that they stand in, `container` tells blocks of one sequence
    from those of another.
    """

    text: str
    whole: str
    kind: str
    container: int
    language: str
    pieces: tuple[Piece, ...]


class Subject(msgspec.Struct, frozen=True):
    """What a check is given: the reading of a source, and its passages in order."""

    reading: Reading
    passages: tuple[Passage, ...]

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document

    @property
    def prose(self) -> Iterator[Passage]:
        """The passages that are not code."""
        return (passage for passage in self.passages if passage.kind != "code")

    def place(self, passage: Passage, start: int, end: int) -> Span | None:
        """Where characters `start` to `end` of `passage` stand in the source, if that is known."""
        first = _piece(passage, start)
        last = _piece(passage, max(start, end - 1))
        if first is None or last is None or first.span is None or last.span is None:
            return None
        source_map = self.reading.source_map
        begin = source_map.within(first.span, start - first.start, start - first.start)
        stop = source_map.within(last.span, start - last.start, end - last.start)
        return msgspec.structs.replace(begin, end_line=stop.end_line, end_column=stop.end_column)

    def offsets(self, place: Span) -> tuple[int, int]:
        """The characters of the source that `place` spans, counted from 0."""
        source_map = self.reading.source_map
        return (
            source_map.offset_of(place.line, place.column),
            source_map.offset_of(place.end_line, place.end_column),
        )


def _piece(passage: Passage, offset: int) -> Piece | None:
    at = bisect_right(passage.pieces, offset, key=lambda piece: piece.start) - 1
    return passage.pieces[at] if at >= 0 else None


def subject_of(reading: Reading) -> Subject:
    """What the checks read in `reading`."""
    return Subject(reading, tuple(_passages(reading.document)))


def _passages(document: Document) -> Iterator[Passage]:
    walk = _Walk()
    yield from walk.within(document.meta, "meta", document.meta.language)
    yield from walk.value(document.blocks, "", document.meta.language)
    for note in document.notes.values():
        yield from walk.value(note, "note", document.meta.language)


class _Walk:
    """One way through a document, in reading order, that numbers the sequences of its blocks."""

    def __init__(self) -> None:
        self._container = 0
        self._containers = 0

    def within(self, node: msgspec.Struct, kind: str, language: str) -> Iterator[Passage]:
        """The passages in the fields of `node`."""
        for name in node.__struct_fields__:
            yield from self.value(getattr(node, name), kind, language)

    def value(self, value: object, kind: str, language: str) -> Iterator[Passage]:
        """The passages in a field: a run of inlines, a sequence of blocks, or parts of a node."""
        if isinstance(value, tuple) and value:
            if isinstance(value[0], _INLINE_TYPES):
                yield _passage((value,), kind, self._container, language)
                return
            outside = self._container
            if isinstance(value[0], _BLOCK_TYPES):
                self._containers += 1
                self._container = self._containers
            for item in value:
                yield from self.value(item, kind, language)
            self._container = outside
        elif isinstance(value, Node):
            yield from self._node(value, value.language or language)
        elif isinstance(value, msgspec.Struct):
            yield from self.within(value, kind, language)

    def _node(self, node: Node, language: str) -> Iterator[Passage]:
        kind = str(node.__struct_config__.tag)
        if isinstance(node, CodeBlock):
            piece = Piece(0, node.text, node.span)
            hidden = NOT_TEXT * len(node.text)
            yield Passage(hidden, node.text, kind, self._container, language, (piece,))
        elif isinstance(node, Verse):  # a sentence runs on over its lines
            lines = tuple(line.children for stanza in node.stanzas for line in stanza)
            yield _passage(lines, kind, self._container, language)
        elif isinstance(node, Table):
            for passage in self.within(node, kind, language):
                yield msgspec.structs.replace(passage, kind=kind)
        else:
            yield from self.within(node, kind, language)


def _passage(runs: tuple[Inlines, ...], kind: str, container: int, language: str) -> Passage:
    pieces: list[Piece] = []
    text, whole = [], []
    length = 0
    for number, run in enumerate(runs):
        for leaf in (*([LineBreak()] if number else []), *leaves(run)):
            characters, shown = _read(leaf)
            if isinstance(leaf, Text | InlineCode):
                pieces.append(Piece(length, characters, leaf.span))
            length += len(characters)
            whole.append(characters)
            text.append(shown)
    return Passage("".join(text), "".join(whole), kind, container, language, tuple(pieces))


def _read(leaf: Inline) -> tuple[str, str]:
    """The characters of a leaf, and what the checks on words see of them."""
    if isinstance(leaf, Text):
        return leaf.text, ADDRESS.sub(lambda found: NOT_TEXT * len(found[0]), leaf.text)
    if isinstance(leaf, InlineCode | InlineMath):
        return leaf.text, NOT_TEXT * len(leaf.text)
    if isinstance(leaf, LineBreak):
        return "\n", "\n"
    return NOT_TEXT, NOT_TEXT
