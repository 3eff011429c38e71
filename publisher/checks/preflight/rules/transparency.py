"""Transparency (ISO 32000-1, 11) where a target takes none."""

from collections.abc import Iterator

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import Mark
from publisher.checks.preflight.subject import Subject


def see_through(subject: Subject) -> Iterator[Found]:
    """PRE045 for each kind of transparency on a page, where it is first used."""
    if not subject.rules or subject.rules.transparency:
        return
    for sheet in subject.sheets:
        told: set[str] = set()
        for mark in subject.marks(sheet):
            what = _what(mark)
            if what and what not in told:
                told.add(what)
                yield Found(code="PRE045", facts={"what": what}, page=sheet.number, box=mark.box)


def _what(mark: Mark) -> str | None:
    if mark.where == "soft mask":
        return None  # what it masks is told
    if mark.masked:
        return "a soft mask"
    if mark.blend != "Normal":
        return f"the blend mode {mark.blend}"
    return f"an opacity of {mark.alpha:.0%}" if mark.alpha < 1 else None
