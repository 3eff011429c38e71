"""What an index prints for a place: the number of its page, or, where there are none, a count."""

from collections.abc import Callable, Mapping

import msgspec

from publisher.index.index import Entry, Group, Index, Locator
from publisher.index.pages import on_pages

Label = Callable[[Locator, int], Locator]
"""From a locator and its number in its entry, from 1, to the same with its label."""


def with_folios(index: Index, pages: Mapping[str, int], folio: Callable[[int], str]) -> Index:
    """`index` for pages: each page once an entry, by what `folio` prints on it.

    `pages` leads from each anchor to its page, counted from the first on.
    """

    def labelled(locator: Locator, number: int) -> Locator:
        if locator.anchor not in pages:
            return msgspec.structs.replace(locator, label=str(number))
        label = folio(pages[locator.anchor])
        last = pages.get(locator.end_anchor or "")
        end = "" if last is None else folio(last)
        return msgspec.structs.replace(locator, label=label, end_label=end)

    return _labelled(on_pages(index, pages), labelled)


def with_numbers(index: Index) -> Index:
    """`index` for a text without pages: the places of an entry are counted."""

    def labelled(locator: Locator, number: int) -> Locator:
        return msgspec.structs.replace(locator, label=str(number))

    return _labelled(index, labelled)


def _labelled(index: Index, label: Label) -> Index:
    groups = (
        Group(group.letter, tuple(_entry(entry, label) for entry in group.entries))
        for group in index.groups
    )
    return Index(tuple(groups))


def _entry(entry: Entry, label: Label) -> Entry:
    locators = tuple(label(each, number) for number, each in enumerate(entry.locators, start=1))
    children = tuple(_entry(each, label) for each in entry.children)
    return msgspec.structs.replace(entry, locators=locators, children=children)
