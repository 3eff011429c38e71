"""The rules by which a plain text's lines get their roles: each named, with a reason.

A rule looks at the lines from one position and says how many it takes; the first in `RULES`
that takes any decides. A confidence is the share of articles of this kind in which the rule is
right, as far as it was measured; below `SURE` the choice is reported.
"""

from collections.abc import Callable

import msgspec

from publisher.sources.reading import LineRole
from publisher.sources.source_map import LINE_END, SourceMap

SURE = 0.7
"""A choice less sure than this is a located note (TXT002)."""

LONGEST_HEADLINE = 240
LONGEST_STANDFIRST = 600
"""Code points; a longer line at the head of an article is more likely a paragraph."""


class Line(msgspec.Struct, frozen=True):
    """One line: its number from 1, and where its text stands in the normalised source."""

    number: int
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text


def split_lines(source_map: SourceMap) -> tuple[Line, ...]:
    """The lines of the normalised text; a line end at the very end opens no further line."""
    text = source_map.text
    lines = []
    start = 0
    for number, found in enumerate(LINE_END.finditer(text), start=1):
        lines.append(Line(number, start, found.start(), text[start : found.start()]))
        start = found.end()
    if start < len(text):
        lines.append(Line(len(lines) + 1, start, len(text), text[start:]))
    return tuple(lines)


class Sheet(msgspec.Struct, frozen=True):
    """The lines of a source, and its head: the indices from its first text to a blank line."""

    lines: tuple[Line, ...]
    head: range


def sheet(lines: tuple[Line, ...]) -> Sheet:
    """The lines with their head found; the head of a text without words is empty."""
    start = next((at for at, line in enumerate(lines) if not line.blank), len(lines))
    end = next((at for at in range(start, len(lines)) if lines[at].blank), len(lines))
    return Sheet(lines, range(start, end))


Rule = Callable[[Sheet, int], LineRole | None]


def blank(sheet: Sheet, at: int) -> LineRole | None:
    """An empty line parts what stands around it."""
    if not sheet.lines[at].blank:
        return None
    return _role(sheet, at, "blank", "blank-line", 1.0, "nothing stands on it")


def headline(sheet: Sheet, at: int) -> LineRole | None:
    """The first line with text is the headline."""
    if at != sheet.head.start:
        return None
    if len(sheet.lines[at].text) > LONGEST_HEADLINE:
        reason = f"first line with text, though longer than {LONGEST_HEADLINE} characters"
        return _role(sheet, at, "headline", "first-line", 0.5, reason)
    return _role(sheet, at, "headline", "first-line", 0.98, "first line with text")


def standfirst(sheet: Sheet, at: int) -> LineRole | None:
    """The line right under the headline, when a blank line parts the two from the rest."""
    parted = sheet.head.stop < len(sheet.lines)
    if at != sheet.head.start + 1 or at not in sheet.head or not parted:
        return None
    if len(sheet.lines[at].text) > LONGEST_STANDFIRST:
        return None
    if len(sheet.head) == 2:
        reason = "stands alone between the headline and a blank line"
        return _role(sheet, at, "standfirst", "line-before-blank", 0.95, reason)
    reason = f"second of {len(sheet.head)} lines before the first blank line"
    return _role(sheet, at, "standfirst", "second-of-head", 0.6, reason)


def paragraph(sheet: Sheet, at: int) -> LineRole | None:
    """Any other line is a paragraph."""
    if at == sheet.head.start + 1 and len(sheet.lines[at].text) > LONGEST_STANDFIRST:
        reason = f"too long for a standfirst: more than {LONGEST_STANDFIRST} characters"
        return _role(sheet, at, "paragraph", "long-second-line", 0.65, reason)
    return _role(sheet, at, "paragraph", "line-is-paragraph", 0.9, "one line a paragraph")


RULES: tuple[Rule, ...] = (blank, headline, standfirst, paragraph)


def infer_roles(lines: tuple[Line, ...]) -> tuple[LineRole, ...]:
    """A role for each line, in order."""
    page = sheet(lines)
    roles: list[LineRole] = []
    at = 0
    while at < len(lines):
        role = next(filter(None, (rule(page, at) for rule in RULES)))
        roles.append(role)
        at += role.last - role.first + 1
    return tuple(roles)


def _role(sheet: Sheet, at: int, role: str, rule: str, confidence: float, reason: str) -> LineRole:
    number = sheet.lines[at].number
    return LineRole(number, number, role, rule, confidence, reason)
