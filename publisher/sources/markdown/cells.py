"""The cells of a table's row, as GitHub's specification splits them (GFM 0.29, 4.10)."""

import re

from publisher.sources.markdown.places import Segments

_PIPE = re.compile(r"\\?\|")
_BLANK = " \t"


def cell_segments(row: str, start: int) -> list[Segments]:
    """Where the text of each cell of `row` stands; `start` is where the row does.

    A pipe after a backslash is the pipe itself: the backslash is no part of the cell.
    """
    bounds: list[tuple[int, int, list[int]]] = []
    row_end = len(row.rstrip(_BLANK))
    position, pipes = len(row) - len(row.lstrip(_BLANK)), []
    for found in _PIPE.finditer(row, position, row_end):
        if found.end() - found.start() == 2:
            pipes.append(found.start())
            continue
        bounds.append((position, found.start(), pipes))
        position, pipes = found.end(), []
    bounds.append((position, row_end, pipes))
    if bounds and bounds[0][0] == bounds[0][1]:
        bounds.pop(0)
    if bounds and bounds[-1][0] == bounds[-1][1]:
        bounds.pop()
    return [_segments(row, start, *bound) for bound in bounds]


def _segments(row: str, start: int, first: int, last: int, pipes: list[int]) -> Segments:
    text = row[first:last]
    begin = first + len(text) - len(text.lstrip(_BLANK))
    starts, places = [0], [start + begin]
    for count, pipe in enumerate(pipes):
        starts.append(pipe - begin - count)
        places.append(start + pipe + 1)
    return Segments(starts, places)
