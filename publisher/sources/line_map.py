"""A source whose nodes know the lines that they stand on, and no columns: XML as lxml reads it."""

import bisect
from collections.abc import Sequence

from publisher.sources.source_map import SourceMap
from publisher.span import Span


class LineMap(SourceMap):
    """As SourceMap; what stands within a span is placed at the whole of it."""

    def within(self, span: Span, start: int, end: int) -> Span:
        """The place of a part of the text that was read from `span`: the lines of all of it."""
        return span


class FilesMap(LineMap):
    """Several texts of one archive, one after the other; spans name the file and its own lines.

    `parts` are the files' names and texts, in order; `raw` is all of them, each from a line on.
    """

    def __init__(self, name: str, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, "\n".join(text for _, text in parts))
        self._names = [part for part, _ in parts]
        self._starts: list[int] = []
        at = 0
        for _, text in parts:
            self._starts.append(at)
            at += len(text) + 1

    def first_line(self, number: int) -> int:
        """The line of `raw` on which the part with that number starts, from 1."""
        return self.position(self._starts[number])[0]

    def raw_span(self, start: int, end: int) -> Span:
        """The span of `raw[start:end]` in the file that it starts in."""
        number = max(0, bisect.bisect_right(self._starts, start) - 1)
        before = self.first_line(number) - 1
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(self._names[number], line - before, column, end_line - before, end_column)
