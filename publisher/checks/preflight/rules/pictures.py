"""Pictures that have too few pixels for their size on the page."""

from collections.abc import Iterator

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import Mark, Picture, overlap
from publisher.checks.preflight.subject import Subject
from publisher.targets import PdfRules

_ROUNDING = 1.0
"""Pixels to the inch."""

_LEAST_SIDE = 2
"""Pixels: less is an area of one colour that is drawn as a picture."""


def coarse_pictures(subject: Subject) -> Iterator[Found]:
    """PRE030 below the least that the target takes, PRE031 below what it wants."""
    rules = subject.rules
    if not rules:
        return
    for sheet, mark in subject.all_marks():
        if not mark.picture or not mark.seen or _is_plain(mark.picture):
            continue
        if mark.size and overlap(mark.box, sheet.bleed):
            yield from _found(mark, mark.picture, rules, sheet.number)


def _is_plain(picture: Picture) -> bool:
    return min(picture.width, picture.height) < _LEAST_SIDE


def _found(mark: Mark, picture: Picture, rules: PdfRules, page: int) -> Iterator[Found]:
    line_art = picture.bits == 1
    least = rules.line_art_least if line_art else rules.picture_least
    wanted = least if line_art else rules.picture_wanted
    facts = {
        "has": f"{mark.size:.0f}",
        "pixels": f"{picture.width} × {picture.height}",
        "what": "line art" if line_art else "a picture",
    }
    if mark.size < least - _ROUNDING:
        yield Found(code="PRE030", facts={**facts, "least": f"{least}"}, page=page, box=mark.box)
    elif mark.size < wanted - _ROUNDING:
        yield Found(code="PRE031", facts={**facts, "wanted": f"{wanted}"}, page=page, box=mark.box)
