"""Hyphens that stand for dashes: between words, and in a range of years or pages."""

import re
from collections.abc import Iterator

from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

_PARENTHESIS = re.compile(r" --?-? (?=\w|[\"'“„«‘‚‹(\[¿¡$€£]\w)|(?<=\w)---?(?=\w)")
_WORD_END = re.compile(r"[\w.,;:!?…%)\]][^\w\s–—-]?\Z")
# From year to year only: other numbers with a hyphen are scores, models, telephone numbers.
_YEARS = re.compile(
    r"(?:(?<![\w.,/:–-])|(?<=--))((?:1\d|20)\d\d)-((?:1\d|20)?\d\d)(?![\w/:–-]|[.,]\d)"
)


def replace_dashes(text: str, table: Table) -> Iterator[Proposal]:
    """TYP005 for each hyphen, or pair of them, that the language writes as a dash."""
    if "-" not in text:
        return
    for found in _PARENTHESIS.finditer(text):
        if not _WORD_END.search(text[max(0, found.start() - 2) : found.start()]):
            continue
        numbers = text[found.start() - 1].isdigit() and text[found.end()].isdigit()
        closed_up = not found[0].startswith(" ")
        expected = table.range if numbers and closed_up else table.dash
        if expected:
            yield _dash(found.start(), found.end(), found[0], expected)
        else:
            facts: dict[str, object] = {"found": found[0].strip(), "expected": "—"}
            yield Proposal(found.start(), found.end(), None, "dash", "TYP005", facts)
    for found in _YEARS.finditer(text):
        if table.range != "-" and found[2] > found[1][-len(found[2]) :]:
            yield _dash(found.end(1), found.start(2), found[0], table.range)


def _dash(start: int, end: int, found: str, expected: str) -> Proposal:
    facts: dict[str, object] = {"found": found.strip(), "expected": expected.strip(" \u00a0")}
    return Proposal(start, end, expected, "dash", "TYP005", facts)
