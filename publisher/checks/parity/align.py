"""Two sequences side by side: which item of one is which of the other, in bounded time.

Items that are unique in both are anchors (Bram Cohen's patience diff); what lies between two
anchors is aligned in the same way, and by difflib where it is small.
"""

import bisect
import difflib
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SMALL = 4_000_000
"""Pairs of items that difflib may look at, some seconds in the worst case."""

_DEEPEST = 12
"""Rounds of anchors; each finds those that are unique between two of the round before."""


class Gap(NamedTuple):
    """Stretches of two sequences that are not aligned: `one[first:last]`, `other[start:end]`."""

    first: int
    last: int
    start: int
    end: int


def align(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
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
        inner = Gap(first, last - tail, start, end - tail)
        if tail:
            waiting.append((Gap(last - tail, last, end - tail, end), depth))
        waiting += [(each, depth + 1) for each in reversed(_inside(one, other, inner, depth))]
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


def _inside(one: Sequence[str], other: Sequence[str], gap: Gap, depth: int) -> list[Gap]:
    """What is to be looked at next in a gap, each part beginning with a pair."""
    first, last, start, end = gap
    if first == last or start == end:
        return []
    anchors = _anchors(one, other, gap) if depth < _DEEPEST else []
    if not anchors and (last - first) * (end - start) <= _SMALL:
        matcher = difflib.SequenceMatcher(None, one[first:last], other[start:end], autojunk=False)
        return [
            Gap(first + left, first + left + size, start + right, start + right + size)
            for left, right, size in matcher.get_matching_blocks()
            if size
        ]
    if not anchors:
        return []
    # From each anchor to the next, and what stands before the first.
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
