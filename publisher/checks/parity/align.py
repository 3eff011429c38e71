"""Two sequences side by side: which item of one is which of the other, in bounded time.

Items that are unique in both are anchors (Bram Cohen's patience diff); what lies between two
anchors is aligned in the same way, and where there are none, by the longest common subsequence
(Hunt and Szymanski, 1977).
"""

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_DEEPEST = 12
"""Rounds of anchors; each finds those that are unique between two of the round before."""

_MOST_PAIRS = 100_000
"""Pairs of equal items that are weighed between two anchors, about a tenth of a second."""


class Effort:
    """What an alignment may still cost: `left` pairs of equal items, a million a second.

    Where none is left, stretches without anchors count as different.
    """

    def __init__(self, left: int = 10_000_000) -> None:
        self.left = left


class Gap(NamedTuple):
    """Stretches of two sequences that are not aligned: `one[first:last]`, `other[start:end]`."""

    first: int
    last: int
    start: int
    end: int


def align(one: Sequence[str], other: Sequence[str], effort: Effort) -> list[tuple[int, int]]:
    """The pairs of numbers of items that are equal and in the same order, in that order."""
    pairs: list[tuple[int, int]] = []
    # What is left to align; the last is the first in order.
    waiting = [(Gap(0, len(one), 0, len(other)), 0)]
    while waiting:
        gap, depth = waiting.pop()
        first, last, start, end = gap
        while first < last and start < end and one[first] == other[start]:
            pairs.append((first, start))
            first, start = first + 1, start + 1
        tail = 0
        while first < last - tail and start < end - tail and _ends(one, other, last, end, tail):
            tail += 1
        if tail:
            waiting.append((Gap(last - tail, last, end - tail, end), depth))
        inner = Gap(first, last - tail, start, end - tail)
        waiting += [
            (each, depth + 1) for each in reversed(_inside(one, other, inner, depth, effort))
        ]
    return pairs


def gaps(pairs: Sequence[tuple[int, int]], one: int, other: int) -> Iterator[Gap]:
    """What lies between aligned pairs of two sequences with `one` and `other` items."""
    first = start = 0
    for left, right in (*pairs, (one, other)):
        if left > first or right > start:
            yield Gap(first, left, start, right)
        first, start = left + 1, right + 1


def _ends(one: Sequence[str], other: Sequence[str], last: int, end: int, tail: int) -> bool:
    return one[last - 1 - tail] == other[end - 1 - tail]


def _inside(
    one: Sequence[str], other: Sequence[str], gap: Gap, depth: int, effort: Effort
) -> list[Gap]:
    """What is to be looked at next in a gap, each part but the first beginning with a pair."""
    first, last, start, end = gap
    if first == last or start == end:
        return []
    anchors = _anchors(one, other, gap) if depth < _DEEPEST else []
    if not anchors:
        return [Gap(at, at + 1, to, to + 1) for at, to in _common(one, other, gap, effort)]
    edges = [(first, start), *anchors, (last, end)]
    return [
        Gap(left, following, right, after)
        for (left, right), (following, after) in itertools.pairwise(edges)
    ]


def _anchors(one: Sequence[str], other: Sequence[str], gap: Gap) -> list[tuple[int, int]]:
    """The longest run of items unique on both sides that stand in the same order on both."""
    first, last, start, end = gap
    counts, others = Counter(one[first:last]), Counter(other[start:end])
    where = {other[at]: at for at in range(start, end) if others[other[at]] == 1}
    unique = [
        (at, where[one[at]])
        for at in range(first, last)
        if counts[one[at]] == 1 and one[at] in where
    ]
    return _rising(unique)


def _common(
    one: Sequence[str], other: Sequence[str], gap: Gap, effort: Effort
) -> list[tuple[int, int]]:
    """The longest common subsequence of a gap; none where that is too much to find out."""
    first, last, start, end = gap
    where: dict[str, list[int]] = defaultdict(list)
    for at in range(end - 1, start - 1, -1):
        where[other[at]].append(at)
    count = sum(len(where.get(one[at], ())) for at in range(first, last))
    if count > min(_MOST_PAIRS, effort.left):
        return []
    effort.left -= count
    # The last place first, so that one item is not taken twice.
    return _rising([(at, to) for at in range(first, last) for to in where.get(one[at], ())])


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` whose second numbers rise as the first do."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, right) in enumerate(pairs):
        at = bisect.bisect_left(ends, right)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [right]
        last[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    number_or_none = last[-1] if last else None
    while number_or_none is not None:
        found.append(pairs[number_or_none])
        number_or_none = before[number_or_none]
    return found[::-1]
