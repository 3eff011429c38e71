"""A table's cells as a grid: equal rows, spans that stay inside, an alignment for each cell."""

from typing import Literal

import msgspec

from publisher.document.nodes import (
    Alignment,
    Blocks,
    Cell,
    IndexMark,
    LineBreak,
    Paragraph,
    Table,
    Text,
)
from publisher.document.text import plain, runs
from publisher.publication.anchors import nodes

Size = Literal["usual", "wide", "turned", "dense"]

_WIDE, _TURNED, _DENSE = 80, 112, 160
"""From how many characters on a table is wider than the measure, than the page, than its length.

The last counts the longest word of each column, for lines can be broken.
"""
_LONGEST_COLUMN = 22
"""Characters that a column asks for at most: longer cells run over several lines."""
_MOST_COLUMNS = 1000
"""HTML, 4.9.11: a greater colspan is read as 1."""


class Placed(msgspec.Struct, frozen=True):
    """A cell as it is set."""

    blocks: Blocks
    tag: Literal["th", "td"]
    scope: Literal["col", "row"] | None
    alignment: Alignment
    colspan: int
    rowspan: int


Row = tuple[Placed, ...]


class Grid(msgspec.Struct, frozen=True):
    """The rows of a table: those that each page repeats, the others, and how wide they are."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    size: Size


def grid(table: Table) -> Grid:
    """The grid of `table`. A short row is filled up; a span ends with the head or the table.

    A heading without words is none (a voice would read it as one), and so is a row of them.
    """
    head = min(table.head, len(table.rows))
    parts = (table.rows[:head], table.rows[head:])
    columns = max((width for rows in parts for width in _widths(rows)), default=1)
    placed = [_placed(table, rows, columns, head=at == 0) for at, rows in enumerate(parts)]
    headed = tuple(row for row in placed[0] if any(cell.tag == "th" for cell in row))
    return Grid(headed, placed[1], _size(table, columns))


def _widths(rows: tuple[tuple[Cell, ...], ...]) -> list[int]:
    """How many columns each row reaches over, cells from above counted."""
    below: dict[int, int] = {}
    widths = []
    for row in rows:
        at = 0
        for cell in row:
            at = _free(at, below)
            for column in range(at, at + _span(cell)):
                below[column] = cell.rowspan
            at += _span(cell)
        widths.append(max([at, *(column + 1 for column, left in below.items() if left > 0)]))
        below = {column: left - 1 for column, left in below.items() if left > 1}
    return widths


def _free(at: int, below: dict[int, int]) -> int:
    while below.get(at, 0) > 0:
        at += 1
    return at


def _span(cell: Cell) -> int:
    return min(max(cell.colspan, 1), _MOST_COLUMNS)


def _placed(
    table: Table, rows: tuple[tuple[Cell, ...], ...], columns: int, *, head: bool
) -> tuple[Row, ...]:
    below: dict[int, int] = {}
    placed: list[Row] = []
    for number, row in enumerate(rows):
        at = 0
        cells: list[Placed] = []
        for cell in row:
            at = _free(at, below)
            rowspan = min(max(cell.rowspan, 1), len(rows) - number)
            colspan = _span(cell)
            for column in range(at, at + colspan):
                below[column] = rowspan
            is_header = (cell.header or head) and _says_something(cell.blocks)
            scope: Literal["col", "row"] | None = None
            if is_header:
                scope = "col" if head else "row"
            tag: Literal["th", "td"] = "th" if is_header else "td"
            alignment = table.alignments[at] if at < len(table.alignments) else "none"
            cells.append(Placed(cell.blocks, tag, scope, alignment, colspan, rowspan))
            at += colspan
        for column in range(at, columns):
            if below.get(column, 0) <= 0:
                cells.append(Placed((), "td", None, "none", 1, 1))
                below[column] = 1
        placed.append(tuple(cells))
        below = {column: left - 1 for column, left in below.items() if left > 1}
    return tuple(placed)


def _says_something(blocks: Blocks) -> bool:
    return any(
        not isinstance(node, _SILENT) or getattr(node, "text", "").strip() for node in nodes(blocks)
    )


_SILENT = (Paragraph, Text, IndexMark, LineBreak)


def _size(table: Table, columns: int) -> Size:
    """How wide the table asks to be, by the longest words and lines of its columns."""
    words, lines = [3] * columns, [3] * columns
    for row in table.rows:
        for at, cell in enumerate(row[:columns]):
            if cell.colspan == 1:
                word, line = _longest(cell)
                words[at] = max(words[at], min(word, 2 * _LONGEST_COLUMN))
                lines[at] = max(lines[at], min(line, _LONGEST_COLUMN))
    gaps = 2 * columns
    if sum(words) + gaps > _DENSE:
        return "dense"
    width = sum(map(max, words, lines)) + gaps
    if width > _TURNED:
        return "turned"
    return "wide" if width > _WIDE else "usual"


def _longest(cell: Cell) -> tuple[int, int]:
    """How many characters the longest word and the longest line of `cell` have."""
    texts = [plain(run) for block in cell.blocks for run in runs(block)]
    words = [len(word) for text in texts for word in text.split()]
    return max(words, default=0), max(map(len, texts), default=0)
