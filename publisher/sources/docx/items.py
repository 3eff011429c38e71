"""What a story consists of before its paragraphs have roles: paragraphs, tables, boxes."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.document.nodes import Image, InlineMath
from publisher.sources.docx.numbering import Place
from publisher.sources.docx.pieces import Pieces, words
from publisher.sources.docx.styles import Role


class Para(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph: its number, what stands in it, and what the file says of it."""

    line: int
    pieces: Pieces
    style: str | None = None
    role: Role | None = None
    place: Place | None = None
    centred: bool = False
    rtl: bool = False
    rule: bool = False
    made: bool = False
    anchors: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return words(self.pieces)

    @property
    def images(self) -> tuple[Image, ...]:
        """Its pictures."""
        return tuple(piece.leaf for piece in self.pieces if isinstance(piece.leaf, Image))

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to see or to follow."""
        return not self.pieces or (
            not self.text.strip() and all(hasattr(piece.leaf, "text") for piece in self.pieces)
        )

    @property
    def formula(self) -> InlineMath | None:
        """The formula that stands in it alone."""
        leaves = [piece.leaf for piece in self.pieces if piece.leaf]
        only = leaves[0] if len(leaves) == 1 else None
        return only if isinstance(only, InlineMath) else None


class GridCell(msgspec.Struct, frozen=True):
    """One cell, over so many columns and rows."""

    items: tuple["Item", ...]
    colspan: int = 1
    rowspan: int = 1


class Grid(msgspec.Struct, frozen=True):
    """A table; its first `head` rows are its head, for a `reason`."""

    rows: tuple[tuple[GridCell, ...], ...]
    head: int = 0
    reason: str = ""
    rtl: bool = False


class Box(msgspec.Struct, frozen=True):
    """A text box, read after the paragraph that it is anchored in."""

    items: tuple["Item", ...]


Item = Para | Grid | Box


def paragraphs(items: Sequence[Item]) -> Iterator[Para]:
    """The paragraphs of items, those in tables and boxes with them, in order."""
    for item in items:
        if isinstance(item, Para):
            yield item
        elif isinstance(item, Box):
            yield from paragraphs(item.items)
        else:
            for row in item.rows:
                for cell in row:
                    yield from paragraphs(cell.items)
