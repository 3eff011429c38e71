"""The rules by which a plain text's lines get their roles: each named, with a reason.

The head of the article is read first. Below it each rule is asked what the lines from there on
may be; the surest proposal is taken, and what was nearly chosen instead is kept beside it.
"""

from collections.abc import Callable, Iterator

from publisher.sources.plain_text.captions import caption, figure
from publisher.sources.plain_text.head import Placed, read_head
from publisher.sources.plain_text.headings import heading, underlined
from publisher.sources.plain_text.lists import list_
from publisher.sources.plain_text.notes import note
from publisher.sources.plain_text.paragraphs import paragraph
from publisher.sources.plain_text.quotes import quote
from publisher.sources.plain_text.separators import end_mark, separator
from publisher.sources.plain_text.sheet import Proposal, Sheet
from publisher.sources.plain_text.tables import table
from publisher.sources.plain_text.verse import verse
from publisher.sources.reading import Alternative, LineRole

Rule = Callable[[Sheet, int], Proposal | None]

RULES: tuple[Rule, ...] = (
    underlined,
    end_mark,
    separator,
    table,
    list_,
    quote,
    verse,
    figure,
    caption,
    note,
    heading,
    paragraph,
)

_NEARLY = 0.3
"""What was proposed with less confidence than this was not nearly chosen."""


def infer_roles(sheet: Sheet) -> tuple[LineRole, ...]:
    """A role for each line, in order."""
    return tuple(_with_blanks(sheet, (_line_role(sheet, placed) for placed in _placed(sheet))))


def _placed(sheet: Sheet) -> Iterator[Placed]:
    head = read_head(sheet)
    yield from head
    at = sheet.next_filled(head[-1].proposal.last) if head else sheet.groups[0].start
    while at is not None:
        placed = _chosen(sheet, at)
        yield placed
        at = sheet.next_filled(placed.proposal.last)


def _chosen(sheet: Sheet, at: int) -> Placed:
    if at in sheet.given:
        role, last = sheet.given[at]
        return Placed(at, Proposal(role, last, "given", 1.0, "given beside the text"))
    proposals = [proposal for rule in RULES if (proposal := rule(sheet, at))]
    best = max(proposals, key=lambda one: one.confidence)
    return Placed(at, best, tuple(one for one in proposals if one is not best))


def _line_role(sheet: Sheet, placed: Placed) -> LineRole:
    best = placed.proposal
    nearly = [
        Alternative(other.role, other.rule, other.confidence)
        for other in placed.others
        if other.confidence >= _NEARLY and other.role != best.role
    ]
    return LineRole(
        first=sheet.lines[placed.first].number,
        last=sheet.lines[best.last].number,
        role=best.role,
        rule=best.rule,
        confidence=best.confidence,
        reason=best.reason,
        alternatives=tuple(sorted(nearly, key=lambda other: -other.confidence)),
    )


def _with_blanks(sheet: Sheet, roles: Iterator[LineRole]) -> Iterator[LineRole]:
    """The roles with one for each blank line that no other holds."""
    line = 1
    for role in roles:
        yield from map(_blank, range(line, role.first))
        yield role
        line = role.last + 1
    yield from map(_blank, range(line, len(sheet.lines) + 1))


def _blank(number: int) -> LineRole:
    return LineRole(number, number, "blank", "blank-line", 1.0, "nothing stands on it")
