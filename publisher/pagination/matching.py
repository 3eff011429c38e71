"""Where the pages of one edition begin in the letters of another.

Stretches that both have alike are found by an index of short strings, and lengthened at both ends
(as programs that compare genomes do: Altschul and others, BLAST, 1990); of those, the heaviest
chain in one order is kept. So what only one edition has, or has elsewhere (advertisements, notes,
contents with folios), is passed over.
"""

import bisect
import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

_SEED = 24
"""Letters that are looked up; about five words."""

_STRIDE = 8
"""One string in so many is in the index."""

_MOST_PLACES = 8
"""Places of a string that are weighed; what stands more often says little."""

_MOST_MISSED = 1_000_000
"""Letters of print that may be looked up in vain beside as many as the text has: two seconds."""

_NEAR = 4000
"""Letters in which something is looked for that should come next, about two pages."""

_OVERLAP = 8
"""Letters by which a stretch may have been made too long: one edition's next are the other's."""

_CHUNK = 512

_LEAST_SHARE = 0.2
"""Of the letters of a page; with fewer alike, they are so by chance."""

_LEAST = 3
"""Letters of a page that can be looked for."""

_SMALL_GAP = 64
"""Letters that may be different in both before a page's first like ones."""


class Stretch(NamedTuple):
    """`length` letters that are alike, from `start` in print and from `place` in the other."""

    start: int
    place: int
    length: int


def find_places(pages: Sequence[str], text: str) -> list[int | None]:
    """The number of the letter of `text` that each page begins with, rising; None: it has none.

    All are `letters`. It takes time in proportion to them.
    """
    bounds = [0, *itertools.accumulate(map(len, pages))]
    chain = _heaviest(_stretches("".join(pages), bounds, text))
    starts = [each.start for each in chain]
    places = [
        _place(chain, bisect.bisect_right(starts, first) - 1, first, last)
        for first, last in itertools.pairwise(bounds)
    ]
    return _with_short_pages(pages, places, text)


def _stretches(printed: str, bounds: Sequence[int], text: str) -> list[Stretch]:
    """Stretches that are alike, in the order of `printed`; its pages begin at `bounds`."""
    index = _Index(text)
    found: list[Stretch] = []
    at = floor = after = missed = 0
    while at < len(printed) and missed <= _MOST_MISSED + len(text):
        length = _alike(printed, at, text, after) if at == floor else 0
        # A page may be short, or its end; elsewhere, a few letters are alike by chance.
        if length >= min(_SEED, bounds[bisect.bisect_right(bounds, at)] - at):
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
        for at in range(0, len(text) - _SEED + 1, _STRIDE):
            seed = text[at : at + _SEED]
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
    seed = printed[at : at + _SEED]
    if len(seed) < _SEED:
        return []
    places = index.places(seed)
    if places and (near := text.find(seed, after, after + _NEAR)) >= 0 and near not in places:
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


def _heaviest(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The chain of stretches, each after the one before it in both texts, with most letters."""
    ends = sorted({_reach(each) for each in stretches})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ends) + 1)
    before = [-1] * len(stretches)
    # A stretch is open to those after it only once they begin where it has ended.
    order = sorted(range(len(stretches)), key=lambda number: stretches[number].start)
    waiting = sorted(order, key=lambda number: stretches[number].start + stretches[number].length)
    weights = [0] * len(stretches)
    done = 0
    for number in order:
        start, place, length = stretches[number]
        while done < len(waiting) and _end(stretches[waiting[done]]) <= start:
            each = waiting[done]
            rank = bisect.bisect_left(ends, _reach(stretches[each]))
            _raise(best, rank + 1, (weights[each], each))
            done += 1
        weight, before[number] = _most(best, bisect.bisect_right(ends, place))
        weights[number] = weight + length
    last = max(order, key=lambda number: weights[number], default=-1)
    chain = []
    while last >= 0:
        chain.append(stretches[last])
        last = before[last]
    return chain[::-1]


def _end(stretch: Stretch) -> int:
    return stretch.start + stretch.length


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


def _with_short_pages(
    pages: Sequence[str], places: Sequence[int | None], text: str
) -> list[int | None]:
    """The places with those of pages too short to be looked up: between those beside them."""
    found = list(places)
    ends = [len(text)]
    for place in reversed(places):
        ends.append(ends[-1] if place is None else place)
    after = 0
    for number, (page, place) in enumerate(zip(pages, places, strict=True)):
        if place is None and _LEAST <= len(page) < _SEED + _STRIDE:
            last = min(ends[-number - 2], after + _NEAR) + len(page)
            at = text.find(page, after, last)
            found[number] = at if at >= 0 else None
        here = found[number]
        after = after if here is None else here + 1
    return found


def _place(chain: Sequence[Stretch], number: int, first: int, last: int) -> int | None:
    """Where the letters of a page from `first` to `last` begin; `number`: the stretch before."""
    if first == last:
        return None
    if number >= 0 and first < _end(chain[number]):
        return chain[number].place + first - chain[number].start
    if number + 1 == len(chain) or chain[number + 1].start >= last:
        return None
    alike = 0
    for each in itertools.takewhile(lambda each: each.start < last, chain[number + 1 :]):
        alike += min(_end(each), last) - each.start
    if alike < _LEAST_SHARE * (last - first):
        return None
    following = chain[number + 1]
    earliest = chain[number].place + chain[number].length if number >= 0 else 0
    ahead, skipped = following.start - first, max(0, following.place - earliest)
    # A few letters that differ stand for each other; what is longer is in one edition only.
    return following.place - min(ahead, skipped) if skipped <= _SMALL_GAP else following.place
