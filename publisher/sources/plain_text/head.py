"""The head of an article: kicker, headline, standfirst, byline and date, down to its text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from publisher.sources.plain_text.credits import byline, date_line
from publisher.sources.plain_text.dateline import run_in
from publisher.sources.plain_text.layout import breaks_at, wrap_width
from publisher.sources.plain_text.lines import Line
from publisher.sources.plain_text.markers import MARKER, QUOTED
from publisher.sources.plain_text.sheet import Proposal, Sheet

LONGEST_HEADLINE = 240
LONGEST_STANDFIRST = 600
"""Characters; a longer line at the head of an article is more likely a paragraph."""

_MOST_HEADLINE_LINES = 5
_MOST_STANDFIRST_LINES = 8

_SURE_CREDIT = 0.8
"""The confidence of a credit line that ends a headline or a standfirst."""

_NARROWEST = 90
"""Columns; a headline is broken into lines no longer than this."""

_LONE_STANDFIRST = 220
"""Characters of a standfirst that nothing but its shortness tells from a paragraph."""

_SOLID = 2
"""Lines without a blank one between; more show that blank lines part no paragraphs."""

_SHORTER, _FAR_SHORTER = 0.9, 0.5
"""The share of a paragraph's length that a standfirst in a group of its own has at most."""

_PARAGRAPH = 150
"""Characters of a paragraph, at least, for a shorter line to be told from it."""

ROLES = frozenset(("kicker", "headline", "standfirst", "byline", "dateline"))


class Placed(msgspec.Struct, frozen=True):
    """A proposal, where it begins, and what else was proposed there."""

    first: int
    proposal: Proposal
    others: tuple[Proposal, ...] = ()


def read_head(sheet: Sheet) -> list[Placed]:
    """The lines of the head, in order; the text of the article begins after the last."""
    found: list[Placed] = []
    at: int | None = sheet.groups[0].start
    while at is not None:
        placed = _given(sheet, at) or _next(sheet, at, [one.proposal.role for one in found], found)
        if placed is None or (placed.proposal.role not in ROLES):
            break
        found.append(placed)
        at = sheet.next_filled(placed.proposal.last)
    return found


def _given(sheet: Sheet, at: int) -> Placed | None:
    if at not in sheet.given:
        return None
    role, last = sheet.given[at]
    return Placed(at, Proposal(role, last, "given", 1.0, "given beside the text"))


def _next(sheet: Sheet, at: int, roles: list[str], found: list[Placed]) -> Placed | None:
    if "headline" not in roles:
        given = any(role == "headline" for role, _ in sheet.given.values())
        above = None if roles or given else kicker(sheet, at)
        return _placed(at, above or headline(sheet, at), kicker(sheet, at))
    credit = _credit(sheet, at, found)
    if credit and (credit.role not in roles or _one_more_byline(credit, at, found[-1])):
        return _placed(at, credit, standfirst(sheet, at, found))
    below = None if "standfirst" in roles else standfirst(sheet, at, found)
    return _placed(at, below, credit) if below else None


def _one_more_byline(credit: Proposal, at: int, above: Placed) -> bool:
    """Whether a byline stands right below another: each of its authors has a line."""
    last = above.proposal
    right_below = last.role == "byline" and last.last == at - 1
    return right_below and credit.role == "byline" and credit.confidence >= _SURE_CREDIT


def _placed(at: int, best: Proposal, *others: Proposal | None) -> Placed:
    return Placed(at, best, tuple(other for other in others if other and other is not best))


def _best(proposals: Iterator[Proposal | None]) -> Proposal | None:
    return max(filter(None, proposals), key=lambda one: one.confidence, default=None)


def _credit(sheet: Sheet, at: int, found: list[Placed]) -> Proposal | None:
    """A credit line at `at`: with the headline, or in a group of nothing but credits."""
    credit = _best(rule(sheet, at) for rule in (byline, date_line))
    group = sheet.group(at)
    if credit is None or found[-1].proposal.last in group:
        return credit
    alone = all(_begins_more(sheet, line) for line in group if line != at)
    return credit if alone else None


