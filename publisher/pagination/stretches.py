"""What two editions of a text have alike, letter by letter.

Stretches that are the same are found by an index of short strings, and lengthened at both ends
(as programs that compare genomes do: Altschul and others, BLAST, 1990); of those, the heaviest
chain in one order is kept. So what only one edition has, or has elsewhere (advertisements, notes,
contents with folios), is passed over.
"""

import bisect
import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

SEED = 24
"""Letters that are looked up; about five words."""

_STRIDE = 8
"""One string in so many is in the index."""

_MOST_PLACES = 8
"""Places of a string that are weighed; what stands more often says little."""

_MOST_MISSED = 1_000_000
"""Letters of print that may be looked up in vain beside as many as the text has: two seconds."""

NEAR = 4000
"""Letters in which something is looked for that should come next, about two pages."""

_OVERLAP = 8
"""Letters by which a stretch may have been made too long: one edition's next are the other's."""

_CHUNK = 512

_HEAD = 200
"""Letters at the head of a page, about five lines."""

_HEAVIER = 20
"""Times that a letter there counts more: notes may be longer than the text."""


class Stretch(NamedTuple):
    """`length` letters that are alike, from `start` in print and from `place` in the other."""

    start: int
    place: int
    length: int

    @property
    def end(self) -> int:
        """Behind its last letter in print."""
        return self.start + self.length


def like_stretches(pages: Sequence[str], text: str) -> list[Stretch]:
    """What `pages` and `text` have alike, in the one order that both of them keep."""
    bounds = [0, *itertools.accumulate(map(len, pages))]
    found = _stretches("".join(pages), bounds, text)
    return _heaviest(found, [_weight(each, bounds) for each in found])


def _stretches(printed: str, bounds: Sequence[int], text: str) -> list[Stretch]:
    """Stretches that are alike, in the order of `printed`; its pages begin at `bounds`."""
    index = _Index(text)
    found: list[Stretch] = []
    at = floor = after = missed = 0
    while at < len(printed) and missed <= _MOST_MISSED + len(text):
        length = _alike(printed, at, text, after) if at == floor else 0
        # A page may be short, or its end; elsewhere, a few letters are alike by chance.
        if length >= min(SEED, bounds[bisect.bisect_right(bounds, at)] - at):
            here = [Stretch(at, after, length)]
        else:
            here = _seeded(printed, at, text, index, (floor, after))
        if not here:
            at, missed = at + 1, missed + 1
            continue
        found += here
        longest = max(here, key=lambda each: each.length)
        at = floor = max(each.start + each.length for each in here)
        after = longest.place + longest.length
    return found


class _Index:
    """Where the strings of a text stand; most stand once, and a list of one each is dear."""

    def __init__(self, text: str) -> None:
        self._first: dict[str, int] = {}
        self._others: dict[str, list[int]] = defaultdict(list)
        for at in range(0, len(text) - SEED + 1, _STRIDE):
            seed = text[at : at + SEED]
            if self._first.setdefault(seed, at) != at:
                self._others[seed].append(at)

    def places(self, seed: str) -> list[int]:
        """Some of the places of a string, none where it is not known."""
        if seed not in self._first:
            return []
        return [self._first[seed], *self._others.get(seed, ())][:_MOST_PLACES]


def _seeded(
    printed: str, at: int, text: str, index: _Index, last: tuple[int, int]
) -> list[Stretch]:
    """The stretches around the string at `at`; `last` is where the one before them ends."""
    floor, after = last
    seed = printed[at : at + SEED]
    if len(seed) < SEED:
        return []
    places = index.places(seed)
    if places and (near := text.find(seed, after, after + NEAR)) >= 0 and near not in places:
        places = [near, *places]
    found = []
    for place in places:
        low = after if place >= after else 0
        back = 0
        while (
            at - back > floor
            and place - back > low
            and printed[at - back - 1] == text[place - back - 1]
        ):
            back += 1
        length = back + _alike(printed, at, text, place)
        found.append(Stretch(at - back, place - back, length))
    return found


def _alike(one: str, at: int, other: str, there: int) -> int:
    """How many letters of two texts are the same from here on."""
    count = 0
    while True:
        left = one[at + count : at + count + _CHUNK]
        right = other[there + count : there + count + _CHUNK]
        if left == right and len(left) == _CHUNK:
            count += _CHUNK
            continue
        pairs = zip(left, right, strict=False)
        return count + next(
            (number for number, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right))
        )


def _weight(stretch: Stretch, bounds: Sequence[int]) -> int:
    """The letters of a stretch; those at the head of a page, where no notes are, count more."""
    weight = stretch.length
    at = bisect.bisect_right(bounds, stretch.start) - 1
    while at < len(bounds) - 1 and bounds[at] < stretch.end:
        last = min(bounds[at + 1], bounds[at] + _HEAD, stretch.end)
        weight += _HEAVIER * max(0, last - max(bounds[at], stretch.start))
        at += 1
    return weight


def _heaviest(stretches: Sequence[Stretch], own: Sequence[int]) -> list[Stretch]:
    """The chain of stretches, each after the one before it in both texts, with most weight."""
    ends = sorted({_reach(each) for each in stretches})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ends) + 1)
    before = [-1] * len(stretches)
    # A stretch is open to those after it only once they begin where it has ended.
    order = sorted(range(len(stretches)), key=lambda number: stretches[number].start)
    waiting = sorted(order, key=lambda number: stretches[number].start + stretches[number].length)
    weights = [0] * len(stretches)
    done = 0
    for number in order:
        start, place, _ = stretches[number]
        while done < len(waiting) and stretches[waiting[done]].end <= start:
            each = waiting[done]
            rank = bisect.bisect_left(ends, _reach(stretches[each]))
            _raise(best, rank + 1, (weights[each], each))
            done += 1
        weight, before[number] = _most(best, bisect.bisect_right(ends, place))
        weights[number] = weight + own[number]
    last = max(order, key=lambda number: weights[number], default=-1)
    chain = []
    while last >= 0:
        chain.append(stretches[last])
        last = before[last]
    return chain[::-1]


def _reach(stretch: Stretch) -> int:
    """Before where the next stretch may not begin in the other text."""
    return stretch.place + max(1, stretch.length - _OVERLAP)


def _raise(best: list[tuple[int, int]], at: int, value: tuple[int, int]) -> None:
    """Notes a chain in a tree of maxima over prefixes (Fenwick, 1994)."""
    while at < len(best):
        best[at] = max(best[at], value, key=lambda each: each[0])
        at += at & -at


def _most(best: list[tuple[int, int]], at: int) -> tuple[int, int]:
    found = (0, -1)
    while at > 0:
        found = max(found, best[at], key=lambda each: each[0])
        at -= at & -at
    return found
