"""From each character of a document back to its place in the source.

A reader never rewrites text silently. It lists edits of the source, and its document's words are
slices of the edited text. So the characters of the source, less the edits, are the characters
of the document, and every one of them has a line and a column.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

import msgspec

from publisher.document.normalisation import Normalisation
from publisher.span import Span

LINE_END = re.compile("\r\n|[\r\n\u2028\u2029]")
"""What ends a line of a source: as editors count, and Unicode's separators (UAX #14, BK)."""


_ONLY_TO_PYTHON = re.compile("[\v\f\x1c-\x1e\x85]")
"""What ends a line for `str.splitlines` and not for `LINE_END`."""


class Edit(msgspec.Struct, frozen=True):
    """Source characters `start` to `end` (offsets from 0) became `after`, by the named rule."""

    start: int
    end: int
    after: str
    rule: str


class SourceMap:
    """A source text with its edits.

    `raw` is the decoded source, `text` what is left of it after `edits` (which are in order and
    do not overlap). Offsets into either count code points from 0.
    """

    def __init__(self, name: str, raw: str, edits: Sequence[Edit] = ()) -> None:
        self.name = name
        self.raw = raw
        self.edits = tuple(edits)
        self.text = self._edited() if edits else raw

    def _edited(self) -> str:
        pieces: list[str] = []
        position = 0
        for edit in self.edits:
            pieces += (self.raw[position : edit.start], edit.after)
            position = edit.end
        pieces.append(self.raw[position:])
        return "".join(pieces)

    @cached_property
    def _line_starts(self) -> list[int]:
        if _ONLY_TO_PYTHON.search(self.raw):
            return [0, *(found.end() for found in LINE_END.finditer(self.raw))]
        lines = self.raw.splitlines(keepends=True)
        starts = [0, *itertools.accumulate(map(len, lines))]
        ended = not lines or LINE_END.match(lines[-1][-1])
        return starts if ended else starts[:-1]

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """Where in `text` the distance to `raw` changes, and the distance from there on."""
        positions, distances = [0], [0]
        for edit in self.edits:
            replaced, distance = len(edit.after), edit.end - edit.start
            position = edit.start - distances[-1] + replaced
            positions.append(position)
            distances.append(distances[-1] + distance - replaced)
        return positions, distances

    @cached_property
    def _edit_ends(self) -> list[int]:
        return [edit.end for edit in self.edits]

    def raw_offset(self, offset: int) -> int:
        """Where the character at `offset` of `text` stands in `raw`."""
        positions, distances = self._shifts
        return min(offset + distances[bisect_right(positions, offset) - 1], len(self.raw))

    def offset(self, raw_offset: int) -> int:
        """Where what stands at `raw_offset` of `raw` stands in `text`, edits before it made."""
        return raw_offset - self._shifts[1][bisect_right(self._edit_ends, raw_offset)]

    def position(self, raw_offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset into `raw`."""
        line = bisect_right(self._line_starts, raw_offset)
        return line, raw_offset - self._line_starts[line - 1] + 1

    def offset_of(self, line: int, column: int) -> int:
        """The offset into `raw` of a line and column, both from 1: `position` the other way."""
        return self._line_starts[line - 1] + column - 1

    def raw_span(self, start: int, end: int) -> Span:
        """The span of `raw[start:end]`."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(self.name, line, column, end_line, end_column)

    @property
    def lines(self) -> list[str]:
        """The lines of `raw`, without their ends."""
        return LINE_END.split(self.raw)

    def line_span(self, line: int) -> Span:
        """The place of a whole line of `raw`, counted from 1, without its line end."""
        start = self._line_starts[line - 1]
        found = LINE_END.search(self.raw, start)
        return self.raw_span(start, found.start() if found else len(self.raw))

    def span(self, start: int, end: int) -> Span:
        """The place in the source of `text[start:end]`."""
        last = self.raw_offset(end - 1) + 1 if end > start else self.raw_offset(end)
        return self.raw_span(self.raw_offset(start), last)

    def within(self, span: Span, start: int, end: int) -> Span:
        """The place of characters `start` to `end` of the text that was read from `span`."""
        first = self._line_starts[span.line - 1] + span.column - 1
        offset = self.offset(first)
        return self.span(offset + start, offset + end)

    def normalisations(self) -> tuple[Normalisation, ...]:
        """The edits as they are reported: with the text before, and the place."""
        return tuple(
            Normalisation(
                rule=edit.rule,
                before=self.raw[edit.start : edit.end],
                after=edit.after,
                span=self.raw_span(edit.start, edit.end),
            )
            for edit in self.edits
        )
