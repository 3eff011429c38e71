"""An index for pages, once a first layout has told on which of them each place is.

A page is named once an entry. Pages that follow one another are joined only where the author
marked a passage (ISO 999:1996, 7.4): "12–14" says that it goes on, "12, 13, 14" that it recurs.
"""

from collections.abc import Callable, Mapping

import msgspec

from publisher.index.index import Entry, Group, Index, Locator


def on_pages(index: Index, pages: Mapping[str, int]) -> Index:
    """`index` with the locators that are to be printed, by the page that each anchor is on.

    One that keeps its `end_anchor` is printed as a range; its end may have become that of another
    passage, which begins inside it. The page of an anchor counts from the first page on, whatever
    is printed on it. A place that `pages` lacks stays as it is, behind the others.
    """
    return Index(
        tuple(
            Group(group.letter, tuple(_entry(entry, pages) for entry in group.entries))
            for group in index.groups
        )
    )


def _entry(entry: Entry, pages: Mapping[str, int]) -> Entry:
    children = tuple(_entry(each, pages) for each in entry.children)
    return msgspec.structs.replace(entry, locators=merged(entry.locators, pages), children=children)


def merged(locators: tuple[Locator, ...], pages: Mapping[str, int]) -> tuple[Locator, ...]:
    """The locators of one entry without those that would print a page again, by their pages."""
    kept: list[Locator] = []
    passage: int | None = None  # where the last passage stands in `kept`
    for each in sorted(filter(lambda one: one.anchor in pages, locators), key=_order(pages)):
        page, last = _first_and_last(each, pages)
        until = _first_and_last(kept[passage], pages)[1] if passage is not None else page - 1
        if last > page and passage is not None and page <= until:
            kept[passage] = _joined(kept[passage], each, last > until)
        elif last > page:
            passage = len(kept)
            kept.append(each)
        elif page > until or each.main:
            single = msgspec.structs.replace(each, end_part=None, end_anchor=None)
            before = kept[-1] if kept and len(kept) - 1 != passage else None
            if before and pages[before.anchor] == page:
                kept[-1] = _joined(before, single, further=False)
            else:
                kept.append(single)
    return (*kept, *(each for each in locators if each.anchor not in pages))


def _order(pages: Mapping[str, int]) -> Callable[[Locator], tuple[int, bool]]:
    """By pages; a passage before what is a place of its first page only."""

    def key(locator: Locator) -> tuple[int, bool]:
        first, last = _first_and_last(locator, pages)
        return first, first == last

    return key


def _first_and_last(locator: Locator, pages: Mapping[str, int]) -> tuple[int, int]:
    first = pages[locator.anchor]
    return first, max(first, pages.get(locator.end_anchor or "", first))


def _joined(one: Locator, other: Locator, further: bool) -> Locator:
    """`one`, up to the end of `other` where that is `further`; a main place if either is."""
    end = other if further else one
    return msgspec.structs.replace(
        one,
        end_part=end.end_part,
        end_anchor=end.end_anchor,
        main=one.main or other.main,
    )
