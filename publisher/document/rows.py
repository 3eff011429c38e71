"""The rows of a table as a source has them."""

from collections.abc import Iterator, Sequence

from publisher.document.nodes import Cell

Row = tuple[Cell, ...]


def told(rows: Sequence[Row]) -> Iterator[bool]:
    """Whether each row is one: it has cells, or cells from above reach into it.

    A row that only such cells fill must stay: without it, they would push aside those of the next.
    """
    reach = 0
    for at, row in enumerate(rows):
        yield bool(row) or at < reach
        reach = max([reach, *(at + cell.rowspan for cell in row)])
