"""Boxes of pages (ISO 32000-1, 14.11.2): in one another, of one size, of a size that is taken."""

from collections import Counter
from collections.abc import Iterator

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.geometry import millimetres, points
from publisher.checks.preflight.marks import Box
from publisher.checks.preflight.subject import Sheet, Subject
from publisher.checks.preflight.trims import TOLERANCE, bleeds, is_allowed

_ROUNDING = 0.1
"""Points by which a box may reach out of another."""


def nested(subject: Subject) -> Iterator[Found]:
    """PRE010: a box that reaches out of the one that it must lie in."""
    for sheet in subject.sheets:
        stated = sheet.stated
        media = sheet.media
        pairs = [(name, media, "MediaBox") for name in stated if name != "MediaBox"]
        if "BleedBox" in stated:
            pairs += [(n, stated["BleedBox"], "BleedBox") for n in ("TrimBox",) if n in stated]
        for name, outer, called in pairs:
            if not _within(stated[name], outer):
                facts = {"box": name, "outer": called}
                yield Found(code="PRE010", facts=facts, page=sheet.number, box=stated[name])


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _ROUNDING
        and inner[1] >= outer[1] - _ROUNDING
        and inner[2] <= outer[2] + _ROUNDING
        and inner[3] <= outer[3] + _ROUNDING
    )


def sizes(subject: Subject) -> Iterator[Found]:
    """PRE011: pages that are cut to another size than most are."""
    if not subject.rules or not subject.rules.for_print:
        return
    rounded = Counter(_size(sheet) for sheet in subject.sheets)
    usual = rounded.most_common(1)[0][0] if rounded else ""
    for sheet in subject.sheets:
        if _size(sheet) != usual and not _is_about(sheet, usual):
            facts = {"size": _size(sheet), "usual": usual}
            yield Found(code="PRE011", facts=facts, page=sheet.number)


def _size(sheet: Sheet) -> str:
    return f"{millimetres(sheet.width):.1f} × {millimetres(sheet.height):.1f} mm"


def _is_about(sheet: Sheet, size: str) -> bool:
    width, height = (float(part) for part in size.removesuffix(" mm").split(" × "))
    return (
        abs(millimetres(sheet.width) - width) <= TOLERANCE / 2
        and abs(millimetres(sheet.height) - height) <= TOLERANCE / 2
    )


def refused_trims(subject: Subject) -> Iterator[Found]:
    """PRE012: a size that the target does not take."""
    rules = subject.rules
    if not rules:
        return
    for sheet in subject.sheets:
        if not is_allowed(sheet.width, sheet.height, rules):
            taken = ", ".join(f"{trim.width:g} × {trim.height:g}" for trim in rules.trims)
            facts = {"size": _size(sheet), "taken": taken}
            yield Found(code="PRE012", facts=facts, page=sheet.number)


def missing_trim_boxes(subject: Subject) -> Iterator[Found]:
    """PRE013: PDF/X asks each page for a TrimBox."""
    if subject.rules and subject.rules.standard.startswith("PDF/X"):
        for sheet in subject.sheets:
            if "TrimBox" not in sheet.stated:
                yield Found(code="PRE013", page=sheet.number)


def small_bleeds(subject: Subject) -> Iterator[Found]:
    """PRE014: a page whose bleed is smaller than the target asks of every page."""
    rules = subject.rules
    if not rules or rules.bleed_when != "always":
        return
    for sheet in filter(is_cut, subject.sheets):
        outer = sheet.stated.get("BleedBox", sheet.media)
        spine_left = is_spine_left(subject, sheet)
        for side, at, wanted in bleeds(sheet.trim, rules, spine_left=spine_left):
            has = (outer[at] - sheet.trim[at]) * (-1 if at < 2 else 1)
            # A trim that reaches out of the bleed is told by PRE010.
            if -_ROUNDING < has < abs(wanted - sheet.trim[at]) - points(TOLERANCE):
                facts = {
                    "side": side,
                    "has": f"{millimetres(max(has, 0.0)) + 0.0:.1f}",
                    "wanted": f"{rules.bleed:g}",
                }
                yield Found(code="PRE014", facts=facts, page=sheet.number)
                break


def is_cut(sheet: Sheet) -> bool:
    """Whether it is known what a page is cut to."""
    return sheet.cut


def is_spine_left(subject: Subject, sheet: Sheet) -> bool:
    """Whether a page is bound at its left: odd ones are, unless the work is read from the right."""
    return (sheet.number % 2 == 1) is not subject.right_to_left


def large_sheets(subject: Subject) -> Iterator[Found]:
    """PRE015: paper beyond the bleed where no marks are wanted: it would be printed smaller."""
    rules = subject.rules
    if not rules or not rules.for_print or rules.marks:
        return
    for sheet in filter(is_cut, subject.sheets):
        beyond = max(abs(sheet.media[at] - sheet.trim[at]) for at in range(4))
        if beyond > points(rules.bleed + TOLERANCE):
            facts = {"beyond": f"{millimetres(beyond):.1f}", "bleed": f"{rules.bleed:g}"}
            yield Found(code="PRE015", facts=facts, page=sheet.number)


def turned_pages(subject: Subject) -> Iterator[Found]:
    """PRE017: a page that is only shown turned, or in a unit of its own."""
    if not subject.rules or not subject.rules.for_print:
        return
    for sheet in subject.sheets:
        if sheet.turned:
            yield Found(code="PRE017", facts={"what": f"/Rotate {sheet.turned}"}, page=sheet.number)
        unit = sheet.page.obj.get("/UserUnit")
        if unit is not None and unit != 1:
            yield Found(code="PRE017", facts={"what": f"/UserUnit {unit}"}, page=sheet.number)
