"""Where the characters that the parser sees stand in the source.

The parser sees the body of the file with each line end as a line feed. A run of inlines sees less
still: its lines without the markers of the containers they stand in.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from publisher.sources.source_map import LINE_END, SourceMap
from publisher.span import Span

_LINE_ENDS = re.compile("\r\n?")


class Places:
    """The body of a source as the parser reads it (`text`), and the way back to `raw`.

    The body starts at the offset `start` of `raw`, behind the front matter.
    """

    def __init__(self, name: str, raw: str, start: int) -> None:
        self.source_map = SourceMap(name, raw)
        self.start = start
        body = raw[start:]
        self.text = _LINE_ENDS.sub("\n", body) if "\r" in body else body
        # Where, in `text`, a line feed stands for two characters.
        self._shorter = [
            found.start() - count
            for count, found in enumerate(re.finditer("\r\n", body) if "\r" in body else ())
        ]

    def raw(self, offset: int) -> int:
        """The offset in the source of what stands at `offset` of `text`."""
        return self.start + offset + bisect_left(self._shorter, offset)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of `text[start:end]`."""
        return self.source_map.raw_span(self.raw(start), self.raw(end))

    def line_starts(self) -> list[int]:
        """Where the lines of `text` begin."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets in the source of the first character of `span`, and after its last."""
        starts = self._line_starts
        return (
            starts[span.line - 1] + span.column - 1,
            starts[span.end_line - 1] + span.end_column - 1,
        )

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in LINE_END.finditer(self.source_map.raw))]


class Segments:
    """From the offsets of a run's own text to those of `Places.text`.

    `starts` are offsets in the run, in order from 0, `places` where each of them stands; between
    two of them, both count alike.
    """

    __slots__ = ("places", "starts")

    def __init__(self, starts: list[int], places: list[int]) -> None:
        self.starts = starts
        self.places = places

    def at(self, offset: int) -> int:
        """Where the character at `offset` of the run stands."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]

    def end(self, start: int, end: int) -> int:
        """Where the stretch `start` to `end` of the run ends."""
        return self.at(end - 1) + 1 if end > start else self.at(end)


def by_lines(content: str, marks: list[int]) -> Segments:
    """The segments of lines that begin, behind their white space, at `marks` of `Places.text`."""
    if len(marks) == 1:
        lead = len(content) - len(content.lstrip(" \t"))
        return Segments([0], [marks[0] - lead])
    starts, places, position = [], [], 0
    for line, mark in zip(content.split("\n"), marks, strict=False):
        lead = len(line) - len(line.lstrip(" \t"))
        starts.append(position)
        places.append(mark - lead)
        position += len(line) + 1
    return Segments(starts, places)
