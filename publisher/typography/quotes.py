"""Quotation marks and apostrophes, checked in pairs through a run.

A mark opens or closes by where it stands, not by its shape alone: so that a quotation closed by
an opening mark is found, and an apostrophe is not taken for the end of a quotation.
"""

import re
from collections.abc import Iterator

from publisher.typography.proposal import Proposal
from publisher.typography.table import Pair, Table

_OPENERS = set(" \u00a0\u202f\t\n([{–—-/¿¡")
_NESTED = set("“‘„‚»«›‹\"'")
"""A mark before a mark: one quotation opens right inside another."""

_Open = tuple[int, Pair]
"""A quotation that is open: where it was opened, and by which pair of marks."""


def pair_quotes(text: str, table: Table) -> Iterator[Proposal]:
    """What is wrong with the marks of `text`: TYP001 to TYP004 and TYP008."""
    opened: list[_Open] = []
    for at, mark in _marks(text, table):
        if mark in "\"'":
            yield from _straight(text, at, table, opened)
        elif _is_apostrophe(text, at, table, opened):
            yield from _apostrophe(mark, at, table)
        else:
            yield from _curly(text, at, table, opened)
    for at, (_, closing) in opened:
        yield _unclosed(text, at, closing)


def _unclosed(text: str, at: int, closing: str) -> Proposal:
    facts: dict[str, object] = {"opening": text[at], "expected": closing}
    return Proposal(at, at + 1, None, "close-quotation", "TYP002", facts)


def opens_quotation(text: str, table: Table) -> bool:
    """Whether `text` begins by opening a quotation, as a continued one does each paragraph."""
    return text[:1] in {opening for opening, _ in table.pairs} | {'"'}


def _marks(text: str, table: Table) -> Iterator[tuple[int, str]]:
    marks = {mark for pair in table.pairs for mark in pair} | {table.apostrophe, '"', "'", "‘"}
    return ((at, character) for at, character in enumerate(text) if character in marks)


def _before(text: str, at: int) -> str:
    return text[at - 1] if at else " "


def _after(text: str, at: int) -> str:
    return text[at + 1] if at + 1 < len(text) else " "


def _opens(text: str, at: int) -> bool:
    """Whether a mark at this place would open: white space or a bracket before, none after."""
    before = _before(text, at)
    after_opener = before in _OPENERS or before in _NESTED
    return after_opener and not _after(text, at).isspace()


def _is_apostrophe(text: str, at: int, table: Table, opened: list[_Open]) -> bool:
    mark, before, after = text[at], _before(text, at), _after(text, at)
    if mark not in (table.apostrophe, "‘", "'"):
        return False
    if mark == "'" and before.isdigit() and not after.isalpha():
        return False  # feet, as in 6'2"
    if before.isalnum() and after.isalnum():
        return True
    if _opens(text, at):
        return _is_elision(text, at, table)
    if mark == "‘" or not before.isalnum():
        return False
    closes_open_one = any(mark in (pair[1], "'") for _, pair in opened if pair != table.outer)
    return not closes_open_one or _is_plural_possessive(text, at, table)


def _is_elision(text: str, at: int, table: Table) -> bool:
    """Whether letters or a century are left out here: ’twas, rock ’n’ roll, the ’90s."""
    word = re.match(r"\w+", text[at + 1 :])
    if not word:
        return False
    return word[0].lower() in table.elisions or bool(re.fullmatch(r"\d\ds?", word[0]))


def _is_plural_possessive(text: str, at: int, table: Table) -> bool:
    """Whether "dogs’ owners" stands inside a quotation that is closed later on."""
    closing = re.compile(rf"[^\s‘'][{re.escape(table.apostrophe)}'](?!\w)")
    ahead = re.split("[‘„“]", text[at + 1 :], maxsplit=1)[0]
    possessive = _before(text, at) == "s" and re.match(r"\s\w", text[at + 1 :])
    return bool(possessive and closing.search(ahead))


def _apostrophe(mark: str, at: int, table: Table) -> Iterator[Proposal]:
    if mark == table.apostrophe:
        return
    facts: dict[str, object] = {"found": mark, "expected": table.apostrophe}
    code = "TYP004" if mark == "'" else "TYP008"
    yield Proposal(at, at + 1, table.apostrophe, "apostrophe", code, facts)


def _straight(text: str, at: int, table: Table, opened: list[_Open]) -> Iterator[Proposal]:
    if _is_apostrophe(text, at, table, opened):
        yield from _apostrophe("'", at, table)
        return
    pair = table.outer if text[at] == '"' else table.inner
    space = table.quote_space if pair == table.outer else ""
    if _opens(text, at):
        expected = pair[0] + space
        opened.append((at, pair))
    elif _closes_straight(text, at, pair, opened):
        expected = space + pair[1]
        yield from _close(text, opened, pair)
    else:
        return  # a prime: feet and inches, minutes and seconds
    facts: dict[str, object] = {"found": text[at], "expected": expected.strip("\u00a0")}
    yield Proposal(at, at + 1, expected, "curl-quote", "TYP004", facts)


def _closes_straight(text: str, at: int, pair: Pair, opened: list[_Open]) -> bool:
    """Whether a straight mark ends a quotation, and is no prime inside a curly one."""
    marks = [text[start] for start, open_pair in opened if open_pair == pair]
    return bool(marks) and not (_before(text, at).isdigit() and marks[-1] == pair[0])


def _curly(text: str, at: int, table: Table, opened: list[_Open]) -> Iterator[Proposal]:
    mark = text[at]
    by_opening = {pair[0]: pair for pair in table.pairs}
    by_closing = {pair[1]: pair for pair in table.pairs}
    closing = by_closing.get(mark)
    if closing and any(pair == closing for _, pair in opened):
        yield from _close(text, opened, closing)
    elif opening := by_opening.get(mark):
        if opened and opened[-1][1] == opening and not _opens(text, at):
            facts: dict[str, object] = {
                "opening": mark,
                "found": mark,
                "expected": opening[1],
            }
            yield Proposal(at, at + 1, opening[1], "close-quotation", "TYP001", facts)
            opened.pop()
        else:
            opened.append((at, opening))
    elif closing:
        facts = {"found": mark, "expected": closing[0]}
        if _opens(text, at):
            yield Proposal(at, at + 1, closing[0], "open-quotation", "TYP003", facts)
            opened.append((at, closing))
        else:
            yield Proposal(at, at + 1, None, "open-quotation", "TYP003", facts)


def _close(text: str, opened: list[_Open], pair: Pair) -> Iterator[Proposal]:
    """Ends the innermost quotation of `pair`; those inside it were never closed."""
    while opened:
        at, innermost = opened.pop()
        if innermost == pair:
            return
        yield _unclosed(text, at, innermost[1])
