"""A table's cells as a grid: equal rows, spans that stay inside, an alignment for each cell."""

from typing import Literal

import msgspec

from publisher.document.nodes import Alignment, Blocks, Cell, Table
from publisher.document.text import plain, runs

Size = Literal["usual", "wide", "turned"]

_WIDE, _TURNED = 80, 112
"""From how many characters on a table is wider than the measure, and wider than the page."""
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
    """The grid of `table`. A short row is filled up; a span ends with the head or the table."""
    head = min(table.head, len(table.rows))
    parts = (table.rows[:head], table.rows[head:])
    columns = max((width for rows in parts for width in _widths(rows)), default=1)
    placed = [_placed(table, rows, columns, head=at == 0) for at, rows in enumerate(parts)]
    return Grid(placed[0], placed[1], _size(table, columns))


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
            is_header = cell.header or head
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


def _size(table: Table, columns: int) -> Size:
    """How wide the table asks to be, by the longest words and lines of its columns."""
    asked = [3] * columns
    for row in table.rows:
        for at, cell in enumerate(row[:columns]):
            if cell.colspan == 1:
                asked[at] = max(asked[at], _asked(cell))
    width = sum(asked) + 2 * columns
    if width > _TURNED:
        return "turned"
    return "wide" if width > _WIDE else "usual"


def _asked(cell: Cell) -> int:
    texts = [plain(run) for block in cell.blocks for run in runs(block)]
    words = max((len(word) for text in texts for word in text.split()), default=0)
    lines = max(map(len, texts), default=0)
    return max(min(words, 2 * _LONGEST_COLUMN), min(lines, _LONGEST_COLUMN))
