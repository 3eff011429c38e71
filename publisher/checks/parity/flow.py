"""The texts of two files side by side: which blocks belong together, which words are in one only.

Blocks with the same words are found first; between them, words. So it does not matter how a text
is cut into blocks, and a book takes no longer than its reading.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from publisher.checks.parity.align import Effort, Gap, align, gaps
from publisher.checks.parity.content import Block, Content
from publisher.checks.parity.normal import BREAK, OBJECTS, Word, key, words


class Stretch(NamedTuple):
    """The characters from `start` to `end` of the block `number`; `whole`: all of it."""

    number: int
    start: int
    end: int
    whole: bool


class Difference(NamedTuple):
    """Stretches that stand in the same place of two files and are not the same.

    `at` and `there` are the blocks that they stand in, or come after, None at the very beginning.
    """

    one: tuple[Stretch, ...]
    other: tuple[Stretch, ...]
    at: int | None
    there: int | None


class Cluster(NamedTuple):
    """Blocks of two files that have words in common: mostly one and one."""

    one: tuple[int, ...]
    other: tuple[int, ...]


class Flow(NamedTuple):
    """What came of it: blocks that belong together, in order, and differences."""

    clusters: list[Cluster]
    differences: list[Difference]


def compare_flow(
    one: Content, numbers: Sequence[int], other: Content, others: Sequence[int]
) -> Flow:
    """Puts the blocks with these numbers side by side."""
    effort = Effort()
    pairs = align(_keys(one, numbers), _keys(other, others), effort)
    clusters = [Cluster((numbers[left],), (others[right],)) for left, right in pairs]
    differences: list[Difference] = []
    for gap in gaps(pairs, len(numbers), len(others)):
        inside = _compare_gap((one, numbers), (other, others), gap, effort)
        clusters += inside.clusters
        differences += inside.differences
    clusters.sort(key=lambda cluster: cluster.one)
    return Flow(clusters, differences)


def _keys(content: Content, numbers: Sequence[int]) -> list[str]:
    return [_key(content.blocks[number]) for number in numbers]


def _key(block: Block) -> str:
    """What is compared first: the words, and of blocks without any, those of their pictures."""
    found = key(block.text)
    if block.objects and not found.strip("".join(OBJECTS.values())):
        return found + "\n".join(each.words or "" for each in block.objects)
    return found


_Side = tuple[Content, Sequence[int]]
"""A file, and the numbers of its blocks that are compared."""


class _Words(NamedTuple):
    """The words of some blocks in a row, and the number of the block of each."""

    words: list[Word]
    blocks: list[int]
    counts: dict[int, int]


def _compare_gap(first_side: _Side, second_side: _Side, gap: Gap, effort: Effort) -> Flow:
    (one, numbers), (other, others) = first_side, second_side
    mine, theirs = numbers[gap.first : gap.last], others[gap.start : gap.end]
    left = _words(one, mine, _vocabulary(other, theirs))
    right = _words(other, theirs, _vocabulary(one, mine))
    pairs = align(left.words, right.words, effort)
    differences = []
    for run in gaps(pairs, len(left.words), len(right.words)):
        at = _before(left, run.first, numbers, gap.first)
        there = _before(right, run.start, others, gap.start)
        first = _stretches(left, run.first, run.last)
        second = _stretches(right, run.start, run.end)
        differences.append(Difference(first, second, at, there))
    return Flow(_clusters([(left.blocks[at], right.blocks[to]) for at, to in pairs]), differences)


def _vocabulary(content: Content, numbers: Sequence[int]) -> frozenset[str]:
    return frozenset(
        str(word)
        for number in numbers
        for word in words(content.blocks[number].text)
        if BREAK not in word
    )


def _words(content: Content, numbers: Sequence[int], known: frozenset[str]) -> _Words:
    found: list[Word] = []
    blocks: list[int] = []
    counts: dict[int, int] = {}
    for number in numbers:
        inside = words(content.blocks[number].text, known)
        found += inside
        blocks += [number] * len(inside)
        counts[number] = len(inside)
    return _Words(found, blocks, counts)


def _stretches(side: _Words, first: int, last: int) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    at = first
    while at < last:
        number, start = side.blocks[at], at
        while at < last and side.blocks[at] == number:
            at += 1
        whole = at - start == side.counts[number]
        found.append(Stretch(number, side.words[start].start, side.words[at - 1].end, whole))
    return tuple(found)


def _before(side: _Words, at: int, numbers: Sequence[int], first: int) -> int | None:
    """The block of word `at`, else the block before."""
    if at < len(side.blocks):
        return side.blocks[at]
    if side.blocks:
        return side.blocks[-1]
    return numbers[first - 1] if first else None


def _clusters(pairs: Sequence[tuple[int, int]]) -> list[Cluster]:
    """Blocks that have a word in common with one another, by way of others too.

    A few common words in long texts are chance: where a block shares words with several, those
    with fewer than a fifth of the most are left out.
    """
    shared: dict[tuple[int, int], int] = defaultdict(int)
    most: dict[tuple[bool, int], int] = defaultdict(int)
    for left, right in pairs:
        shared[left, right] += 1
    for (left, right), count in shared.items():
        most[True, left] = max(most[True, left], count)
        most[False, right] = max(most[False, right], count)
    found: list[tuple[set[int], set[int]]] = []
    for (left, right), count in sorted(shared.items()):
        if count * 5 < max(most[True, left], most[False, right]) and count < 3:
            continue
        if found and (left in found[-1][0] or right in found[-1][1]):
            found[-1][0].add(left)
            found[-1][1].add(right)
        else:
            found.append(({left}, {right}))
    return [Cluster(tuple(sorted(one)), tuple(sorted(other))) for one, other in found]
