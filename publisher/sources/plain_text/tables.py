"""Tables: columns parted by tabs, by bars, or by white space that runs down all lines."""

import re
from collections.abc import Callable, Sequence

import msgspec

from publisher.document.nodes import Alignment
from publisher.sources.plain_text.lines import Line
from publisher.sources.plain_text.sheet import Proposal, Sheet

_TABS = re.compile(r"\s*\t\s*")
_BARS = re.compile(r"\s*\|\s*")
_RULE = re.compile(r"[\s|+:=-]*[-=]{2,}[\s|+:=-]*")
_NUMBER = re.compile(r"(?=.*\d)[\s\d.,:;%+()−–$€£¥/-]+")

_GAP = 2
"""Columns of white space that part two columns of a table."""

_WIDEST = 400
"""Characters; lines longer than this are no table that somebody aligned."""


class Cut(msgspec.Struct, frozen=True):
    """Where the text of a cell stands, in characters of its whole line; empty where it has none."""

    start: int
    end: int


class Grid(msgspec.Struct, frozen=True):
    """A table's lines as cells. `rules` are lines without words; `head` counts heading rows."""

    rows: dict[int, tuple[Cut, ...]]
    rules: tuple[int, ...]
    head: int
    alignments: tuple[Alignment, ...]


def table(sheet: Sheet, at: int) -> Proposal | None:
    """Lines with columns one below the other are a table."""
    line = sheet.lines[at]
    if not line.gaps and "|" not in line.text:
        return None
    for rule, belongs, confidence in _KINDS:
        last = _last(sheet, at, belongs)
        if last > at and grid(sheet, at, last):
            reason = f"{last - at + 1} lines in columns"
            return Proposal("table", last, rule, confidence, reason)
    return None


def _last(sheet: Sheet, at: int, belongs: Callable[[Line], bool]) -> int:
    stop = sheet.group(at).stop
    last = at - 1
    while (
        last + 1 < stop
        and belongs(sheet.lines[last + 1])
        and (last < at or last + 1 not in sheet.given)
    ):
        last += 1
    return last


def _tabbed(line: Line) -> bool:
    return "\t" in line.whole.strip()


def _barred(line: Line) -> bool:
    return "|" in line.text.strip("| ") or _RULE.fullmatch(line.text) is not None


def _spaced(line: Line) -> bool:
    return line.gaps and "\t" not in line.whole


_KINDS: tuple[tuple[str, Callable[[Line], bool], float], ...] = (
    ("tabs", _tabbed, 0.95),
    ("bars", _barred, 0.95),
    ("aligned-columns", _spaced, 0.88),
)


def grid(sheet: Sheet, first: int, last: int) -> Grid | None:
    """The cells of lines `first` to `last`; None where they are in no columns."""
    lines = sheet.lines[first : last + 1]
    rules = tuple(line.number - 1 for line in lines if _RULE.fullmatch(line.text))
    written = [line for line in lines if line.number - 1 not in rules]
    if all(map(_tabbed, written)):
        cut = {line.number - 1: _split(line, _TABS) for line in written}
    elif all(map(_barred, written)):
        cut = {line.number - 1: _split(line, _BARS) for line in written}
    else:
        cut = _columns(written)
    count = max(map(len, cut.values()), default=0)
    if count < 2 or len(cut) < 2:
        return None
    rows = {at: (*cells, *(Cut(0, 0),) * (count - len(cells))) for at, cells in cut.items()}
    texts = [[_cell(sheet.lines[at], cell) for cell in cells] for at, cells in rows.items()]
    head = sum(at < rules[0] for at in rows) if rules else int(_first_row_heads(texts))
    return Grid(rows, rules, head if head < len(rows) else 0, _alignments(texts[head:]))


def _split(line: Line, gap: re.Pattern[str]) -> tuple[Cut, ...]:
    """The cells of a line whose columns are parted by a mark; outer marks open none."""
    start, end = _seen(line.whole, 0, len(line.whole))
    cells: list[Cut] = []
    for found in gap.finditer(line.whole, start, end):
        if found.start() > start or cells:
            cells.append(Cut(start, found.start()))
        start = found.end()
    if start < end or not cells:
        cells.append(Cut(start, end))
    return tuple(cells)


def _columns(lines: Sequence[Line]) -> dict[int, tuple[Cut, ...]]:
    """The cells of lines whose columns are parted by white space that runs down all of them."""
    width = max((len(line.whole) for line in lines), default=0)
    if width > _WIDEST:
        return {}
    columns: list[tuple[int, int]] = []
    for at in range(width):
        if all(line.whole[at : at + 1].isspace() or at >= len(line.whole) for line in lines):
            continue
        if columns and (at == columns[-1][1] or not _parts(lines, columns[-1][1], at)):
            columns[-1] = (columns[-1][0], at + 1)
        else:
            columns.append((at, at + 1))
    if len(columns) < 2 or (len(lines) < 3 and not _far_apart(columns)):
        return {}
    return {
        line.number - 1: tuple(Cut(*_seen(line.whole, start, end)) for start, end in columns)
        for line in lines
    }


def _parts(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the white space at `start` to `end` is, in each line, wider than between words."""
    for line in lines:
        before, after = line.whole[:start].rstrip(), line.whole[end:].lstrip()
        if before and after and len(line.whole.rstrip()) - len(before) - len(after) < _GAP:
            return False
    return True


def _far_apart(columns: list[tuple[int, int]]) -> bool:
    """Whether two lines alone show columns: three, or two with a wide gap."""
    return len(columns) > 2 or columns[1][0] - columns[0][1] > _GAP


def _seen(whole: str, start: int, end: int) -> tuple[int, int]:
    """The part of `whole[start:end]` that is not white space at its ends."""
    part = whole[start:end]
    lead = len(part) - len(part.lstrip())
    text = part.strip()
    return (start + lead, start + lead + len(text)) if text else (start, start)


def _cell(line: Line, cut: Cut) -> str:
    return line.whole[cut.start : cut.end]


def _first_row_heads(texts: list[list[str]]) -> bool:
    """Whether the first row names the columns: it holds no number where others do."""
    numeric = [
        any(_NUMBER.fullmatch(row[column]) for row in texts[1:]) for column in range(len(texts[0]))
    ]
    return any(numeric) and not any(map(_NUMBER.fullmatch, texts[0]))


def _alignments(texts: list[list[str]]) -> tuple[Alignment, ...]:
    """Columns of numbers stand to the right, all others to the left."""
    return tuple(
        "right"
        if any(column) and all(not cell or _NUMBER.fullmatch(cell) for cell in column)
        else "left"
        for column in zip(*texts, strict=True)
    )