def kicker(sheet: Sheet, at: int) -> Proposal | None:
    """One to three words in capitals, or with a colon, above a longer line that has neither."""
    line = sheet.lines[at]
    below = sheet.next_filled(at)
    if below is None or len(line.text.split()) > 3 or len(line.text) > 32:
        return None
    headline = sheet.lines[below]
    after = sheet.next_filled(below)
    marked = (line.shouted and not headline.shouted) or line.text[-1] in ":："
    longer = len(headline.text) > 1.5 * len(line.text) and len(headline.text) <= 160
    if not marked or not longer or headline.ends_sentence or after is None:
        return None
    if len(line.text) < 3 or date_line(sheet, below) or byline(sheet, below):
        return None
    return Proposal("kicker", at, "short-line-over-headline", 0.8, "a few words above the headline")


def headline(sheet: Sheet, at: int) -> Proposal:
    """The first line with text is the headline, and the lines after it into which it was broken."""
    last = _headline_end(sheet, at)
    length = sum(len(line.text) for line in sheet.lines[at : last + 1])
    if length > LONGEST_HEADLINE:
        reason = f"first line with text, though longer than {LONGEST_HEADLINE} characters"
        return Proposal("headline", last, "first-line", 0.5, reason)
    if last > at:
        reason = f"a headline broken over {last - at + 1} lines"
        return Proposal("headline", last, "first-lines", 0.9, reason)
    return Proposal("headline", last, "first-line", 0.98, "first line with text")


def _headline_end(sheet: Sheet, at: int) -> int:
    """The last line of the headline, where it was broken over several.

    The lines down to the first credit or blank are the headline, or the headline and then a
    standfirst; each part must have been broken at a width of its own.
    """
    group = sheet.group(at)
    stop = at + 1
    while stop < group.stop and not _begins_more(sheet, stop):
        stop += 1
    lines = sheet.lines[at : min(stop, at + _MOST_HEADLINE_LINES + _MOST_STANDFIRST_LINES)]
    if _broken(lines):
        return at + len(lines) - 1
    if broken := _broken_like_text(sheet, lines):
        return at + broken - 1
    for count in range(1, min(len(lines), _MOST_HEADLINE_LINES)):
        below = lines[count:]
        if (count == 1 or _broken(lines[:count])) and _closed(below):
            return at + count - 1
    return at


def _broken_like_text(sheet: Sheet, lines: Sequence[Line]) -> int:
    """How many lines are a headline that was broken where the text's lines are; 0 if none."""
    width, count = sheet.layout.width, 1
    if not width:
        return 0
    while count < len(lines) and breaks_at(width, lines[count - 1], lines[count]):
        count += 1
    whole = 1 < count <= _MOST_HEADLINE_LINES and not any(
        line.ends_sentence and not following.text[0].islower()
        for line, following in pairwise(lines[:count])
    )
    # What goes on from a headline and ends a sentence is a standfirst below a long headline.
    return 0 if not whole or lines[count - 1].ends_sentence else count


def _begins_more(sheet: Sheet, at: int) -> bool:
    """Whether something else than a headline or standfirst begins at line `at`, for sure."""
    credit = _best(rule(sheet, at) for rule in (byline, date_line))
    if at in sheet.given or sheet.lines[at].gaps:
        return True
    if MARKER.match(sheet.lines[at].text) and not credit:
        return True
    return credit is not None and credit.confidence >= _SURE_CREDIT


def _broken(lines: Sequence[Line]) -> bool:
    """Whether lines are one headline: none ends a sentence, and each break was needed."""
    if not 1 < len(lines) <= _MOST_HEADLINE_LINES or not _filled(lines):
        return False
    if any(line.ends_sentence or line.width > _NARROWEST for line in lines[:-1]):
        return False
    if lines[-1].ends_sentence and lines[-1].text[-1] not in "?!？！":
        return False
    if not all(" " in line.text for line in lines[:-1]):
        return False
    carried = any(
        line.text[0].islower() or above.text[-1] in ",-–—:" for above, line in pairwise(lines)
    )
    return carried or len(lines) > 2 or all(line.shouted for line in lines)


