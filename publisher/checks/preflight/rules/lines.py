"""Lines that a press does not hold: thinner than the target's, or of no width at all."""

from collections.abc import Iterator

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import Mark, overlap
from publisher.checks.preflight.subject import Subject

_ROUNDING = 0.02
"""Points."""

_LONG = 4.0
"""Points from which on a thin area is a line."""


def hairlines(subject: Subject) -> Iterator[Found]:
    """PRE024 for thin lines, and for areas so thin that they are lines."""
    rules = subject.rules
    if not rules or not rules.line_least:
        return
    for sheet, mark in subject.all_marks():
        width = _width(mark)
        thin = width is not None and width < rules.line_least - _ROUNDING
        if thin and mark.seen and overlap(_wider(mark), sheet.bleed) and _inks_anything(mark):
            facts = {"width": f"{width:.2f}", "least": f"{rules.line_least:g}"}
            yield Found(code="PRE024", facts=facts, page=sheet.number, box=mark.box)


def _width(mark: Mark) -> float | None:
    if mark.kind == "stroke":
        return mark.size
    left, bottom, right, top = mark.box
    if mark.kind == "fill" and max(right - left, top - bottom) >= _LONG:
        return min(right - left, top - bottom)
    return None


def _wider(mark: Mark) -> tuple[float, float, float, float]:
    left, bottom, right, top = mark.box
    return (left - 1, bottom - 1, right + 1, top + 1)


def _inks_anything(mark: Mark) -> bool:
    return mark.plates is None or any(mark.plates.values())
