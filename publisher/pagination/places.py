"""Where the pages of one edition begin in the letters of another."""

import bisect
import itertools
from collections.abc import Sequence

from publisher.pagination.stretches import NEAR, SEED, Stretch, like_stretches

_LEAST_SHARE = 0.2
"""Of the letters of a page; with fewer alike, they are so by chance."""

_LEAST = 3
"""Letters of a page that can be looked for."""

_SMALL_GAP = 64
"""Letters that may be different in both before a page's first like ones."""


def find_places(pages: Sequence[str], text: str) -> list[int | None]:
    """The number of the letter of `text` that each page begins with, rising; None: it has none.

    All are `letters`. It takes time in proportion to them.
    """
    places = _places(pages, text)
    if all(place is not None or not page for page, place in zip(pages, places, strict=True)):
        return places
    # An index, or contents, have folios in print and other numbers where there are no pages.
    kept = [at for at, sign in enumerate(text) if not sign.isdecimal()]
    bare = "".join(text[at] for at in kept)
    others = _places([_without_figures(page) for page in pages], bare)
    return _completed(places, [None if place is None else kept[place] for place in others])


def _without_figures(page: str) -> str:
    return "".join(sign for sign in page if not sign.isdecimal())


def _completed(places: Sequence[int | None], others: Sequence[int | None]) -> list[int | None]:
    """The places, and where there is none, the other one if it keeps the order."""
    found = list(places)
    following: list[int | None] = []
    for place in reversed(places):
        following.append(place if place is not None else (following or [None])[-1])
    before = -1
    for number, after in enumerate(reversed(following)):
        other = others[number]
        if found[number] is None and other is not None and before < other:
            found[number] = other if after is None or other < after else None
        here = found[number]
        before = before if here is None else here
    return found


def _places(pages: Sequence[str], text: str) -> list[int | None]:
    finder = _Finder(pages, text)
    bounds = [0, *itertools.accumulate(map(len, pages))]
    places = [finder.place(first, last) for first, last in itertools.pairwise(bounds)]
    return _with_short_pages(pages, places, text)


class _Finder:
    def __init__(self, pages: Sequence[str], text: str) -> None:
        self._printed = "".join(pages)
        self._text = text
        self._chain = like_stretches(pages, text)
        self._starts = [each.start for each in self._chain]

    def place(self, first: int, last: int) -> int | None:
        """Where the page with the letters from `first` to `last` of all begins."""
        number = bisect.bisect_right(self._starts, first) - 1
        before = self._chain[number] if number >= 0 else Stretch(0, 0, 0)
        following = next(iter(self._chain[number + 1 : number + 2]), None)
        if first < min(before.end, last):
            place = before.place + first - before.start
            if before.end >= min(last, first + SEED):
                return place
            if not self._is_alike(number, first, last):
                return None
            return self._corrected(before, following, first, place)
        if following is None or following.start >= last or first == last:
            return None
        return (
            self._before(before, following, first) if self._is_alike(number, first, last) else None
        )

    def _is_alike(self, number: int, first: int, last: int) -> bool:
        """Whether enough of a page is in stretches, the one with that number and those after it."""
        inside = itertools.takewhile(lambda each: each.start < last, self._chain[max(0, number) :])
        alike = sum(max(0, min(each.end, last) - max(each.start, first)) for each in inside)
        return alike >= _LEAST_SHARE * (last - first)

    def _corrected(self, before: Stretch, following: Stretch | None, first: int, place: int) -> int:
        """Where a page begins whose first few letters a stretch has, maybe by chance.

        It is by chance where the next stretch has the same letters of one text or of the other.
        """
        if following is None or following.start >= first + 2 * SEED:
            return place
        start, other = self._lengthened(before, following, first)
        return other if start == first or other <= place else place

    def _before(self, before: Stretch, following: Stretch, first: int) -> int:
        """Where a page begins whose first letters are in no stretch."""
        start, place = self._lengthened(before, following, first)
        ahead, skipped = start - first, max(0, place - before.place - before.length)
        # A few letters that differ stand for each other; what is longer is in one edition only.
        return place - min(ahead, skipped) if skipped <= _SMALL_GAP else place

    def _lengthened(self, before: Stretch, following: Stretch, first: int) -> tuple[int, int]:
        """The start and the place of a stretch that takes letters from the one before it."""
        start, place, _ = following
        while (
            start > first
            and place > before.place
            and self._printed[start - 1] == self._text[place - 1]
        ):
            start, place = start - 1, place - 1
        return start, place


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
        if place is None and _LEAST <= len(page) < 2 * SEED:
            last = min(ends[-number - 2], after + NEAR) + len(page)
            at = text.find(page, after, last)
            found[number] = at if at >= 0 else None
        here = found[number]
        after = after if here is None else here + 1
    return found
