"""A plain text as lines: what stands on each, how far in, and which lines stand together."""

import re
from collections.abc import Iterator
from functools import cached_property
from unicodedata import east_asian_width

import msgspec

from publisher.sources.source_map import LINE_END

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_GAP = re.compile(r"\t|\S[^\S\r\n]{2,}\S")

# What ends a sentence, in the scripts that have a mark for it; closing marks may follow.
_CLOSERS = "\"'”’»“‘›）)］]」』】〉》"
_SENTENCE_ENDS = frozenset(".!?…‽。！？．｡।॥۔؟።։")
_PAUSES = frozenset(",;:،؛、，；：·-")

# What may be two columns wide (UAX #11); the letters of Europe, and its quotation marks, are not.
_PERHAPS_WIDE = re.compile("[\u1100-\u115f\u231a-\U0010ffff]")


class Line(msgspec.Struct, frozen=True, dict=True):
    """One line: its number from 1, and where it stands in the source, without its line end.

    `whole` is what stands on it in the source, `text` what is seen on it, single-spaced;
    `indent` the columns before that; `gaps` says that it holds a tab or several spaces in a
    row, as columns do.
    """

    number: int
    start: int
    end: int
    whole: str
    text: str
    indent: int
    gaps: bool

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @cached_property
    def _last(self) -> str:
        """Its last character, but for quotation marks and brackets that close there."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with the mark of a sentence."""
        return self._last in _SENTENCE_ENDS

    @property
    def open(self) -> bool:
        """Whether it ends with no mark of a sentence or of a part of one."""
        return self._last not in _SENTENCE_ENDS and self._last not in _PAUSES

    @cached_property
    def width(self) -> int:
        """How wide it is set in a fixed-width font, in columns: East Asian letters take two."""
        if not _PERHAPS_WIDE.search(self.text):
            return len(self.text)
        return len(self.text) + sum(east_asian_width(letter) in "WF" for letter in self.text)

    @property
    def extent(self) -> int:
        """The column at which it ends."""
        return self.indent + self.width

    @cached_property
    def shouted(self) -> bool:
        """Whether all its letters are capitals, of a script that has them."""
        return self.text.isupper() and not any(
            letter.isalpha() and not letter.isupper() for letter in self.text
        )


def split_lines(raw: str) -> tuple[Line, ...]:
    """The lines of a source; a line end at the very end opens no further line."""
    lines = []
    start = 0
    for number, found in enumerate(LINE_END.finditer(raw), start=1):
        lines.append(_line(raw, number, start, found.start()))
        start = found.end()
    if start < len(raw):
        lines.append(_line(raw, len(lines) + 1, start, len(raw)))
    return tuple(lines)


def _line(raw: str, number: int, start: int, end: int) -> Line:
    whole = raw[start:end]
    seen = _UNSEEN.sub("", whole) if not whole.isprintable() else whole
    text = seen.strip()
    gaps = ("  " in text or not text.isprintable()) and _GAP.search(text) is not None
    indent = 0
    if text and seen[0].isspace():
        indent = len(seen[: len(seen) - len(seen.lstrip())].expandtabs(8))
    single = " ".join(text.split()) if gaps else text
    return Line(number, start, end, whole, single, indent, gaps)


def groups(lines: tuple[Line, ...]) -> Iterator[range]:
    """The indices of lines that stand together: between blank lines, or the edges of the text."""
    start = None
    for at, line in enumerate(lines):
        if line.blank and start is not None:
            yield range(start, at)
            start = None
        elif not line.blank and start is None:
            start = at
    if start is not None:
        yield range(start, len(lines))