def _closed(lines: Sequence[Line]) -> bool:
    """Whether lines are one passage that ends as a standfirst does."""
    return not lines[0].text[0].islower() and (
        len(lines) == 1 or (lines[-1].ends_sentence and _filled(lines))
    )


def _filled(lines: Sequence[Line]) -> bool:
    """Whether each line but the last is full, at the width of the longest."""
    width = max(line.extent for line in lines)
    return all(breaks_at(width, line, following) for line, following in pairwise(lines))


def standfirst(sheet: Sheet, at: int, found: list[Placed]) -> Proposal | None:
    """What stands between the headline and the text, and is shorter than a paragraph."""
    group = sheet.group(at)
    stop = at + 1
    while stop < group.stop and not _begins_more(sheet, stop):
        stop += 1
    lines = sheet.lines[at:stop]
    if any(line.gaps or MARKER.match(line.text) or QUOTED.match(line.text) for line in lines):
        return None
    length = sum(len(line.text) + 1 for line in lines) - 1
    if length > LONGEST_STANDFIRST:
        return None
    if found[-1].proposal.last == at - 1:
        return _below_headline(sheet, at, stop, length)
    return _set_apart(sheet, at, stop, length)


def _below_headline(sheet: Sheet, at: int, stop: int, length: int) -> Proposal | None:
    """Right below the headline, if a blank line or a credit parts it from the text."""
    credited = stop < sheet.group(at).stop
    if not credited and sheet.group_after(at) is None:
        return None
    if stop == at + 1:
        reason = "stands alone between the headline and a blank line"
        return Proposal("standfirst", at, "line-before-blank", 0.95, reason)
    lines = sheet.lines[at:stop]
    width = wrap_width(list(pairwise(lines)))
    if width and length <= max(_LONE_STANDFIRST, sheet.layout.typical * 0.8):
        return Proposal(
            "standfirst", stop - 1, "lines-before-blank", 0.92, "broken lines below the headline"
        )
    rest = sorted(len(line.text) for line in lines[1:])
    if width or len(lines[0].text) > max(0.6 * rest[len(rest) // 2], 10):
        return None
    reason = f"second of {stop - at + 1} lines before the first blank line"
    return Proposal("standfirst", at, "second-of-head", 0.6, reason)


def _set_apart(sheet: Sheet, at: int, stop: int, length: int) -> Proposal | None:
    """In a group of its own, if a credit follows, or it is far shorter than a paragraph."""
    one = stop == at + 1 or (sheet.layout.wrapped and _filled(sheet.lines[at:stop]))
    after = sheet.group_after(at)
    if stop < sheet.group(at).stop or not one or after is None:
        return None
    below = [_best(rule(sheet, line) for rule in (byline, date_line)) for line in after]
    credited = all(below) and any(credit.confidence >= _SURE_CREDIT for credit in below if credit)
    filed = run_in(sheet.lines[after.start].text, sheet) is not None
    if (credited or filed) and length <= 2 * _LONE_STANDFIRST:
        reason = "stands alone above the byline, the date or the dateline"
        return Proposal("standfirst", stop - 1, "line-before-credits", 0.88, reason)
    if length > _LONE_STANDFIRST:
        return None
    typical = sheet.layout.typical
    reason = "stands alone below the headline, and is shorter than a paragraph"
    if len(after) > _SOLID and not sheet.layout.wrapped and length <= _SHORTER * typical:
        return Proposal("standfirst", stop - 1, "alone-above-text", 0.75, reason)
    if length <= _FAR_SHORTER * typical and typical > _PARAGRAPH:
        return Proposal("standfirst", stop - 1, "short-line-alone", 0.6, reason)
    return None
