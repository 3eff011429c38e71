"""Blocks of a file as its reader comes to them: both readers feed this.

A reader opens frames (a paragraph, a heading, a note), adds text, and closes them; what stands
between two edges of frames is a block. Links inside are looked up once all blocks are known.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from publisher.checks.parity.content import Kind, ObjectKind, Place
from publisher.checks.parity.normal import BREAK, OBJECTS

FrameKind = Literal[
    "passage",
    "heading",
    "item",
    "caption",
    "code",
    "note",
    "apart",
    "index",
    "table",
    "row",
    "cell",
]


class RawLink:
    """A link as it is written: an address outside, or a name of a place inside."""

    def __init__(self, url: str | None, destination: object = None) -> None:
        self.url = url
        self.destination = destination


class Piece:
    """A stretch of text with one language; or a picture or formula, with the words for it."""

    __slots__ = ("code", "kind", "language", "link", "text", "words")

    def __init__(self, text: str, language: str, link: RawLink | None, code: bool) -> None:
        self.text = text
        self.language = language
        self.link = link
        self.code = code
        self.kind: ObjectKind | None = None
        self.words: str | None = None


class RawBlock:
    """A block whose links lead to names.

    The cells of `rows` are numbers of pieces, the first and the one after the last, and whether
    they are headers. `pages` are those that the block begins on, again and again if it is a table.
    """

    def __init__(self, kind: Kind, place: Place) -> None:
        self.kind: Kind = kind
        self.place = place
        self.level = 0
        self.note: int | None = None
        self.apart = False
        self.index = False
        self.pieces: list[Piece] = []
        self.rows: list[list[tuple[int, int, bool]]] = []
        self.pages: list[int | None] = [place.page]


class _Frame:
    def __init__(self, kind: FrameKind, level: int) -> None:
        self.kind = kind
        self.level = level
        self.used = False


class Builder:
    """Takes what a file holds in order. `code` and `link` are set while inside such a thing."""

    def __init__(self) -> None:
        self.blocks: list[RawBlock] = []
        self.code = False
        self.link: RawLink | None = None
        self._frames: list[_Frame] = []
        self._pieces: list[Piece] = []
        self._place: Place | None = None
        self._notes = 0
        self._note: int | None = None
        self._table: RawBlock | None = None
        self._cell: tuple[int, bool] | None = None
        self._resumed: int | None = None

    @property
    def next(self) -> int:
        """The number of the block that is being filled."""
        return len(self.blocks) if self._resumed is None else self._resumed

    @property
    def pieces(self) -> list[Piece]:
        """What the block that is being filled holds so far."""
        return self._pieces

    def text(self, text: str, place: Place, language: str) -> None:
        """Adds characters, normalised, to the block that is open."""
        self._place = self._place or place
        self._pieces.append(Piece(text, language, self.link, self.code))

    def object(self, kind: ObjectKind, words: str | None, place: Place, language: str) -> None:
        """Adds a picture or a formula."""
        self.text(OBJECTS[kind], place, language)
        self._pieces[-1].kind, self._pieces[-1].words = kind, words

    @contextmanager
    def frame(self, kind: FrameKind, place: Place, *, level: int = 0) -> Iterator[None]:
        """What is added inside is in a frame: `level` is a heading's, 1 for a cell that heads."""
        if kind == "note" and self._note is None and self._pieces and self._cell is None:
            with self._interrupted(place):
                yield
            return
        if kind in ("passage", "heading") and self._is_inside("heading"):
            self._part()
            yield
            self._part()
            return
        self._flush()
        inner = (self._table, self._cell) if kind in ("table", "row", "cell") else None
        outer = self._note
        if kind == "note" and outer is None:
            self._note, self._notes = self._notes, self._notes + 1
        if inner is not None:
            self._open_table(kind, place, heads=bool(level))
        self._frames.append(_Frame(kind, level))
        yield
        self._flush()
        self._frames.pop()
        self._note = outer
        if inner is not None:
            self._close_table(kind, inner)

    def _part(self) -> None:
        """Ends a line inside a heading: its lines may be blocks, and it is one text."""
        if self._pieces and self._pieces[-1].text != BREAK:
            self._pieces.append(Piece(BREAK, self._pieces[-1].language, None, code=False))

    @contextmanager
    def _interrupted(self, place: Place) -> Iterator[None]:
        """A note inside a paragraph, which goes on behind it and keeps the number that it has."""
        number = self.next
        if self._resumed is None:
            self.blocks.append(RawBlock("passage", place))
        stored = self._pieces, self._place
        self._pieces, self._place, self._resumed = [], None, None
        with self.frame("note", place):
            yield
        self._pieces, self._place = stored
        self._resumed = number

    def _open_table(self, kind: FrameKind, place: Place, *, heads: bool) -> None:
        if self._cell is not None:
            return  # a table in a cell: its words are the cell's
        if kind == "table":
            self._table = RawBlock("table", place)
            self._table.note = self._note
        elif kind == "row" and self._table:
            self._table.rows.append([])
        elif kind == "cell" and self._table and self._table.rows:
            self._cell = (len(self._table.pieces), heads)

    def _close_table(
        self, kind: FrameKind, before: tuple[RawBlock | None, tuple[int, bool] | None]
    ) -> None:
        table, cell = before
        if kind == "cell" and cell is None and self._cell is not None and self._table is not None:
            first, heads = self._cell
            self._table.rows[-1].append((first, len(self._table.pieces), heads))
            self._cell = None
        elif kind == "table" and cell is None and self._table is not None:
            done, self._table = self._table, table
            done.apart = self._is_inside("apart")
            if any(done.rows):
                self._add(done)

    def _flush(self) -> None:
        """Makes a block of what was added since the last edge of a frame."""
        pieces, place = self._pieces, self._place
        self._pieces, self._place = [], None
        if place is None or not any(piece.text.strip() for piece in pieces):
            self._resumed = None
            return
        if self._cell is not None and self._table is not None:
            self._table.pieces += [*pieces, Piece(" ", pieces[-1].language, None, code=False)]
            return
        kind, level = self._kind()
        if kind == "passage" and all(piece.code or not piece.text.strip() for piece in pieces):
            kind = "code"
        block = RawBlock(kind, place)
        block.level, block.note = level, self._note
        block.apart, block.index = self._is_inside("apart"), self._is_inside("index")
        block.pieces = pieces
        self._add(block)

    def _add(self, block: RawBlock) -> None:
        if self._resumed is None:
            self.blocks.append(block)
        else:
            self.blocks[self._resumed] = block
            self._resumed = None

    def _is_inside(self, kind: FrameKind) -> bool:
        return any(frame.kind == kind for frame in self._frames)

    def _kind(self) -> tuple[Kind, int]:
        """What the frames around make of a block: the first in an item is the item."""
        for frame in reversed(self._frames):
            if frame.kind in ("heading", "caption", "code"):
                return frame.kind, frame.level
            if frame.kind == "item":
                if frame.used:
                    return "passage", 0
                frame.used = True
                return "item", 0
            if frame.kind in ("note", "cell"):
                break
        return "passage", 0
