"""Markers where the pages of the print edition begin, and what the page list says of them.

EPUB 3.3, 7.4.3 (the page-list nav); EPUB Accessibility 1.1, 3.2; DAISY's Accessible Publishing
Knowledge Base, Page Break Markers: no marker in a heading or a word, none for a page without words.
"""

import bisect
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from publisher.backends.epub.item import Item
from publisher.backends.epub.readable import Piece, read_pieces
from publisher.layouts import Theme
from publisher.pagination import PICTURE, Pagination, find_places, letters
from publisher.pagination.letters import index_of

_LEAD = re.compile(r"[\W_]*")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that set no spaces between words: a page may begin with any of their letters."""

_BINDING = "-\u00ad\u2010\u2011'\u2019"
"""Signs inside a word."""

_UNFIT = re.compile(r"[^A-Za-z0-9.-]+")
_ARABIC = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)


class PageTarget(msgspec.Struct, frozen=True):
    """An entry of the page list: the label of the page, and where it begins."""

    label: str
    href: str

    @property
    def kind(self) -> Literal["front", "normal", "special"]:
        """What the NCX calls such a page (ANSI/NISO Z39.86-2005, 8.4.5)."""
        if self.number:
            return "normal"
        return "front" if _ROMAN.fullmatch(self.label) else "special"

    @property
    def number(self) -> int | None:
        """The number of a page that is counted in Arabic figures."""
        return int(self.label) or None if _ARABIC.fullmatch(self.label) else None


class Marked(msgspec.Struct, frozen=True):
    """Documents with their markers, the entries for these, and the pages that have none."""

    documents: tuple[Item, ...]
    targets: tuple[PageTarget, ...] = ()
    left_out: tuple[str, ...] = ()


def mark_pages(documents: Sequence[Item], pagination: Pagination, theme: Theme) -> Marked:
    """Puts a marker into `documents`, in reading order, where each page of `pagination` begins.

    It stands before the first words of the page: after a word that the page before began, before a
    heading. The navigation document keeps as it is: entries lead to it as a whole. `left_out` has
    the labels of pages whose text is nowhere in the documents; pages that are blank have no marker,
    and are not among them.
    """
    pictures = any(PICTURE in page.text for page in pagination.pages)
    text = _Text(documents, pictures=pictures)
    places = find_places([letters(page.text) for page in pagination.pages], text.letters)
    found: list[list[tuple[int, str]]] = [[] for _ in documents]
    targets, left_out = [], []
    for page, place in zip(pagination.pages, places, strict=True):
        if place is None:
            left_out += [] if page.is_blank else [page.label]
            continue
        number, byte = text.place(place, _lead(page.text))
        if "nav" in documents[number].properties:
            targets.append(PageTarget(page.label, documents[number].name))
            continue
        name = text.name(page.label)
        marker = theme.render("epub/page_break.xhtml.j2", id=name, label=page.label)
        found[number].append((byte, marker))
        targets.append(PageTarget(page.label, f"{documents[number].name}#{name}"))
    marked = (_inserted(item, each) for item, each in zip(documents, found, strict=True))
    return Marked(tuple(marked), tuple(targets), tuple(left_out))


def _lead(text: str) -> int:
    """How many marks stand before the first letter of a page."""
    found = _LEAD.match(text)
    marks = found[0] if found else ""
    return 0 if PICTURE in marks else sum(not sign.isspace() for sign in marks)


def _inserted(item: Item, markers: Sequence[tuple[int, str]]) -> Item:
    if not markers:
        return item
    pieces, start = [], 0
    for byte, marker in markers:
        pieces += [item.data[start:byte], marker.encode()]
        start = byte
    return msgspec.structs.replace(item, data=b"".join((*pieces, item.data[start:])))


class _Text:
    """The letters of all documents in a row, and the way back to their bytes."""

    def __init__(self, documents: Sequence[Item], *, pictures: bool) -> None:
        self._pieces: list[Piece] = []
        self._documents: list[int] = []
        self._names: set[str] = set()
        for number, item in enumerate(documents):
            readable = read_pieces(item.data)
            self._names |= readable.ids
            for piece in readable.pieces:
                if pictures or piece.text != PICTURE:
                    self._pieces.append(piece)
                    self._documents.append(number)
        runs = [letters(piece.text) for piece in self._pieces]
        self._starts = [0, *itertools.accumulate(map(len, runs))]
        self.letters = "".join(runs)
        self._last = (0, 0)

    def name(self, label: str) -> str:
        """An id for the marker of a page that no element has yet."""
        name = base = f"page-{_UNFIT.sub('-', label) or 'x'}"
        for number in itertools.count(2):
            if name not in self._names:
                break
            name = f"{base}-{number}"
        self._names.add(name)
        return name

    def place(self, number: int, lead: int) -> tuple[int, int]:
        """The document, and the byte in it, before letter `number` and `lead` marks before that.

        Places never go back.
        """
        at = bisect.bisect_right(self._starts, number) - 1
        place = self._documents[at], self._byte(at, number, lead)
        self._last = max(self._last, place)
        return self._last

    def _byte(self, at: int, number: int, lead: int) -> int:
        piece = self._pieces[at]
        if piece.after is not None:
            return piece.after if self._is_inside_heading(at, number) else piece.outer
        spot = _Spot(at, index_of(piece.text, number - self._starts[at]))
        if self._is_inside_a_word(spot):
            return self._behind_the_word(spot)
        return self._before(self._before_marks(spot, lead))

    def _before(self, spot: "_Spot") -> int:
        piece = self._pieces[spot.at]
        if not spot.sign or piece.start == piece.end:
            return piece.outer
        return piece.start + len(piece.text[: spot.sign].encode())

    def _is_inside_heading(self, at: int, number: int) -> bool:
        """Whether the letter is not the first of its heading."""
        before = bisect.bisect_right(self._starts, number - 1) - 1
        return number > 0 and self._is_one_text(before, at)

    def _is_inside_a_word(self, spot: "_Spot") -> bool:
        back = (sign for _, sign in self._back(spot))
        last = next(back, " ")
        if _UNSPACED.match(last) or _UNSPACED.match(self._sign(spot)):
            return False
        return _is_letter(last) or (last in _BINDING and _is_letter(next(back, " ")))

    def _behind_the_word(self, spot: "_Spot") -> int:
        """Behind the word and the marks that end it, before what follows in the same text."""
        inside, spaced = True, False
        for there, sign in self._on(spot):
            inside = inside and (_is_letter(sign) or sign in _BINDING)
            begins = _is_letter(sign) or unicodedata.category(sign) in ("Ps", "Pi") or spaced
            if not inside and begins and not sign.isspace():
                return self._before(there)
            spaced = spaced or sign.isspace()
            spot = there
        return self._pieces[spot.at].end

    def _before_marks(self, spot: "_Spot", count: int) -> "_Spot":
        """The spot `count` marks before this one, or as many as there are before a letter."""
        for there, sign in self._back(spot):
            if not count or _is_letter(sign):
                break
            if not sign.isspace():
                spot, count = there, count - 1
        return spot

    def _sign(self, spot: "_Spot") -> str:
        return self._pieces[spot.at].text[spot.sign]

    def _back(self, spot: "_Spot") -> Iterator[tuple["_Spot", str]]:
        """The characters before a spot in the same text, the nearest first."""
        at, index = spot
        while at >= 0 and self._is_one_text(at, spot.at):
            text = self._pieces[at].text
            for number in range((index if at == spot.at else len(text)) - 1, -1, -1):
                yield _Spot(at, number), text[number]
            at -= 1

    def _on(self, spot: "_Spot") -> Iterator[tuple["_Spot", str]]:
        """The characters of the same text from a spot on."""
        at, index = spot
        while at < len(self._pieces) and self._is_one_text(at, spot.at):
            text = self._pieces[at].text
            for number in range(index if at == spot.at else 0, len(text)):
                yield _Spot(at, number), text[number]
            at += 1

    def _is_one_text(self, one: int, other: int) -> bool:
        left, right = self._pieces[one], self._pieces[other]
        return left.block == right.block and self._documents[one] == self._documents[other]


class _Spot(NamedTuple):
    """A character: the number of its piece, and its own there."""

    at: int
    sign: int


def _is_letter(sign: str) -> bool:
    """Whether a character is of a word: a letter, a figure, or a mark on one."""
    return unicodedata.category(sign)[0] in "LNM"
