"""Whether what meets the trim goes on to the edge of the bleed, as a rendered page shows it."""

from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.geometry import millimetres
from publisher.checks.preflight.marks import Box
from publisher.checks.preflight.rules.boxes import is_cut, is_spine_left
from publisher.checks.preflight.subject import Sheet, Subject
from publisher.checks.preflight.trims import bleeds

_SCALE = 1.0
"""Pixels to the point: one for the bleed of 3 mm is eight to nine pixels deep."""

_PAPER = 250
"""The darkest grey that is taken for paper."""

_INSIDE, _AT_EDGE = 1.5, 1.0
"""Points inwards from the trim, and from the edge of the bleed, where pixels are compared."""

_LEAST = 3
"""Pixels in a row; fewer are the end of a slanting line."""

_MOST_SIDE = 4000


def unfilled_bleed(subject: Subject) -> Iterator[Found]:
    """PRE016 for each side of a page where something meets the trim, and no bleed is behind it."""
    rules = subject.rules
    if not rules or rules.bleed_when == "never":
        return
    for sheet in filter(is_cut, subject.sheets):
        sides = list(bleeds(sheet.trim, rules, spine_left=is_spine_left(subject, sheet)))
        if rules.bleed_when == "always":  # PRE014 tells where there is less, or none
            sides = [_on_paper(sheet, side) for side in sides if _has_room(sheet, side)]
        near = [side for side in sides if _is_met(subject, sheet, side[1])]
        if near:
            yield from _measured(subject, sheet, near)


def _has_room(sheet: Sheet, side: tuple[str, int, float]) -> bool:
    return abs(sheet.media[side[1]] - sheet.trim[side[1]]) > 2 * _AT_EDGE


def _on_paper(sheet: Sheet, side: tuple[str, int, float]) -> tuple[str, int, float]:
    """A side whose bleed ends no later than the paper does."""
    name, at, edge = side
    nearest = max if at < 2 else min
    return name, at, nearest(edge, sheet.media[at])


def _is_met(subject: Subject, sheet: Sheet, at: int) -> bool:
    """Whether the box of anything painted reaches a side of the trim."""
    way = -1 if at < 2 else 1
    return any(
        mark.seen and way * (mark.box[at] - sheet.trim[at]) > -_INSIDE
        for mark in subject.marks(sheet)
    )


def _measured(
    subject: Subject, sheet: Sheet, sides: Sequence[tuple[str, int, float]]
) -> Iterator[Found]:
    picture = _rendered(subject.document, sheet)
    if picture is None:
        return
    for name, at, edge in sides:
        way = -1 if at < 2 else 1
        inside = _line(picture, sheet, at, sheet.trim[at] - way * _INSIDE)
        beyond = _line(picture, sheet, at, edge - way * _AT_EDGE)
        run = _longest_run([i < _PAPER <= b for i, b in zip(inside, beyond, strict=True)])
        if run:
            facts = {"side": name, "bleed": f"{millimetres(abs(edge - sheet.trim[at])):.1f}"}
            box = _box(sheet, at, run)
            yield Found(code="PRE016", facts=facts, page=sheet.number, box=box)


def _rendered(document: pypdfium2.PdfDocument, sheet: Sheet) -> Image.Image | None:
    """The page with all its paper, in grey; None where it cannot be drawn, or is huge."""
    left, bottom, right, top = sheet.media
    if max(right - left, top - bottom) * _SCALE > _MOST_SIDE:
        return None
    page = document[sheet.number - 1]
    try:
        page.set_cropbox(*sheet.media)
        page.set_rotation(0)
        bitmap = page.render(scale=_SCALE, may_draw_forms=False)
        picture: Image.Image = bitmap.to_pil().convert("L")
        return picture.copy()
    finally:
        page.close()


def _line(picture: Image.Image, sheet: Sheet, at: int, where: float) -> bytes:
    """The pixels along a side within the trim, at a place; what lies beyond the paper is paper."""
    left, bottom, right, top = sheet.trim
    x = [round((edge - sheet.media[0]) * _SCALE) for edge in (left, right)]
    y = [round((sheet.media[3] - edge) * _SCALE) for edge in (top, bottom)]
    if at in (0, 2):
        column = int((where - sheet.media[0]) * _SCALE)
        box = (column, y[0], column + 1, y[1])
        outside = not 0 <= column < picture.width
    else:
        row = int((sheet.media[3] - where) * _SCALE)
        box = (x[0], row, x[1], row + 1)
        outside = not 0 <= row < picture.height
    size = max(box[2] - box[0], 0) * max(box[3] - box[1], 0)
    return b"\xff" * size if outside else picture.crop(box).tobytes()


def _longest_run(flags: Sequence[bool]) -> tuple[int, int] | None:
    """Start and end of the longest row of True; None where it is too short."""
    best, start = (0, 0), None
    for at, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            best = max(best, (start, at), key=lambda run: run[1] - run[0])
            start = None
    return best if best[1] - best[0] >= _LEAST else None


def _box(sheet: Sheet, at: int, run: tuple[int, int]) -> Box:
    """The box of a stretch along a side of the trim."""
    left, _, _, top = sheet.trim
    start, end = (edge / _SCALE for edge in run)
    if at in (0, 2):
        x = sheet.trim[at]
        return (x - 2, top - end, x + 2, top - start)
    y = sheet.trim[at]
    return (left + start, y - 2, left + end, y + 2)
