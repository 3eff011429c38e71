"""Colour spaces that a target does not take, wherever they paint."""

from collections.abc import Iterator

from publisher.checks.preflight.colour import Space
from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import Mark
from publisher.checks.preflight.subject import Subject
from publisher.targets import PdfRules

_WHAT = {
    "text": "text",
    "fill": "an area",
    "stroke": "a line",
    "picture": "a picture",
    "shading": "a shading",
}
_REGISTRATION = "All"


def refused_colours(subject: Subject) -> Iterator[Found]:
    """PRE020 for each colour space of a page that is refused, at its first use for each thing."""
    rules = subject.rules
    if not rules:
        return
    for sheet in subject.sheets:
        told: set[tuple[str, str]] = set()
        for mark in subject.marks(sheet):
            if not _is_refused(mark.space, rules):
                continue
            what = _described(mark)
            if (mark.space.name, what) not in told:
                told.add((mark.space.name, what))
                facts = {"space": mark.space.name, "what": what}
                yield Found(code="PRE020", facts=facts, page=sheet.number, box=mark.box)


def _is_refused(space: Space, rules: PdfRules) -> bool:
    if space.profiled and rules.standard == "PDF/X-1a:2001":
        return True  # device spaces alone, and spot colours
    if space.family == "spot":
        if space.colourants in ((_REGISTRATION,), ("None",), ("Black",)):
            return False
        return "spot" not in rules.colours
    return space.family not in (*rules.colours, "pattern")


def _described(mark: Mark) -> str:
    what = _WHAT[mark.kind]
    return what if mark.where in ("page", "form") else f"{what} of a {_CALLED[mark.where]}"


_CALLED = {
    "pattern": "pattern",
    "glyph": "Type 3 glyph",
    "soft mask": "soft mask",
    "annotation": "link or comment",
}
