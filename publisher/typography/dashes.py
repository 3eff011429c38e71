"""Hyphens that stand for dashes: between words, and in a range of years or pages."""

import re
from collections.abc import Iterator

from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

_PARENTHESIS = re.compile(r"(?<=\S) --?-? (?=\S)|(?<=\w)---?(?=\w)")
# Two numbers and no third, nor a letter: not a date (2025-03-11), a telephone number, a model.
_RANGE = re.compile(r"(?<![\w.,/:–-])(\d{1,4})-(\d{1,4})(?![\w/:–-]|[.,]\d)")


def replace_dashes(text: str, table: Table) -> Iterator[Proposal]:
    """TYP005 for each hyphen, or pair of them, that the language writes as a dash."""
    for found in _PARENTHESIS.finditer(text):
        yield _dash(found.start(), found.end(), found[0], table.dash)
    for found in _RANGE.finditer(text):
        if int(found[1]) < int(found[2]) or len(found[2]) < len(found[1]):
            yield _dash(found.end(1), found.start(2), found[0], table.range)


def _dash(start: int, end: int, found: str, expected: str) -> Proposal:
    facts: dict[str, object] = {"found": found.strip(), "expected": expected.strip(" \u00a0")}
    return Proposal(start, end, expected, "dash", "TYP005", facts)
