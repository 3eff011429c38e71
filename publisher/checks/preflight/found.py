"""What a rule says of a file: a code, facts, and the page and box that it is about."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from publisher.checks.preflight.marks import Box
from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import whole_file

_MOST_OF_A_CODE = 20
"""Diagnostics of one code; there may be thousands of one cause."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A finding. `page` is counted from 1, None for the whole file; `box` None for a whole page."""

    code: str
    facts: Mapping[str, str] = {}
    page: int | None = None
    box: Box | None = None


def place(found: Found) -> str:
    """Where a finding is, in one form that programs may read: "page 3: 72.0 90.5 200.0 99.0 pt".

    The numbers are left, bottom, right and top in the space of the page.
    """
    if found.page is None:
        return ""
    if found.box is None:
        return f"page {found.page}"
    numbers = " ".join(f"{number:.1f}" for number in found.box)
    return f"page {found.page}: {numbers} pt"


def diagnostics(found: Iterable[Found], name: str) -> tuple[Diagnostic, ...]:
    """A diagnostic for all findings of one code with the same facts, at the first of them."""
    rows: dict[str, dict[tuple[tuple[str, str], ...], list[Found]]] = {}
    for one in found:
        alike = rows.setdefault(one.code, {})
        alike.setdefault(tuple(sorted(one.facts.items())), []).append(one)
    return tuple(each for alike in rows.values() for each in _of_code(list(alike.values()), name))


def _of_code(groups: list[list[Found]], name: str) -> Iterator[Diagnostic]:
    for group in groups[:_MOST_OF_A_CODE]:
        first = group[0]
        more = len(group) - 1
        where = place(first)
        if where:
            others = f", and {more} more" if more else ""
            where = f" [{where}]{others}"
        yield diagnose(first.code, whole_file(name), place=where, **first.facts)
    if left := sum(map(len, groups[_MOST_OF_A_CODE:])):
        facts = {"count": f"{left:,}", "other": groups[0][0].code}
        yield diagnose("PRE002", whole_file(name), **facts)
