"""Spaces that a language sets before its marks, where none stands; and its ordinal signs."""

import functools
import re
from collections.abc import Iterator

from publisher.typography.characters import NARROW_SPACE, NO_BREAK_SPACE
from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

# Not inside an hour, a ratio or a smiley: after a word or what closes one, and before white space.
_MARK = r"(?<=[\w»)\]”’%…])([{marks}])(?=[;:!?]*(?:[\s»)\]”]|$))"


def space_marks(text: str, table: Table) -> Iterator[Proposal]:
    """TYP009 for each mark that has no space before it and should have one."""
    if not table.missing_spaces:
        return
    for found in _pattern(table).finditer(text):
        thin = found[1] in table.no_break.thin_marks
        space = NARROW_SPACE if thin else NO_BREAK_SPACE
        facts: dict[str, object] = {"mark": found[1], "where": "before"}
        spaced = space + found[1]
        yield Proposal(found.start(), found.end(), spaced, "space-mark", "TYP009", facts)


@functools.cache
def _pattern(table: Table) -> re.Pattern[str]:
    marks = [
        mark for mark in ";:!?" if mark in table.no_break.before_marks + table.no_break.thin_marks
    ]
    return re.compile(_MARK.format(marks=re.escape("".join(marks))))


def replace_ordinals(text: str, table: Table) -> Iterator[Proposal]:
    """TYP010 for each sign of degrees that stands for the sign of an ordinal number."""
    if "°" not in text or not table.ordinals:
        return
    for found in _ordinals(table).finditer(text):
        ordinal = dict(table.ordinals)[found[0]]
        facts: dict[str, object] = {"found": found[0], "expected": ordinal}
        yield Proposal(found.start(), found.end(), ordinal, "ordinal", "TYP010", facts)


@functools.cache
def _ordinals(table: Table) -> re.Pattern[str]:
    """The signs where they are meant so: an abbreviation by itself, a mark after a figure."""
    signs = [sign for sign, _ in table.ordinals]
    words = "|".join(re.escape(sign) for sign in signs if sign[0].isalpha())
    after_figure = "|".join(re.escape(sign) for sign in signs if not sign[0].isalpha())
    return re.compile(
        rf"(?<!\w)(?:{words})" + (rf"|(?<=\d)(?:{after_figure})" if after_figure else "")
    )
