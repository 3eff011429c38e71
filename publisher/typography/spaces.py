"""Spaces that must not break a line: between a title and a name, a number and what it counts."""

import functools
import itertools
import re
from collections.abc import Iterator

import msgspec

from publisher.typography.characters import NARROW_SPACE, NO_BREAK_SPACE
from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

_BOUND = re.compile(r"[\s\u2060]")
_BEFORE_WORD = "([{«»„“”\"'‘‚‹›¿¡….\u2066\u2067\u2068\u200e\u200f"
_OPENING = frozenset("([{«»„“\"'‘‚‹›¿¡")
_AFTER_WORD = ".,;:!?)]}»«“”\"'’‘›‹…。，"
_NUMBER = re.compile(r"(?<![\w.,/–-])\d+(?:[.,]\d+)*$")
_DAY = re.compile(r"(?<!\d)\d{1,2}\.?$")
_ORDINAL = re.compile(r"(?<![\w.,/–-])\d{1,3}\.$")
_GROUPS = re.compile(r"(?<![\d.,/-])\d{1,3}$")
_GROUP = re.compile(r"\d{3}(?!\d)")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_DASHES = frozenset("–—")
_MOST_PIECES, _LONGEST_PIECE = 50_000, 40


def bind_spaces(text: str, table: Table) -> Iterator[Proposal]:
    """A no-break space for each space that the language keeps together (rules `no-break-…`)."""
    words = _words(table)
    together = {
        at
        for found in (words.together.finditer(text) if words.together else ())
        for at in range(found.start(), found.end())
    }
    for at in _gaps(text, words, together):
        if at in together:
            yield Proposal(at, at + 1, NO_BREAK_SPACE, "no-break-abbreviation")
        elif rule := _rule(text, at, words):
            after = NO_BREAK_SPACE
            if rule == "no-break-group":
                after = table.group
            elif rule == "no-break-mark":
                after = _mark_space(text, at, table)
            yield Proposal(at, at + 1, after, rule)


def _gaps(text: str, words: "_Words", together: set[int]) -> Iterator[int]:
    """Where single spaces stand between words, less those that no rule can hold.

    Most spaces are such, and most words come again and again: whether a rule may hold the space
    after a word is asked once.
    """
    pieces = text.split(" ")
    quiet = list(map(_quiet_pieces(words).__getitem__, pieces))
    every = together or any(sign in text for sign in words.signs)
    if not every and all(quiet):
        return
    ends = list(itertools.accumulate(map(len, pieces)))
    for number, (left, right) in enumerate(itertools.pairwise(pieces)):
        if quiet[number] and not every:
            continue
        if left and right and not (left[-1].isspace() or right[0].isspace()):
            yield ends[number] + number


class _QuietPieces(dict[str, bool]):
    """Of each word that was met whether it is quiet; when it knows too many, it begins anew."""

    def __init__(self, words: "_Words") -> None:
        self._words = words

    def __missing__(self, piece: str) -> bool:
        if len(self) >= _MOST_PIECES:
            self.clear()
        quiet = not piece or (len(piece) <= _LONGEST_PIECE and _is_quiet(piece, self._words))
        self[piece] = quiet
        return quiet


@functools.cache
def _quiet_pieces(words: "_Words") -> _QuietPieces:
    return _QuietPieces(words)


def _is_quiet(piece: str, words: "_Words") -> bool:
    """Whether no rule holds the space after `piece` but for a mark or a dash that follows."""
    last = piece[-1]
    if last in words.marks_before_space or last in _DASHES or last.isdigit():
        return False
    left = _bare(piece.rpartition(NO_BREAK_SPACE)[2])
    if last == "." and (left[-2:-1].isdigit() or _is_initials(left)):
        return False
    return left not in words.before and left.lower() not in words.prepositions


def _mark_space(text: str, at: int, table: Table) -> str:
    if text[at + 1] in table.no_break.thin_marks:
        return NARROW_SPACE
    inside = text[at - 1] in table.no_break.after_marks
    return table.quote_space if inside and table.quote_space else NO_BREAK_SPACE


