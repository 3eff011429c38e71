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
_PHONE = 26
"""Characters of large text on a line of a telephone: a table whose longest words ask for more is
read row by row there."""
_LONG_WORD = 10
"""From how many characters on a word may be broken in a cell, so that other columns find room."""
_MOST_COLUMNS = 1000
"""HTML, 4.9.11: a greater colspan is read as 1."""


class Placed(msgspec.Struct, frozen=True):
    """A cell as it is set; `label` is what the heads of its column say, where it is read alone."""

    blocks: Blocks
    tag: Literal["th", "td"]
    scope: Literal["col", "row"] | None
    alignment: Alignment
    colspan: int
    rowspan: int
    label: str = ""
    has_long_word: bool = False


Row = tuple[Placed, ...]


class Grid(msgspec.Struct, frozen=True):
    """The rows of a table: those that each page repeats, the others, and how wide they are.

    `stacks`: on a narrow screen its cells stand below each other.
    """

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    size: Size
    stacks: bool = False


def grid(table: Table) -> Grid:
    """The grid of `table`. A short row is filled up; a span ends with the head or the table.

    A heading without words is none (a voice would read it as one), and so is a row of them.
    """
    head = min(table.head, len(table.rows))
    parts = (table.rows[:head], table.rows[head:])
    columns = max((width for rows in parts for width in _widths(rows)), default=1)
    labels: dict[int, str] = {}
    placed = [_placed(table, rows, columns, labels, head=at == 0) for at, rows in enumerate(parts)]
    headed = tuple(row for row in placed[0] if any(cell.tag == "th" for cell in row))
    words, lines = _longest_of_columns(table, columns)
    stacks = columns > 1 and sum(words) + 2 * columns > _PHONE
    return Grid(headed, placed[1], _size(words, lines), stacks)


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
    table: Table,
    rows: tuple[tuple[Cell, ...], ...],
    columns: int,
    labels: dict[int, str],
    *,
    head: bool,
) -> tuple[Row, ...]:
    """The rows as they are set; `labels` learns what the heads say of each column."""
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
            if head:
                words = _words(cell)
                for column in range(at, min(at + colspan, columns)):
                    labels[column] = f"{labels.get(column, '')} {words}".strip()
            label = "" if head else labels.get(at, "")
            long = _longest(cell)[0] > _LONG_WORD
            cells.append(Placed(cell.blocks, tag, scope, alignment, colspan, rowspan, label, long))
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


def _longest_of_columns(table: Table, columns: int) -> tuple[list[int], list[int]]:
    """How many characters the longest word and the longest line of each column have, at most."""
    words, lines = [3] * columns, [3] * columns
    for row in table.rows:
        for at, cell in enumerate(row[:columns]):
            if cell.colspan == 1:
                word, line = _longest(cell)
                words[at] = max(words[at], min(word, 2 * _LONGEST_COLUMN))
                lines[at] = max(lines[at], min(line, _LONGEST_COLUMN))
    return words, lines


def _size(words: list[int], lines: list[int]) -> Size:
    """How wide a table asks to be whose columns have words and lines of that length at most."""
    gaps = 2 * len(words)
    if sum(words) + gaps > _DENSE:
        return "dense"
    width = sum(map(max, words, lines)) + gaps
    if width > _TURNED:
        return "turned"
    return "wide" if width > _WIDE else "usual"


def _words(cell: Cell) -> str:
    return " ".join(" ".join(plain(run) for block in cell.blocks for run in runs(block)).split())


def _longest(cell: Cell) -> tuple[int, int]:
    """How many characters the longest word and the longest line of `cell` have."""
    texts = [plain(run) for block in cell.blocks for run in runs(block)]
    words = [len(word) for text in texts for word in text.split()]
    return max(words, default=0), max(map(len, texts), default=0)
