"""One name spelt in two ways: Johnson and Johnston, Kyiv and Kiev, GitHub and Github.

A guess, so told as a note, and only where one spelling is much the rarer. What looks alike and is
not: forms of one name (Debian, Debiana), a name and its adjective, two people who share most of
a name, places that a country's list knows apart.
"""

import functools
import itertools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import resources

import msgspec

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w’'-])([^\W\d_]{2,})([- ])(?=([^\W\d_]{2,})(?![\w’'-]))")
_SENTENCE_END = re.compile(r"(?:\A|[.!?…:;\n\ufffc]|[“”„«»‘\"'(\[—–•])\s*\Z")
_SHORTEST = 5
_RARER = 4
"""How many times as often as the rarer one the usual spelling has to stand."""

_MOST_PAIRS, _MOST_USES = 200_000, 100
"""How many pairs of names, and places of a name, are compared: no novel has as many."""


class Use(msgspec.Struct, frozen=True):
    """One place of a name, and the capitalised word right before it, such as a first name."""

    passage: Passage
    start: int
    end: int
    before: str
    opens: bool


Uses = dict[str, list[Use]]


def name_spellings(subject: Subject) -> Iterator[Finding]:
    """LNT019 for each place of a spelling that is much rarer than another of the same name."""
    uses = _names(subject)
    told: set[str] = set()
    for rare, usual in (*_known(uses), *_by_case(uses), *_alike(uses), *_parted(subject)):
        if rare not in told:
            told.add(rare)
            for use in uses[rare] if rare in uses else _places(subject, rare):
                facts = {"found": rare, "usual": usual}
                yield found_in(subject, use.passage, use.start, use.end, "LNT019", **facts)


def _names(subject: Subject) -> Uses:
    """Capitalised words and their places; not those that are capitalised only by their place."""
    found: Uses = defaultdict(list)
    small: set[str] = set()
    for passage in subject.prose:
        words = list(_WORD.finditer(passage.text))
        for at, word in enumerate(words):
            name = re.sub(r"[’'](?:s|S)?$", "", word[0])
            if not name[:1].isupper():
                small.add(name.lower())
                continue
            before = (
                words[at - 1][0]
                if at and not passage.text[words[at - 1].end() : word.start()].strip()
                else ""
            )
            opens = bool(
                _SENTENCE_END.search(passage.text[max(0, word.start() - 8) : word.start()])
            )
            found[name].append(Use(passage, word.start(), word.start() + len(name), before, opens))
    names = {
        name: uses
        for name, uses in found.items()
        if name.lower() not in small and not (name.isupper() and len(name) > 1)
    }
    return {
        name: [
            use if use.before in names else msgspec.structs.replace(use, before="") for use in uses
        ]
        for name, uses in names.items()
    }


def _known(uses: Uses) -> Iterator[tuple[str, str]]:
    """Two spellings of a name that a list knows as one."""
    for spellings in _variants():
        there = sorted(
            (name for name in spellings if name in uses), key=lambda name: len(uses[name])
        )
        for rare in there[:-1]:
            yield rare, there[-1]


@functools.cache
def _variants() -> tuple[tuple[str, ...], ...]:
    file = resources.files("publisher.checks.source") / "names.toml"
    return tuple(map(tuple, tomllib.loads(file.read_text(encoding="utf-8"))["variants"]))


def _by_case(uses: Uses) -> Iterator[tuple[str, str]]:
    """Names that differ in a capital inside: GitHub and Github."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in uses:
        groups[name.casefold()].append(name)
    for names in groups.values():
        names.sort(key=lambda name: len(uses[name]))
        for rare in names[:-1]:
            if len(uses[names[-1]]) >= 2 * len(uses[rare]):
                yield rare, names[-1]


def _alike(uses: Uses) -> Iterator[tuple[str, str]]:
    """Names that differ by a letter or two in their middle."""
    usual = [name for name in uses if len(uses[name]) >= _RARER and len(name) >= _SHORTEST]
    rarer = [name for name in uses if len(uses[name]) * _RARER <= max(map(len, uses.values()))]
    by_ends: dict[str, list[str]] = defaultdict(list)
    for name in rarer:
        if len(name) >= _SHORTEST and not all(use.opens for use in uses[name]):
            by_ends[name[0] + name[-2:]].append(name)
    pairs = ((rare, name) for name in usual for rare in by_ends[name[0] + name[-2:]])
    for rare, name in itertools.islice(pairs, _MOST_PAIRS):
        much_rarer = len(uses[rare]) * _RARER <= len(uses[name])
        if much_rarer and _is_slip(name, rare) and not _told_apart(uses[name], uses[rare]):
            yield rare, name


def _is_slip(name: str, rare: str) -> bool:
    """Whether one can be the other with a slip in its middle: names are inflected at their ends."""
    most = 2 if min(len(name), len(rare)) >= 8 else 1
    near = name != rare and abs(len(name) - len(rare)) <= most
    return near and _distance(name, rare, most) <= most


def _distance(one: str, other: str, most: int) -> int:
    """How many letters to put in, take out, change or exchange (Damerau and Levenshtein)."""
    before: Sequence[int] = ()
    row: Sequence[int] = range(len(other) + 1)
    for at, letter in enumerate(one, start=1):
        now = [at]
        for to, its in enumerate(other, start=1):
            cost = min(row[to] + 1, now[to - 1] + 1, row[to - 1] + (letter != its))
            if at > 1 and to > 1 and (letter, one[at - 2]) == (other[to - 2], its):
                cost = min(cost, before[to - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return row[-1]


def _told_apart(usual: Sequence[Use], rare: Sequence[Use]) -> bool:
    """Whether the text tells two people or places apart: by first names, or in one sentence."""
    firsts = {use.before for use in usual if use.before}
    others = {use.before for use in rare if use.before}
    if others and not others & firsts:
        return True
    return any(
        use.passage is other.passage
        and not re.search(
            r"[.!?]\s", use.passage.text[min(use.end, other.end) : max(use.start, other.start)]
        )
        for use in usual[:_MOST_USES]
        for other in rare[:_MOST_USES]
    )


def _parted(subject: Subject) -> Iterator[tuple[str, str]]:
    """Two capitalised words that stand with a hyphen here, and with a space there."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: {"-": 0, " ": 0})
    for passage in subject.prose:
        for first, between, second in _PAIR.findall(passage.text):
            if first[0].isupper() and second[0].isupper():
                counts[first, second][between] += 1
    for (first, second), times in counts.items():
        rare, usual = sorted(times, key=lambda between: times[between])
        if times[rare] and times[usual] >= 2 * times[rare]:
            yield f"{first}{rare}{second}", f"{first}{usual}{second}"


def _places(subject: Subject, name: str) -> Iterator[Use]:
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for passage in subject.prose:
        for found in whole.finditer(passage.text):
            yield Use(passage, *found.span(), "", False)
