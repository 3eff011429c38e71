"""Verse: short lines that the author broke."""

from itertools import pairwise

from publisher.sources.plain_text.layout import wrap_width
from publisher.sources.plain_text.markers import MARKER, QUOTED
from publisher.sources.plain_text.sheet import Proposal, Sheet

_LONGEST = 60
"""Columns of a line of verse; a line of prose is seldom as short for several lines."""

_FEWEST = 3


def verse(sheet: Sheet, at: int) -> Proposal | None:
    """Several short lines together, most of which end no sentence, are verse."""
    group = sheet.group(at)
    if at != group.start or len(group) < _FEWEST:
        return None
    lines = [sheet.lines[line] for line in group]
    if any(line.width > _LONGEST for line in lines) or sheet.layout.typical < 2 * _LONGEST:
        return None
    if any(MARKER.match(line.text) or QUOTED.match(line.text) or line.gaps for line in lines):
        return None
    if sum(line.ends_sentence for line in lines) > len(lines) / 2:
        return None
    apart = min(line.indent for line in lines) > 0 and not sheet.layout.indented
    if (
        not apart
        and wrap_width(list(pairwise(lines)))
        and any(line.text[0].islower() for line in lines[1:])
    ):
        return None
    confidence = 0.82 if apart else 0.72 if len(lines) > _FEWEST else 0.6
    reason = f"{len(lines)} short lines{', set in' if apart else ''}, of which few end a sentence"
    return Proposal("verse", group.stop - 1, "short-lines", confidence, reason)
