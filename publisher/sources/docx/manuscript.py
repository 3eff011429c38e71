"""The text of a Word file as it is read, one paragraph a line, so that each word has a place.

A Word file has no lines. People count its paragraphs, and so do its spans: line 12 is the twelfth
paragraph, table cells and text boxes counted where they stand, notes after the text.
"""

from publisher.document.nodes import Text
from publisher.sources.source_map import Edit, SourceMap
from publisher.span import Span

BREAK = "\v"
"""Stands for a line break inside a paragraph, as in Word's own searches (^l)."""


class Manuscript:
    """Grows line by line; only the last line is written to."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._starts: list[int] = []
        self._pieces: list[str] = []
        self._length = 0
        self._edits: dict[int, Edit] = {}

    def open_line(self) -> int:
        """Begins a line; its number, from 1."""
        if self._starts:
            self._write("\n")
        self._starts.append(self._length)
        return len(self._starts)

    def write(self, text: str) -> Span:
        """The place of `text`, set down as it is."""
        start = self._length
        self._write(text)
        return self.span(start, self._length)

    def rewrite(self, before: str, after: str, rule: str) -> Span:
        """The place of `before`, which becomes `after` by the named rule."""
        start = self._length
        self._write(before)
        self._edits[start] = Edit(start, self._length, after, rule)
        return self.span(start, self._length)

    def drop(self, span: Span, rule: str) -> None:
        """Leaves out what stands at `span`, whatever was to become of it."""
        start, end = self.offset(span.line, span.column), self.offset(span.line, span.end_column)
        for at in range(start, end):
            self._edits.pop(at, None)
        if end > start:
            self._edits[start] = Edit(start, end, "", rule)

    def offset(self, line: int, column: int) -> int:
        """Where a column of a line stands in the whole text, counted from 0."""
        return self._starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """A stretch of the last line."""
        line, first = len(self._starts), self._starts[-1]
        return Span(self.name, line, start - first + 1, line, end - first + 1)

    def here(self) -> Span:
        """The place where the next word will stand."""
        if not self._starts:
            return Span(self.name)
        return self.span(self._length, self._length)

    def line(self, line: int) -> Span:
        """The place of a whole line."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else self._length
        return Span(self.name, line, 1, line, end - start + 1)

    @property
    def text(self) -> str:
        """All that was set down so far, before anything is changed in it."""
        return "".join(self._pieces)

    def source_map(self) -> SourceMap:
        """The text with everything that was changed in it."""
        edits = [edit for _, edit in sorted(self._edits.items())]
        return SourceMap(self.name, self.text, edits)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def joined(first: Text, second: Text) -> Text | None:
    """Two texts that follow each other in the source as one; None where they do not."""
    one, two = first.span, second.span
    if one is None or two is None or (one.line, one.end_column) != (two.line, two.column):
        return None
    span = Span(one.file, one.line, one.column, two.end_line, two.end_column)
    return Text(text=first.text + second.text, span=span)
