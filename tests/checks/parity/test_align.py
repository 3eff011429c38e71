"""Alignment: right, in order, and soon."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.checks.parity.align import Effort, align, gaps

items = st.lists(st.sampled_from("aaabcdefgh"), max_size=40)


@given(items, items)
def test_pairs_are_equal_and_in_order(one: list[str], other: list[str]) -> None:
    pairs = align(one, other, Effort())
    assert all(one[left] == other[right] for left, right in pairs)
    assert pairs == sorted(set(pairs))
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)


@given(items, items)
def test_gaps_and_pairs_are_all_there_is(one: list[str], other: list[str]) -> None:
    pairs = align(one, other, Effort())
    between = list(gaps(pairs, len(one), len(other)))
    assert sum(gap.last - gap.first for gap in between) + len(pairs) == len(one)
    assert sum(gap.end - gap.start for gap in between) + len(pairs) == len(other)


@given(items, st.integers(0, 39), st.integers(1, 10))
def test_what_is_taken_out_is_all_that_is_missing(one: list[str], at: int, count: int) -> None:
    other = one[:at] + one[at + count :]
    assert len(align(one, other, Effort())) == len(other)


@pytest.mark.parametrize("words", ["ab", "abcdefgh" * 5])
def test_the_effort_is_bounded(words: str) -> None:
    one = [each for at in range(20_000) for each in (words[at % len(words)], f"x{at}")]
    other = [each for at in range(20_000) for each in (words[at * 7 % len(words)], f"y{at}")]
    start = time.process_time()
    align(one, other, Effort())
    assert time.process_time() - start < 15


def test_without_effort_anchors_are_all() -> None:
    assert align("apbqc", "xpyqz", Effort(0)) == [(1, 1), (3, 3)]
    assert align(list("aabb"), list("bbaa"), Effort(0)) == []
    assert len(align(list("aabb"), list("bbaa"), Effort())) == 2
