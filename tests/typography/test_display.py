"""Display lines: balanced, by sense, never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.typography.display import break_by_sense, sense_cost
from publisher.typography.wording import long_date, shortened

WEAK = ("a", "of", "the", "to")


def lines(text: str, measure: int) -> tuple[str, ...]:
    """The lines of `text` where each character is one wide."""
    return break_by_sense(text, len, measure, WEAK)


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("Bread, at last", 20, ("Bread, at last",)),
        ("one two three four", 10, ("one two", "three four")),
        ("The price of the harbour", 14, ("The price", "of the harbour")),
        ("Nato chief assures Western Balkans", 26, ("Nato chief assures", "Western Balkans")),
        ("Unbreakable", 4, ("Unbreakable",)),
    ],
)
def test_examples(text: str, measure: int, expected: tuple[str, ...]) -> None:
    assert lines(text, measure) == expected


@given(st.lists(st.text("abcDE", min_size=1, max_size=12), min_size=1, max_size=20))
def test_the_lines_are_the_text_and_fit_the_measure(words: list[str]) -> None:
    text = " ".join(words)
    broken = lines(text, 15)
    assert " ".join(broken) == text
    assert all(len(line) <= 15 or " " not in line for line in broken)


def test_a_break_after_a_weak_word_costs() -> None:
    assert sense_cost(("the price of", "bread"), WEAK) > sense_cost(("the price", "of bread"), WEAK)


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("short", 10, "short"),
        ("a longer title, cut", 16, "a longer title…"),
        ("onewordonly", 6, "onewo…"),
        ("e\u0301e\u0301e\u0301", 4, "e\u0301…"),
    ],
)
def test_shortened_titles(text: str, length: int, expected: str) -> None:
    assert shortened(text, length) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "3 May 2026"),
        ("en-US", "May 3, 2026"),
        ("de", "3. Mai 2026"),
        ("xx", "2026-05-03"),
    ],
)
def test_dates_in_full(language: str, expected: str) -> None:
    assert long_date("2026-05-03", language) == expected


def test_a_title_of_a_thousand_words_is_broken_by_few_measurements() -> None:
    measured = 0

    def measure(text: str) -> float:
        nonlocal measured
        measured += 1
        return len(text)

    words = ["word"] * 1000
    assert " ".join(break_by_sense(" ".join(words), measure, 40, WEAK)) == " ".join(words)
    assert measured <= 1002
