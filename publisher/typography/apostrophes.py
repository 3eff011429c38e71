"""Apostrophes, told from quotation marks by where they stand and by the words they stand at."""

import re
from collections.abc import Iterator

from publisher.typography.characters import OKINA_WORD, after, before
from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

_WORD_AHEAD = re.compile(r"\w+")
_WORD_BEHIND = re.compile(r"\w+$")
_CENTURY = re.compile(r"\d\ds?")
_LONGEST_WORD = 32


def is_apostrophe(
    text: str, at: int, table: Table, *, left: str, opens: bool, suffix: bool, may_close: bool
) -> bool:
    """Whether the mark at `at` is an apostrophe.

    `left`: what stands before it. `opens`: it stands where a quotation may begin; `suffix`: right
    after the end of one. `may_close`: a quotation in single marks is open that it might end.
    """
    mark, right = text[at], after(text, at)
    if not table.apostrophe or mark not in (table.apostrophe, "‘", "'"):
        return False
    if mark == "'" and left.isdigit() and not right.isalpha():
        return False  # feet, as in 6'2"
    if left.isalnum() and right.isalnum():
        return table.spaced or (left.isascii() and right.isascii())
    if suffix and right.isalpha():
        return True  # an ending of a quoted name: the Turkish “Milliyet”’in
    if opens:
        return _is_elision(text, at, table)
    if mark == "‘" or not left.isalnum():
        return False
    return not may_close or _is_clipping(text, at, table) or _is_plural_possessive(text, at, table)


def set_apostrophe(text: str, at: int, table: Table) -> Iterator[Proposal]:
    """What to write for the apostrophe at `at`: TYP004 for a straight mark, TYP008 for ‘."""
    mark = text[at]
    if mark == table.apostrophe or (table.okina and _is_okina(text, at)):
        return
    facts: dict[str, object] = {"found": mark, "expected": table.apostrophe}
    code = "TYP004" if mark == "'" else "TYP008"
    yield Proposal(at, at + 1, table.apostrophe, "apostrophe", code, facts)


def _is_elision(text: str, at: int, table: Table) -> bool:
    """Whether letters or a century are left out here: ’twas, rock ’n’ roll, the ’90s."""
    word = _WORD_AHEAD.match(text, at + 1)
    if not word:
        return False
    if _CENTURY.fullmatch(word[0]):
        return word[0].endswith("s") or not _closing(table).search(text, word.end())
    return word[0].lower() in table.elisions


def _is_clipping(text: str, at: int, table: Table) -> bool:
    """Whether the word before has lost its end: o’ clock, un po’ di."""
    word = _WORD_BEHIND.search(text, max(0, at - _LONGEST_WORD), at)
    return word is not None and word[0].lower() in table.clippings


def _is_plural_possessive(text: str, at: int, table: Table) -> bool:
    """Whether "dogs’ owners" stands inside a quotation that is closed later on."""
    ahead = re.split("[‘„“]", text[at + 1 :], maxsplit=1)[0]
    possessive = before(text, at) == "s" and re.match(r"\s\w", text[at + 1 :])
    return bool(possessive and _closing(table).search(ahead))


def _closing(table: Table) -> re.Pattern[str]:
    return re.compile(rf"[^\s‘'][{re.escape(table.apostrophe)}'](?!\w)")


def _is_okina(text: str, at: int) -> bool:
    """Whether the mark is a letter of Hawaiian: before a vowel, in a word of its letters only."""
    start = at
    while start and (text[start - 1].isalpha() or text[start - 1] in "'‘’"):
        start -= 1
    word = OKINA_WORD.match(text, start)
    return bool(word) and after(text, at).lower() in "aeiouāēīōū" and _ends(text, word)


def _ends(text: str, word: re.Match[str] | None) -> bool:
    return word is not None and not text[word.end() : word.end() + 1].isalpha()
