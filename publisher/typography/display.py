"""Display lines, headlines and titles of covers, broken by sense and balanced in width."""

import itertools
import math
from collections.abc import Callable, Collection, Iterator, Sequence

Measure = Callable[[str], float]
"""The width of a text, in the unit of the measure that it is broken to."""

# What a break costs, in squared shares of the measure: tuned by eye on headlines of 3 to 30 words.
_WEAK_END = 0.10
_INSIDE_NAME = 0.12
_LONE_WORD = 0.08
_FURTHER_LINE = 0.05
_OVERFULL = 50.0


def break_by_sense(
    text: str, width: Measure, measure: float, weak: Collection[str]
) -> tuple[str, ...]:
    """`text` in lines of nearly equal width, none wider than `measure` unless it is one word.

    No line ends in one of the `weak` words (articles, prepositions, conjunctions) or between two
    capitalised ones, where that can be avoided for the price of one more line at most. The lines
    joined by spaces are the text. Time grows with the words, not with their square.
    """
    words = text.split(" ")
    sizes = _Sizes(words, width)
    fewest = _greedy_count(len(words), sizes, measure)
    candidates = [
        _balance(words, sizes, measure, count, frozenset(weak))
        for count in (fewest, fewest + 1)
        if count <= len(words)
    ]
    return min(candidates, key=lambda found: found[0])[1]


class _Sizes:
    """The widths of runs of words, from the widths of each: kerning over a space is nothing."""

    def __init__(self, words: Sequence[str], width: Measure) -> None:
        self._space = width(" ")
        self._sums = [0.0, *itertools.accumulate(width(word) for word in words)]

    def of(self, start: int, end: int) -> float:
        """The width of words `start` to `end`, with the spaces between them."""
        return self._sums[end] - self._sums[start] + self._space * (end - start - 1)


def sense_cost(lines: Sequence[str], weak: Collection[str]) -> float:
    """What the breaks between `lines` cost, as `break_by_sense` counts them; 0 is by sense."""
    words = " ".join(lines).split(" ")
    names = _has_names(words)
    cost, start = 0.0, 0
    for line in lines:
        end = start + line.count(" ") + 1
        cost += _break_cost(words, start, end, frozenset(weak), names)
        start = end
    return cost


def _has_names(words: Sequence[str]) -> bool:
    """Whether a capital tells a name: not in a line where every longer word has one."""
    return not all(word[:1].isupper() for word in words if len(word) > 3)


def _greedy_count(words: int, sizes: _Sizes, measure: float) -> int:
    count, start = 1, 0
    for end in range(1, words + 1):
        if sizes.of(start, end) > measure and end - start > 1:
            count, start = count + 1, end - 1
    return count


def _balance(
    words: Sequence[str], sizes: _Sizes, measure: float, count: int, weak: frozenset[str]
) -> tuple[float, tuple[str, ...]]:
    """The cheapest division of `words` into `count` lines, with its cost.

    Line by line from the last: `best[start]` is the cheapest way to set the words from `start` in
    the lines that were counted so far.
    """
    target = sizes.of(0, len(words)) / count
    names = _has_names(words)

    def line_cost(start: int, end: int) -> float:
        size = sizes.of(start, end)
        overfull = _OVERFULL * (size / measure) if size > measure else 0.0
        return (
            ((size - target) / measure) ** 2
            + overfull
            + _break_cost(words, start, end, weak, names)
        )

    def ends(start: int, last: int) -> Iterator[int]:
        for end in range(start + 1, last + 1):
            yield end
            if sizes.of(start, end) > measure:
                return

    best: dict[int, tuple[float, tuple[int, ...]]] = {
        start: (line_cost(start, len(words)), (len(words),))
        for start in range(len(words))
        if sizes.of(start, len(words)) <= measure or start == len(words) - 1 or count == 1
    }
    for _ in range(count - 1):
        best = {
            start: min(options)
            for start in range(len(words))
            if (
                options := [
                    (line_cost(start, end) + best[end][0], (end, *best[end][1]))
                    for end in ends(start, len(words) - 1)
                    if end in best
                ]
            )
        }
    if 0 not in best:  # a word wider than the measure leaves no way with so few lines
        return math.inf, tuple(words)
    cost, stops = best[0]
    lines = tuple(
        " ".join(words[start:end]) for start, end in zip((0, *stops), stops, strict=False)
    )
    return cost + _FURTHER_LINE * count, lines


def _break_cost(
    words: Sequence[str], start: int, end: int, weak: frozenset[str], names: bool
) -> float:
    """What the break after the line of words `start` to `end` costs, and a lone word at the end."""
    if end == len(words):
        return _LONE_WORD if end - start == 1 and start else 0.0
    cost = _WEAK_END if words[end - 1].lower() in weak else 0.0
    before, after = words[end - 1], words[end]
    if names and before[:1].isupper() and after[:1].isupper() and before[-1:].isalnum():
        cost += _INSIDE_NAME
    return cost
