"""What a reader gets out of a file, whatever its format: metadata, contents, blocks in order.

Both readers make one of these, and only these are compared. Texts are normalised already as
`normal.py` says.
"""

from typing import Literal

import msgspec

from publisher.document.document import Meta
from publisher.span import Span

Kind = Literal["passage", "heading", "item", "caption", "table", "code"]
ObjectKind = Literal["figure", "formula"]


class Place(msgspec.Struct, frozen=True):
    """Where something stands: a line of a content document, or a page of a PDF, from 1."""

    file: str
    line: int = 1
    page: int | None = None

    @property
    def span(self) -> Span:
        """The place as diagnostics have it; a PDF has no lines, so it is the whole file there."""
        return Span(self.file, self.line, 1, self.line, 1)

    def __str__(self) -> str:
        if self.page is not None:
            return f"{self.file}, page {self.page}"
        return f"{self.file}, line {self.line}"


class Link(msgspec.Struct, frozen=True):
    """A link on the characters from `start` to `end` of its block.

    It leads to an address `url`, or to the block with the number `target`; neither is known of one
    that leads nowhere. `folio` is the number of the page that it leads to. A `locator` is the
    number that an index has for a place: it is no part of the text. It may stand for all from
    there up to the block `last`.
    """

    start: int
    end: int
    url: str | None = None
    target: int | None = None
    folio: str | None = None
    locator: str | None = None
    last: int | None = None

    def words(self, text: str) -> str:
        """What the link says: the characters of `text`, its block's, or its number."""
        return self.locator or text[self.start : self.end]


class Call(msgspec.Struct, frozen=True):
    """The call of a note before character `at` of its block; `note` is the number of a block."""

    at: int
    note: int


class Object(msgspec.Struct, frozen=True):
    """A picture or a formula, for which one character stands in its block, at `at`.

    `words` stand for it: None where there are none.
    """

    kind: ObjectKind
    at: int
    words: str | None


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: the characters from `start` to `end` of its block."""

    start: int
    end: int
    header: bool


class Language(msgspec.Struct, frozen=True):
    """The language of the characters up to `end`, from where the one before it ends."""

    end: int
    tag: str


class Block(msgspec.Struct, frozen=True):
    """A paragraph or what else stands on lines of its own.

    `level` is that of a heading, 0 where it is not said. `note` is the number of the note that the
    block belongs to. `apart`: it is made for one medium only, such as a cover.
    """

    kind: Kind
    text: str
    place: Place
    level: int = 0
    note: int | None = None
    apart: bool = False
    links: tuple[Link, ...] = ()
    calls: tuple[Call, ...] = ()
    objects: tuple[Object, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    languages: tuple[Language, ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """A line of the contents: its words, and how deep it stands, from 1."""

    words: str
    depth: int
    place: Place


class Content(msgspec.Struct, frozen=True):
    """All that is compared of a file. `tagged`: its structure is known, not its text alone."""

    name: str
    meta: Meta
    contents: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    tagged: bool = True
