"""Text in inks that a press does not hold: black of four inks, small type, overprint."""

from collections.abc import Iterator, Sequence

from publisher.checks.preflight.colour import PROCESS, is_black
from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import Mark, overlap
from publisher.checks.preflight.subject import Subject
from publisher.targets import PdfRules

_LEAST_INK = 0.005
_MOST_BELOW = 2000


def text_in_inks(subject: Subject) -> Iterator[Found]:
    """PRE021: black text of other inks than black; PRE022: small text in several inks."""
    rules = subject.rules
    if not rules:
        return
    for sheet, mark in subject.all_marks():
        if mark.kind == "text" and mark.seen and (code := _code(mark, rules)):
            facts = {"space": mark.space.name}
            if code == "PRE022":
                facts = {"size": f"{mark.size:.1f}", "least": f"{rules.type_in_inks_least:g}"}
            yield Found(code=code, facts=facts, page=sheet.number, box=mark.box)


def _code(mark: Mark, rules: PdfRules) -> str | None:
    if mark.space.family not in (*rules.colours, "pattern"):
        return None  # PRE020 tells of a colour that is not taken at all
    plates = mark.plates
    if rules.text_black == "black-ink" and is_black(mark.space, mark.values):
        is_key = plates is not None and all(ink == "Black" or not plates[ink] for ink in plates)
        return None if is_key else "PRE021"
    several = plates is not None and sum(share > _LEAST_INK for share in plates.values()) > 1
    return "PRE022" if several and mark.size < rules.type_in_inks_least else None


def overprinting_white(subject: Subject) -> Iterator[Found]:
    """PRE025: what has no ink and is set to overprint, so that nothing of it is printed."""
    if not subject.rules or not subject.rules.for_print:
        return
    for sheet, mark in subject.all_marks():
        if mark.overprint and mark.plates and mark.seen and not any(mark.plates.values()):
            process = all(ink in PROCESS for ink in mark.plates)
            if mark.overprint_mode == 1 or not process:
                yield Found(code="PRE025", page=sheet.number, box=mark.box)


def cutting_black(subject: Subject) -> Iterator[Found]:
    """PRE026: black text that leaves out the colour below it, where it should print over it."""
    if not subject.rules or not subject.rules.black_overprint:
        return
    for sheet in subject.sheets:
        marks = subject.marks(sheet)
        for at, mark in enumerate(marks):
            cuts = mark.kind == "text" and mark.seen and _is_key(mark) and not mark.overprint
            if cuts and _has_colour(mark, marks[max(0, at - _MOST_BELOW) : at]):
                yield Found(code="PRE026", page=sheet.number, box=mark.box)


def _is_key(mark: Mark) -> bool:
    plates = mark.plates or {}
    return plates.get("Black", 0.0) >= 1 - _LEAST_INK and sum(plates.values()) < 1 + _LEAST_INK


def _has_colour(mark: Mark, below: Sequence[Mark]) -> bool:
    """Whether the area that lies next below a text's box has other inks than black."""
    for other in reversed(below):
        if other.kind in ("fill", "picture", "shading") and overlap(mark.box, other.box):
            if other.plates is None:
                return other.space.family not in ("grey", "pattern")
            return any(share for ink, share in other.plates.items() if ink != "Black")
    return False
