"""Letters alone: what editions have in common, and the way back to the characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.pagination import PICTURE, Pagination, PrintedPage, letters
from publisher.pagination.letters import index_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a well-known word", "A WELL\u2010\nKNOWN  word"),
        ("extra\u00adordinary", "extraordi-\nnary"),
        ("ﬁnal oﬃce", "final office"),
        ("“Quoted”\u00a0!", "«Quoted»!"),
        ("l’eau", "l'eau"),
        ("日本 語", "日本語"),
    ],
)
def test_editions_have_the_same_letters(one: str, other: str) -> None:
    assert letters(one) == letters(other)


def test_a_picture_is_a_letter() -> None:
    assert letters(f"see {PICTURE} here") == f"see{PICTURE}here"


@given(st.text())
def test_a_letter_leads_back_to_its_character(text: str) -> None:
    for number in range(len(letters(text))):
        index = index_of(text, number)
        assert len(letters(text[:index])) <= number < len(letters(text[: index + 1]))


@pytest.mark.parametrize("text", ["", " \n", "— · —"])
def test_a_page_without_letters_is_blank(text: str) -> None:
    pages = (PrintedPage("2", text), PrintedPage("3", PICTURE))
    assert [page.is_blank for page in Pagination("urn:x", pages).pages] == [True, False]
