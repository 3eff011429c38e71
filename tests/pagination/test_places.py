"""Where pages begin: exact where both texts are the same; in order, in time whatever they are."""

import itertools
import random
import time

from hypothesis import given
from hypothesis import strategies as st

from publisher.pagination import find_places

_LETTERS = st.text("abc", max_size=200)


def _noise(count: int, seed: int, alphabet: str = "abcdefghijklmnop") -> str:
    return "".join(random.Random(seed).choices(alphabet, k=count))


TEXT = _noise(6000, 1)
PAGES = [TEXT[at : at + 1500] for at in range(0, 6000, 1500)]


@given(st.lists(_LETTERS))
def test_pages_of_the_very_text_begin_where_they_were_cut(pages: list[str]) -> None:
    starts = [0, *itertools.accumulate(map(len, pages))]
    expected = [start if page else None for page, start in zip(pages, starts, strict=False)]
    assert find_places(pages, "".join(pages)) == expected


@given(st.lists(_LETTERS), _LETTERS)
def test_places_rise_and_are_in_the_text(pages: list[str], text: str) -> None:
    found = [place for place in find_places(pages, text) if place is not None]
    assert found == sorted(found)
    assert all(0 <= place < len(text) for place in found)


def test_a_page_that_the_text_lacks_has_no_place() -> None:
    advertisement = _noise(900, 2)
    pages = [PAGES[0], advertisement, *PAGES[1:]]
    assert find_places(pages, TEXT) == [0, None, 1500, 3000, 4500]


def test_what_the_pages_lack_is_passed_over() -> None:
    notes = _noise(2000, 3)
    text = TEXT[:3000] + notes + TEXT[3000:]
    assert find_places(PAGES, text)[:2] == [0, 1500]
    assert find_places(PAGES, text)[2:] == [5000, 6500]


def test_running_heads_and_feet_do_not_move_a_page() -> None:
    pages = [f"thecase{number}{page}{number}foot" for number, page in enumerate(PAGES)]
    assert find_places(pages, TEXT) == [0, 1500, 3000, 4500]


def test_a_word_that_differs_at_the_beginning_stands_for_the_other_one() -> None:
    pages = [PAGES[0], "page7" + PAGES[1][9:], *PAGES[2:]]
    found = find_places(pages, TEXT)
    assert (found[0], found[2], found[3]) == (0, 3000, 4500)
    assert found[1] is not None
    assert abs(found[1] - 1500) <= 9


def test_text_that_comes_again_is_found_in_its_place() -> None:
    refrain = _noise(300, 4)
    pages = [refrain + TEXT[:900], refrain + TEXT[900:1800], refrain + TEXT[1800:2700], refrain]
    assert find_places(pages, "".join(pages)) == [0, 1200, 2400, 3600]


def test_text_in_another_order_keeps_the_order_of_the_most() -> None:
    moved = TEXT[:1500] + TEXT[2000:] + TEXT[1500:2000]
    found = find_places(PAGES, moved)
    assert (found[0], found[2], found[3]) == (0, 2500, 4000)
    assert found[1] == 1500  # its first letters that keep the order


def test_a_short_page_is_found_between_its_neighbours() -> None:
    pages = [PAGES[0], "colophon", PAGES[1]]
    text = PAGES[0] + "x1y2" + "colophon" + "z9" + PAGES[1]
    assert find_places(pages, text) == [0, 1504, 1514]


def test_numbers_that_differ_do_not_hide_an_index() -> None:
    words = [_noise(9, number) for number in range(60)]
    printed = "".join(f"{word}{number * 7}" for number, word in enumerate(words))
    text = "".join(f"{word}1" for word in words)
    advertisement = _noise(900, 2)
    pages = [PAGES[0], printed[:400], printed[400:], advertisement]
    found = find_places(pages, PAGES[0] + text)
    assert found[:2] == [0, 1500]
    assert found[2] is not None
    assert (PAGES[0] + text)[found[2] :].startswith(printed[400:].lstrip("0123456789")[:5])
    assert found[3] is None


def test_another_text_has_none_of_the_pages() -> None:
    assert find_places(PAGES, _noise(9000, 5, "qrstuvwxyz")) == [None] * 4


def test_time_is_in_proportion_whatever_the_texts_are() -> None:
    hostile = [
        (["a" * 1000] * 300, "a" * 150_000 + "b" + "a" * 150_000),
        ([_noise(1000, number, "ab") for number in range(300)], _noise(300_000, 999, "ab")),
        (["ab" * 12 + str(number) for number in range(9000)], "ab" * 100_000),
    ]
    start = time.process_time()
    for pages, text in hostile:
        find_places(pages, text)
    assert time.process_time() - start < 8
