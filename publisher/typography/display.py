"""Display lines, headlines and titles of covers, broken by sense and balanced in width."""

import functools
from collections.abc import Callable, Collection, Sequence

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
    joined by spaces are the text.
    """
    words = text.split(" ")
    fewest = _greedy_count(words, width, measure)
    names = _has_names(words)
    candidates = [
        _balance(words, width, measure, count, frozenset(weak), names)
        for count in (fewest, fewest + 1)
        if count <= len(words)
    ]
    return min(candidates, key=lambda found: found[0])[1]


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


def _greedy_count(words: Sequence[str], width: Measure, measure: float) -> int:
    count, line = 1, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and width(longer) > measure:
            count, line = count + 1, word
        else:
            line = longer
    return count


def _balance(
    words: Sequence[str],
    width: Measure,
    measure: float,
    count: int,
    weak: frozenset[str],
    names: bool,
) -> tuple[float, tuple[str, ...]]:
    """The cheapest division of `words` into `count` lines, with its cost."""
    target = width(" ".join(words)) / count

    def line_cost(start: int, end: int) -> float:
        line = " ".join(words[start:end])
        size = width(line)
        cost = ((size - target) / measure) ** 2
        if size > measure:
            cost += _OVERFULL * (size / measure)
        return cost + _break_cost(words, start, end, weak, names)

    @functools.cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        if lines == 1:
            return line_cost(start, len(words)), (len(words),)
        return min(
            (line_cost(start, end) + rest[0], (end, *rest[1]))
            for end in range(start + 1, len(words) - lines + 2)
            for rest in [best(end, lines - 1)]
        )

    cost, ends = best(0, count)
    starts = (0, *ends)
    lines = tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=False))
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
