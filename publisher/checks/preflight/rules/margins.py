"""What is left free of text at the edges, and at the spine by the count of pages."""

from collections.abc import Iterator

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.geometry import millimetres
from publisher.checks.preflight.marks import overlap
from publisher.checks.preflight.rules.boxes import is_cut, is_spine_left
from publisher.checks.preflight.subject import Sheet, Subject
from publisher.targets import PdfRules

_SIDES = ("left", "bottom", "right", "top")
_TOLERANCE = 0.4
"""Millimetres: the box of a run of text is that of its letters' sizes, not of their ink."""


def narrow_margins(subject: Subject) -> Iterator[Found]:
    """PRE018: text that stands too near to the edge of a page, at the first place on each side."""
    rules = subject.rules
    if not rules or not (rules.margin or rules.gutter):
        return
    for sheet in filter(is_cut, subject.sheets):
        spine = "left" if is_spine_left(subject, sheet) else "right"
        wanted = {side: _wanted(rules, side == spine, len(subject.sheets)) for side in _SIDES}
        yield from _on(subject, sheet, wanted, spine)


def _wanted(rules: PdfRules, at_spine: bool, pages: int) -> float:
    return max(rules.margin, rules.margin_at_spine(pages)) if at_spine else rules.margin


def _on(subject: Subject, sheet: Sheet, wanted: dict[str, float], spine: str) -> Iterator[Found]:
    nearest: dict[str, tuple[float, Found]] = {}
    for mark in subject.marks(sheet):
        if mark.kind != "text" or not mark.seen or not overlap(mark.box, sheet.trim):
            continue
        for at, side in enumerate(_SIDES):
            way = 1 if at < 2 else -1
            free = millimetres(way * (mark.box[at] - sheet.trim[at]))
            if free < wanted[side] - _TOLERANCE and free < nearest.get(side, (free + 1,))[0]:
                where = "spine" if side == spine else side
                facts = {"free": f"{free:.1f}", "wanted": f"{wanted[side]:g}", "side": where}
                found = Found(code="PRE018", facts=facts, page=sheet.number, box=mark.box)
                nearest[side] = (free, found)
    yield from (found for _, found in nearest.values())
