"""Sub-headings: short lines that end with no mark, above a passage."""

import re

from publisher.sources.plain_text.layout import breaks_at
from publisher.sources.plain_text.markers import MARKER, QUOTED
from publisher.sources.plain_text.sheet import Proposal, Sheet

_UNDERLINE = re.compile(r"(?P<first>=+)|(?P<second>-+)|~+|_+")
_ADDRESS = re.compile(r"://|\S@\S|^www\.")

LONGEST = 80
"""Columns of a sub-heading; as a rule they have fewer than 60."""

_LONGEST_RUN_ON = 64
"""Columns of a sub-heading that no blank line sets off."""


def underlined(sheet: Sheet, at: int) -> Proposal | None:
    """A line with a line of = or - right below it, about as long, is a heading."""
    if at + 1 >= sheet.group(at).stop or not underline(sheet, at + 1):
        return None
    return Proposal("heading", at + 1, "underlined", 0.97, "a row of marks underlines it")


def underline(sheet: Sheet, at: int) -> bool:
    """Whether line `at` underlines the one above it."""
    line = sheet.lines[at]
    above = sheet.lines[at - 1]
    return (
        len(line.text) >= 3
        and _UNDERLINE.fullmatch(line.text) is not None
        and not above.blank
        and abs(line.width - above.width) <= max(3, above.width // 4)
    )


def heading(sheet: Sheet, at: int) -> Proposal | None:
    """A short line above a passage, alone or at its head, without a mark at its end."""
    line = sheet.lines[at]
    following = sheet.next_filled(at)
    if following is None or not _short(sheet, at) or QUOTED.match(line.text):
        return None
    group = sheet.group(at)
    if len(group) == 1:
        return _alone(sheet, at, following)
    if sheet.layout.wrapped:
        return _above_wrapped(sheet, at)
    return _run_on(sheet, at)


def _short(sheet: Sheet, at: int) -> bool:
    line = sheet.lines[at]
    text = line.text
    return (
        len(text) <= LONGEST
        and line.width <= LONGEST
        and not text[0].islower()
        and not line.gaps
        and any(map(str.isalnum, text))
        and not _ADDRESS.search(text)
        and not (text[-1] in ",;:-–—،，；：、" and not text.endswith("?"))
    )


def _alone(sheet: Sheet, at: int, following: int) -> Proposal | None:
    line = sheet.lines[at]
    typical = sheet.layout.typical
    if line.ends_sentence:
        asks = line.text[-1] in "?!？！؟" and len(line.text) <= 60 and typical > 150
        if asks and not line.text.startswith(("“", "„", "«", '"', "—", "–")):
            return Proposal("heading", at, "short-question", 0.6, "a short question by itself")
        return None
    if sheet.layout.wrapped and breaks_at(sheet.layout.width, line, sheet.lines[following]):
        return None
    item = MARKER.match(sheet.lines[following].text)
    if item and sheet.lines[following].text[item.end()].islower():
        reason = "by itself, though a list that goes on its sentence follows"
        return Proposal("heading", at, "open-line-above-list", 0.4, reason)
    if len(line.text) * 2 > typical and not line.shouted and typical > 60:
        return Proposal(
            "heading", at, "open-line-alone", 0.6, "by itself, without a mark at its end"
        )
    return Proposal(
        "heading", at, "short-line-alone", 0.92, "short, by itself, without a mark at its end"
    )


def _run_on(sheet: Sheet, at: int) -> Proposal | None:
    """Where no blank lines help: an open short line between a full one and a long one."""
    line = sheet.lines[at]
    group = sheet.group(at)
    if not line.open or line.width > _LONGEST_RUN_ON or at + 1 >= group.stop:
        return None
    below = sheet.lines[at + 1]
    if MARKER.match(line.text) or MARKER.match(below.text) or below.gaps:
        return None
    above = sheet.lines[at - 1] if at > group.start else None
    longer = len(below.text) >= max(1.5 * len(line.text), 0.3 * sheet.layout.typical)
    if not longer or (above and not (above.ends_sentence or above.gaps)):
        return None
    return Proposal(
        "heading",
        at,
        "short-line-above",
        0.85,
        "short, without a mark at its end, above a long line",
    )


def _above_wrapped(sheet: Sheet, at: int) -> Proposal | None:
    """At the head of a group of wrapped lines: a line that ends long before it had to."""
    line = sheet.lines[at]
    group = sheet.group(at)
    if at != group.start or not line.open or line.width > 0.75 * sheet.layout.width:
        return None
    if line.indent and sheet.layout.indented:
        return None
    below = sheet.lines[at + 1]
    if breaks_at(sheet.layout.width, line, below) or below.text[0].islower():
        return None
    if MARKER.match(line.text) or MARKER.match(below.text) or below.gaps:
        return None
    return Proposal(
        "heading", at, "short-line-above", 0.92, "ends long before the width, above a full line"
    )
