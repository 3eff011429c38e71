"""Paragraphs: a line each, or the lines that were broken at a width, or from indent to indent."""

from publisher.sources.plain_text.layout import breaks_at
from publisher.sources.plain_text.lists import opens_list
from publisher.sources.plain_text.markers import QUOTED
from publisher.sources.plain_text.sheet import Proposal, Sheet

_SHORT = 80
"""Characters; an open line no longer than this may well be something else than a paragraph."""

_GOES_ON = "-\u2010\u00ad,"
"""What ends a line in the middle of a sentence."""


def paragraph(sheet: Sheet, at: int) -> Proposal:
    """Any line may be a paragraph; how sure that is depends on how it ends."""
    last = paragraph_end(sheet, at)
    closing = sheet.lines[last]
    ends = closing.ends_sentence or closing.text[-1] in ":："
    confidence = 0.93 if ends else 0.8
    if not ends and last == at and len(closing.text) <= _SHORT:
        confidence = 0.75 if last == sheet.last else 0.5
    if last > at:
        reason = f"lines broken at {sheet.layout.width or closing.width} columns"
        return Proposal("paragraph", last, "wrapped-lines", min(confidence, 0.9), reason)
    return Proposal("paragraph", last, "line-is-paragraph", confidence, "one line a paragraph")


def paragraph_end(sheet: Sheet, at: int) -> int:
    """The last line of the paragraph that line `at` begins."""
    stop = sheet.group(at).stop
    while at + 1 < stop and _continues(sheet, at + 1):
        at += 1
    return at


def _continues(sheet: Sheet, at: int) -> bool:
    """Whether line `at` belongs to the same paragraph as the one above it."""
    line, above = sheet.lines[at], sheet.lines[at - 1]
    if at in sheet.given or line.gaps or QUOTED.match(line.text) or opens_list(sheet, at):
        return False
    layout = sheet.layout
    if not layout.wrapped:
        # One line was broken in a text that breaks no others.
        goes_on = above.open or above.text[-1] in _GOES_ON
        return line.text[0].islower() and above.width <= 100 and goes_on
    if layout.indented:
        return not line.indent
    full = breaks_at(layout.width, above, line)
    return full or not above.ends_sentence or line.text[0].islower()
