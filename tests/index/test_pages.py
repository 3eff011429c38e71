"""Locators on pages: each page once, ranges only where the author marked a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.index import Entry, Group, Index, Locator, on_pages

Place = tuple[int, int, bool]
"""First and last page, and whether it is a main place."""


def printed(places: list[Place]) -> list[str]:
    """What an entry with these places prints."""
    pages, locators = {}, []
    for number, (first, last, main) in enumerate(places):
        pages[f"a{number}"] = first
        end = None
        if last != first:
            end, pages[f"e{number}"] = f"e{number}", last
        locators.append(Locator(part="p", anchor=f"a{number}", end_anchor=end, main=main))
    entry = Entry(number=1, words="w", locators=tuple(locators))
    index = Index((Group("W", (Entry(number=2, words="v", children=(entry,)),)),))
    ((outer,),) = (group.entries for group in on_pages(index, pages).groups)
    return [
        f"{pages[each.anchor]}"
        + (f"–{pages[each.end_anchor]}" if each.end_anchor else "")
        + ("*" if each.main else "")
        for each in outer.children[0].locators
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(12, 12, False), (12, 12, False)], ["12"]),
        ([(12, 12, False), (13, 13, False), (14, 14, False)], ["12", "13", "14"]),
        ([(12, 14, False)], ["12–14"]),
        ([(12, 12, False), (12, 14, False)], ["12–14"]),
        ([(12, 14, False), (13, 13, False)], ["12–14"]),
        ([(12, 14, False), (13, 13, True)], ["12–14", "13*"]),
        ([(12, 14, False), (14, 16, False)], ["12–16"]),
        ([(12, 16, False), (13, 14, False)], ["12–16"]),
        ([(12, 14, False), (15, 16, False)], ["12–14", "15–16"]),
        ([(12, 12, False), (12, 12, True)], ["12*"]),
        ([(20, 20, False), (3, 3, False)], ["3", "20"]),
        ([(5, 4, False)], ["5"]),
    ],
)
def test_what_is_printed(places: list[Place], expected: list[str]) -> None:
    assert printed(places) == expected


def test_places_on_no_known_page_stay() -> None:
    places = (Locator(part="p", anchor="gone"), Locator(part="p", anchor="a", end_anchor="b"))
    index = Index((Group("W", (Entry(number=1, words="w", locators=places),)),))
    (entry,) = on_pages(index, {"a": 3, "b": 3}).groups[0].entries
    assert entry.locators == (Locator(part="p", anchor="a"), Locator(part="p", anchor="gone"))


PLACES = st.lists(
    st.tuples(st.integers(1, 12), st.integers(0, 4), st.booleans()).map(
        lambda each: (each[0], each[0] + each[1], each[2])
    ),
    max_size=12,
)


@given(PLACES)
def test_each_page_is_named_and_none_twice(places: list[Place]) -> None:
    shown = printed(places)
    spans = [tuple(map(int, each.rstrip("*").split("–"))) for each in shown]
    covered = [set(range(span[0], span[-1] + 1)) for span in spans]
    wanted = {page for first, last, _ in places for page in range(first, last + 1)}
    assert set().union(*covered) == wanted
    assert shown == sorted(shown, key=lambda each: int(each.rstrip("*").split("–")[0]))
    plain = [pages for pages, each in zip(covered, shown, strict=True) if not each.endswith("*")]
    assert sum(map(len, plain)) == len(set().union(*plain))
    assert len(shown) == len(set(shown))
