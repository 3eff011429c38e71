"""The text of a content document, and where in its bytes a marker may stand before each of it.

Expat says at which byte each piece of markup begins (XML 1.0), so that a marker is put in and all
else stays as it is written.
"""

from typing import NamedTuple
from xml.parsers import expat

from publisher.pagination import PICTURE

_INLINE = frozenset(
    """a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup
    time u var wbr""".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WHOLE = frozenset(("math", "ruby", "svg"))
"""Elements that no marker may stand in; what is in them is read, or is a picture."""

_UNREAD = frozenset(("head", "script", "style", "template"))


class Piece(NamedTuple):
    """Characters in a row: `text`, and the bytes from `start` to `end` that they are written in.

    `outer` is where a marker stands that belongs before all of it: before the elements in a line
    that begin with it, or before the heading. `after` is where it stands that belongs inside, if
    that may not be: behind the heading. Pieces of one `block` are one text.
    """

    text: str
    start: int
    end: int
    outer: int
    block: int
    after: int | None = None


class Readable(NamedTuple):
    """The pieces of a document in order, and the ids in it."""

    pieces: list[Piece]
    ids: set[str]


def read_pieces(data: bytes) -> Readable:
    """The pieces of a content document that publisher wrote."""
    reader = _Reader()
    reader.parser.Parse(data, True)
    return Readable(reader.pieces, reader.ids)


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.ids: set[str] = set()
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._block = 0
        self._opening: int | None = None
        self._skipped = 0
        self._whole: int | None = None
        self._heading: int | None = None
        self._of_heading: list[int] = []
        self._waiting = False

    def _here(self) -> int:
        """The byte that the parser is at; the piece before it ends here at the latest."""
        here = self.parser.CurrentByteIndex
        if self._waiting:
            self.pieces[-1] = self.pieces[-1]._replace(end=here)
            self._waiting = False
        return here

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        here = self._here()
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if self._skipped:
            self._skipped += 1
            return
        hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
        if name in _UNREAD or hidden:
            self._skipped = 1
            return
        if name in _INLINE or name in _WHOLE or name == "img":
            self._opening = here if self._opening is None else self._opening
        else:
            self._block += 1
            self._opening = None
        if name in _HEADINGS:
            self._heading = here
        if name in ("math", "svg"):
            self._picture(here)
            self._skipped = 1
        elif name == "img" and attributes.get("role") != "presentation":
            self._picture(here)
        elif name == "ruby" and self._whole is None:
            self._whole = here

    def _end(self, name: str) -> None:
        here = self._here()
        if self._skipped:
            self._skipped -= 1
            return
        self._opening = None
        if name not in _INLINE and name not in _WHOLE and name != "img":
            self._block += 1
        if name == "ruby":
            self._whole = None
        if name in _HEADINGS:
            self._leave_heading(here + len(f"</{name}>"))

    def _text(self, text: str) -> None:
        here = self._here()
        if not self._skipped:
            self._add(text, here)

    def _picture(self, here: int) -> None:
        self._add(PICTURE, here)
        self._waiting = False
        self.pieces[-1] = self.pieces[-1]._replace(end=here)

    def _add(self, text: str, here: int) -> None:
        """Adds characters; white space between elements is no beginning of a line."""
        first = self._opening if self._opening is not None else here
        if self._whole is not None:
            first = here = self._whole
        if self._heading is not None:
            first = self._heading
            self._of_heading.append(len(self.pieces))
        self.pieces.append(Piece(text, here, here, first, self._block))
        self._waiting = self._whole is None
        self._opening = None if text.strip() else self._opening

    def _leave_heading(self, after: int) -> None:
        """Says of all of a heading but its first words that a marker in it stands behind it."""
        for number in self._of_heading:
            self.pieces[number] = self.pieces[number]._replace(after=after)
        self._heading, self._of_heading = None, []
