"""What is taken out of a plain text on the way to its document: every change is an edit.

Some changes hold for every line: controls, margins, wide spaces. Others follow from what lines
are: the break inside a paragraph, the marker of a list's item, the space between two columns.
The line ends that part one block from the next are structure, not text, and are no edits.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from publisher.sources.plain_text.captions import picture
from publisher.sources.plain_text.hyphens import Hyphens
from publisher.sources.plain_text.layout import unspaced
from publisher.sources.plain_text.lines import Line
from publisher.sources.plain_text.lists import items_in
from publisher.sources.plain_text.markers import MARKER, QUOTED
from publisher.sources.plain_text.quotes import passages
from publisher.sources.plain_text.sheet import Sheet
from publisher.sources.plain_text.tables import grid
from publisher.sources.reading import LineRole
from publisher.sources.source_map import Edit

_UNUSUAL = re.compile(
    # Characters that XML 1.0 forbids or discourages (section 2.2), and byte order marks.
    r"(?P<control>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff])"
    # White space wider than one blank, or other than one, or at either end of a line.
    r"|\s{2,}|[\t\x0b\x0c\x1c-\x1f\x85]|\A\s|\s\Z"
)
_NO_BREAK = re.compile("[\u00a0\u2007\u202f]")


def edits(sheet: Sheet, roles: Sequence[LineRole]) -> tuple[Edit, ...]:
    """All edits of the source, in order; what a role asks for goes before the rest."""
    structural = sorted(_structural(sheet, roles), key=attrgetter("start", "end"))
    return tuple(_merged(structural, _character_edits(sheet.lines)))


def _character_edits(lines: Sequence[Line]) -> Iterator[Edit]:
    for line in lines:
        if line.whole != line.text or not line.text.isprintable():
            yield from _unusual(line)


def _unusual(line: Line) -> Iterator[Edit]:
    for found in _UNUSUAL.finditer(line.whole):
        start, end = line.start + found.start(), line.start + found.end()
        if found["control"]:
            yield Edit(start, end, "", "control-character")
        elif start == line.start or end == line.end:
            yield Edit(start, end, "", "outer-space")
        else:
            kept = _NO_BREAK.search(found[0])
            yield Edit(start, end, kept[0] if kept else " ", "inner-space")


def _merged(structural: Sequence[Edit], others: Iterator[Edit]) -> Iterator[Edit]:
    """Both in order, less those of `others` that touch what is edited anyway."""
    waiting = iter(structural)
    following = next(waiting, None)
    for edit in others:
        while following and following.end <= edit.start:
            yield following
            following = next(waiting, None)
        if following is None or edit.end <= following.start:
            yield edit
    if following:
        yield following
        yield from waiting


def _structural(sheet: Sheet, roles: Sequence[LineRole]) -> Iterator[Edit]:
    hyphens = Hyphens(sheet)
    for role in roles:
        lines = range(role.first - 1, role.last)
        if role.role in _BY_ROLE:
            yield from _BY_ROLE[role.role](sheet, lines, hyphens)
        elif role.role in _JOINED:
            yield from joins(sheet, lines, hyphens)


_JOINED = frozenset(
    (
        "headline",
        "kicker",
        "standfirst",
        "byline",
        "dateline",
        "paragraph",
        "caption",
        "correction",
        "agency",
        "sources",
    )
)
"""The roles whose lines are one passage."""


def joins(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    """Each break between these lines becomes a space, or nothing where there was no space."""
    for at in lines[:-1]:
        line, following = sheet.lines[at], sheet.lines[at + 1]
        start, end = _text_end(line), _text_start(following)
        if dropped := hyphens.dropped(line, following):
            yield Edit(start - dropped, end, "", "joined-word")
        elif hyphens.kept(line, following) or (
            unspaced(line.text[-1]) and unspaced(following.text[0])
        ):
            yield Edit(start, end, "", "joined-line")
        else:
            yield Edit(start, end, " ", "joined-line")


def _text_start(line: Line) -> int:
    return line.start + len(line.whole) - len(line.whole.lstrip())


def _text_end(line: Line) -> int:
    return line.start + len(line.whole.rstrip())


def _heading(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    if len(lines) > 1:
        yield _removed(sheet.lines[lines[-1]], "heading-underline")
        yield from joins(sheet, lines[:-1], hyphens)


def _list(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    for item in items_in(sheet, lines):
        line = sheet.lines[item.lines.start]
        start = _text_start(line)
        if marker := MARKER.match(line.whole.lstrip()):
            yield Edit(start, start + marker.end(), "", "list-marker")
        yield from joins(sheet, item.lines, hyphens)


def _quote(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    for passage in passages(sheet, lines):
        yield from joins(sheet, passage, hyphens)
    for at in lines:
        start = _text_start(sheet.lines[at])
        if marker := QUOTED.match(sheet.lines[at].whole.lstrip()):
            yield Edit(start, start + marker.end(), "", "quote-marker")


def _table(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    found = grid(sheet, lines[0], lines[-1])
    for at in lines if found else ():
        line = sheet.lines[at]
        position = line.start
        for cell in found.rows.get(at, ()) if found else ():
            if cell.end > cell.start:
                start = line.start + cell.start
                if start > position:
                    yield Edit(position, start, "", "column-gap")
                position = line.start + cell.end
        if position < line.end:
            yield Edit(position, line.end, "", "column-gap")


def _figure(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    line = sheet.lines[lines[0]]
    start, end = _text_start(line), _text_end(line)
    shown = line.whole.strip()
    found = picture(shown)
    if found is None or found.caption[0] == found.caption[1]:
        yield Edit(start, end, "", "picture-name")
        return
    yield Edit(start, start + found.caption[0], "", "picture-name")
    if start + found.caption[1] < end:
        yield Edit(start + found.caption[1], end, "", "picture-name")


def _left_out(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    for at in lines:
        if not sheet.lines[at].blank:
            yield _removed(sheet.lines[at], "left-out")


def _end_mark(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    yield _removed(sheet.lines[lines[0]], "end-mark")


def _separator(sheet: Sheet, lines: range, hyphens: Hyphens) -> Iterator[Edit]:
    yield _removed(sheet.lines[lines[0]], "separator")


def _removed(line: Line, rule: str) -> Edit:
    return Edit(_text_start(line), _text_end(line), "", rule)


_BY_ROLE: dict[str, Callable[[Sheet, range, Hyphens], Iterator[Edit]]] = {
    "heading": _heading,
    "list": _list,
    "quote": _quote,
    "table": _table,
    "figure": _figure,
    "left-out": _left_out,
    "end-mark": _end_mark,
    "separator": _separator,
}
