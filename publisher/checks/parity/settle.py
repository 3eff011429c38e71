"""Raw blocks to blocks: texts put together, links looked up, calls of notes taken out of the text.

A link into a note from outside of notes is its call. A link out of a note that is only a sign or
number leads back to the call, and is no text; nor is the number that a note begins with, nor are
the numbers in an index.
"""

import re
from collections.abc import Callable, Sequence

from publisher.checks.parity.builder import Piece, RawBlock, RawLink
from publisher.checks.parity.content import Block, Call, Cell, Language, Link, Object
from publisher.checks.parity.locators import take_out_locators
from publisher.checks.parity.normal import BREAK, normal

Lookup = Callable[[object], int | None]
"""From the name of a place inside to the number of the block there."""

Folio = Callable[[object], str | None]
"""From the name of a place inside to the number printed on its page."""

_SIGN = re.compile(r"[\W_]*(?:\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,6})?[\W_]*", re.IGNORECASE)
_NUMBER = re.compile(rf"[\s{BREAK}]*[\[(]?(?:\d{{1,4}}|[*†‡§])[\])]?[.:]?(?=[\s{BREAK}])")


def settle(
    raw: Sequence[RawBlock], lookup: Lookup, folio: Folio = lambda _: None
) -> tuple[Block, ...]:
    """The blocks of `raw`, each with the same number as before."""
    begun: set[int] = set()
    blocks: list[Block] = []
    for each in raw:
        writer = _Writer(raw, each, lookup, folio)
        if each.note is not None and each.note not in begun:
            writer.opens_note = True
            begun.add(each.note)
        blocks.append(writer.block())
        if each.index:
            take_out_locators(blocks)
    return tuple(blocks)


def _number_length(block: RawBlock) -> int:
    """How many characters of a note's first block are its number, where no link has it."""
    if any(piece.link and _SIGN.fullmatch(piece.text) for piece in block.pieces[:3]):
        return 0
    number = _NUMBER.match("".join(piece.text for piece in block.pieces[:8]))
    return number.end() if number else 0


def _united(pieces: Sequence[Piece]) -> list[RawLink | None]:
    """The link of each piece: what goes on behind the end of a line, in a PDF another element."""
    found: list[RawLink | None] = []
    last: RawLink | None = None
    for piece in pieces:
        link = piece.link
        if link is None:
            last = None if piece.text.strip() else last
        elif last and (last.url, last.destination) == (link.url, link.destination):
            link = last
        else:
            last = link
        found.append(link)
    return found


class _Writer:
    def __init__(
        self, raw: Sequence[RawBlock], block: RawBlock, lookup: Lookup, folio: Folio
    ) -> None:
        self._raw = raw
        self._block = block
        self._lookup = lookup
        self._folio = folio
        self.opens_note = False
        self._skip = 0
        self._text = ""
        self._calls: list[Call] = []
        self._objects: list[Object] = []
        self._languages: list[Language] = []
        self._links: dict[int, tuple[RawLink, int, int]] = {}
        self._starts: list[int] = []

    def block(self) -> Block:
        links = _united(self._block.pieces)
        words: dict[int, str] = {}
        for piece, link in zip(self._block.pieces, links, strict=True):
            if link is not None:
                words[id(link)] = words.get(id(link), "") + piece.text
        if self.opens_note:
            self._skip = _number_length(self._block)
        for piece, link in zip(self._block.pieces, links, strict=True):
            self._starts.append(len(self._text))
            if link is not None and self._is_call(link, words[id(link)]):
                self._add_space(piece)
                continue
            text, self._skip = piece.text[self._skip :], max(0, self._skip - len(piece.text))
            text = text.lstrip(" ") if self._text[-1:] in (" ", "", BREAK) else text
            if not text:
                continue
            start = len(self._text)
            self._text += text
            self._add(piece.kind, piece.words, start, piece.language)
            if link is not None:
                first = self._links.get(id(link), (link, start, 0))[1]
                self._links[id(link)] = (link, first, len(self._text))
        self._starts.append(len(self._text))
        raw = self._block
        return Block(
            kind=raw.kind,
            text=self._text.rstrip(" " + BREAK),
            place=raw.place,
            level=raw.level,
            note=raw.note,
            apart=raw.apart,
            links=tuple(self._link(*each) for each in self._links.values()),
            calls=tuple(self._calls),
            objects=tuple(self._objects),
            rows=tuple(tuple(self._cell(*cell) for cell in row) for row in raw.rows),
            languages=tuple(self._languages),
        )

    def _add_space(self, call: Piece) -> None:
        """Adds the space behind a call, which PDFium has as the call's last character."""
        if call.text.endswith(" ") and self._text[-1:] not in (" ", "", BREAK):
            self._text += " "
            self._add(None, None, len(self._text) - 1, call.language)

    def _is_call(self, link: RawLink, words: str) -> bool:
        """Whether a link is a call, which is noted, or leads back to one."""
        if link.url is not None:
            return False
        if self._block.note is not None:
            return bool(_SIGN.fullmatch(words))
        target = self._lookup(link.destination)
        if target is None or self._raw[target].note is None:
            return False
        if Call(len(self._text), target) not in self._calls:
            self._calls.append(Call(len(self._text), target))
        return True

    def _add(self, kind: object, words: str | None, at: int, language: str) -> None:
        if kind in ("figure", "formula"):
            self._objects.append(Object(kind, at, words))
        if self._languages and self._languages[-1].tag == language:
            self._languages.pop()
        self._languages.append(Language(len(self._text), language))

    def _link(self, link: RawLink, start: int, end: int) -> Link:
        if link.url is not None:
            return Link(start, end, url=link.url)
        target, folio = self._lookup(link.destination), self._folio(link.destination)
        return Link(start, end, target=target, folio=normal(folio) if folio else None)

    def _cell(self, first: int, last: int, header: bool) -> Cell:
        return Cell(self._starts[first], self._starts[last], header)
