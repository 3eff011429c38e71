"""The places that an entry of an index leads to: each in an EPUB, the pages with them on paper."""

import bisect
from collections.abc import Iterator, Sequence

from publisher.checks.parity.content import Link
from publisher.checks.parity.joint import Joint
from publisher.checks.parity.locators import is_number
from publisher.checks.parity.ties import NEAR, Counterparts, Ties, tied


def missed_places(
    one: Joint, mine: list[Link], other: Joint, theirs: list[Link], ties: Ties
) -> Iterator[tuple[Joint, Link, Joint]]:
    """Each place that one of two entries leads to alone: the entry, its link, the other entry.

    If either is of an index, the links whose words are but a number leave the two lists.
    """
    if not any(link.locator for link in (*mine, *theirs)):
        return
    left, right = _taken(one, mine), _taken(other, theirs)
    for link in _missed(one, left, ties.there, _Reached(one, other, right, ties.back)):
        yield one, link, other
    for link in _missed(other, right, ties.back, _Reached(other, one, left, ties.there)):
        yield other, link, one


def _taken(joint: Joint, links: list[Link]) -> list[Link]:
    numbers = [each.url is None and is_number(each.words(joint.text)) for each in links]
    taken = [each for each, number in zip(links, numbers, strict=True) if number]
    links[:] = [each for each, number in zip(links, numbers, strict=True) if not number]
    return taken


class _Reached:
    """Where `links` of `other` lead: near which of its blocks, to which pages of either file."""

    def __init__(
        self, joint: Joint, other: Joint, links: Sequence[Link], back: Counterparts
    ) -> None:
        by = range(-NEAR, NEAR + 1)
        self.blocks = {each.target + at for each in links if each.target is not None for at in by}
        self.pages = _pages(other, links)
        self.other = other
        here = (_page(joint, number) for each in links for number in tied(each, back))
        self.own = sorted({page for page in here if page is not None})

    def holds(self, numbers: Sequence[int]) -> bool:
        """Whether one of these blocks of `other` is reached, or on a page that is."""
        return any(at in self.blocks or _page(self.other, at) in self.pages for at in numbers)

    def meets(self, first: int, last: int) -> bool:
        """Whether what is reached stands, in the file of `joint`, on one of these pages."""
        at = bisect.bisect_left(self.own, first)
        return at < len(self.own) and self.own[at] <= last


def _missed(
    joint: Joint, links: Sequence[Link], counterparts: Counterparts, reached: _Reached
) -> Iterator[Link]:
    """What `links` alone lead to; of what the other file has not at all, that is told already."""
    for link in links:
        there = tied(link, counterparts)
        span = _span(joint, link)
        if there and not reached.holds(there) and not (span and reached.meets(*span)):
            yield link


def _pages(joint: Joint, links: Sequence[Link]) -> set[int]:
    """The pages that `links` lead to; ranges that overlap are gone through once."""
    pages: set[int] = set()
    done = 0
    for first, last in sorted(span for each in links if (span := _span(joint, each))):
        pages.update(range(max(first, done), last + 1))
        done = max(done, last + 1)
    return pages


def _span(joint: Joint, link: Link) -> tuple[int, int] | None:
    """The first and the last page that a link stands for; None in a file without pages."""
    if link.target is None or (first := _page(joint, link.target)) is None:
        return None
    last = _page(joint, link.target if link.last is None else link.last)
    return first, first if last is None else last


def _page(joint: Joint, number: int) -> int | None:
    return joint.content.blocks[number].place.page