class _Words(msgspec.Struct, frozen=True, eq=False):
    """The rows of a table as they are looked up.

    `before` are the words that may hold the space after them, `signs` the marks that may hold the
    one before, with it.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    prepositions: frozenset[str]
    units: frozenset[str]
    months: frozenset[str]
    uncounted: frozenset[str]
    before: frozenset[str]
    signs: tuple[str, ...]
    marks_after_space: frozenset[str]
    marks_before_space: frozenset[str]
    together: re.Pattern[str] | None
    grouped: bool
    ordinal_stop: bool


@functools.cache
def _words(table: Table) -> _Words:
    rows = table.no_break
    together = "|".join(re.escape(word) for word in sorted(rows.together, key=len, reverse=True))
    names = frozenset(rows.before_name)
    numbers = frozenset((*rows.before_number, *rows.currencies))
    marks = frozenset(rows.before_marks + rows.thin_marks)
    return _Words(
        names=names,
        numbers=numbers,
        prepositions=frozenset(rows.before_word),
        units=frozenset((*rows.units, *rows.after_number)),
        months=frozenset(rows.months),
        uncounted=frozenset(rows.function_words),
        before=names | numbers | frozenset(rows.months),
        signs=tuple(sorted(f" {sign}" for sign in marks | _DASHES)),
        marks_after_space=marks,
        marks_before_space=frozenset(rows.after_marks),
        together=re.compile(rf"(?<!\w)(?:{together})") if together else None,
        grouped=table.group.isspace(),
        ordinal_stop=table.ordinal_stop,
    )


def _rule(text: str, at: int, words: _Words) -> str | None:
    """The rule that holds the space at `at`, or None where a line may break."""
    first, last = text[at + 1], text[at - 1]
    if first in words.marks_after_space or last in words.marks_before_space:
        return "no-break-mark"
    if first in _DASHES and text[at + 2 : at + 3] == " ":
        return "no-break-dash"
    left = _left(text, at)
    if last in _DASHES:
        return "no-break-dialogue" if at == 1 else None
    if last.isdigit() or (last == "." and left[-2:-1].isdigit()):
        return _after_number(text, at, left, words)
    if first.isdigit():
        if left in words.numbers:
            return "no-break-number"
        if left in words.months and not text[at + 3 : at + 4].isdigit():
            return "no-break-date"
    if first.isalpha():
        if left in words.names:
            return "no-break-name"
        if last == "." and first.isupper() and _is_initials(left):
            return "no-break-initial"
    if left.lower() in words.prepositions and (first.isalnum() or first in _OPENING):
        return "no-break-preposition"
    return None


def _left(text: str, at: int) -> str:
    """The word before the space at `at`, without the marks before it."""
    start = max(text.rfind(" ", 0, at), text.rfind(NO_BREAK_SPACE, 0, at)) + 1
    return _bare(text[start:at])


def _bare(word: str) -> str:
    return word if word[:1].isalnum() or word.isspace() else word.lstrip(_BEFORE_WORD)


def _right(text: str, at: int) -> str:
    """The word after the space at `at`, with the marks after it."""
    end = text.find(" ", at + 1)
    word = text[at + 1 : end] if end >= 0 else text[at + 1 :]
    return _BOUND.split(word, maxsplit=1)[0]


def _after_number(text: str, at: int, left: str, words: _Words) -> str | None:
    word = _right(text, at)
    bare = word.rstrip(_AFTER_WORD)
    if bare in words.months and _DAY.search(left):
        return "no-break-date"
    if left[-1] == ".":
        small = words.ordinal_stop and word[:1].islower()
        return "no-break-ordinal" if small and _ORDINAL.search(left) else None
    if not words.units.isdisjoint((word, bare, f"{bare}.", re.split(r"[/·-]", bare)[0])):
        return "no-break-unit"
    if words.grouped and _GROUP.match(word) and _GROUPS.search(left):
        return "no-break-group"
    counted = words.uncounted and word[:1].isalpha() and bare not in words.uncounted
    if counted and (number := _NUMBER.search(left)) and not _YEAR.fullmatch(number[0]):
        return "no-break-count"
    return None


def _is_initials(word: str) -> bool:
    """Whether a word is a capital with a full stop, or several: J., J.H., J.-P."""
    letters = word.replace("-", "").replace(".", "")
    return letters.isupper() and len(word.replace("-", "")) == 2 * len(letters)
