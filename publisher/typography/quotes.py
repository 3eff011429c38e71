"""Quotation marks, checked in pairs through a run.

A mark opens or closes by where it stands, not by its shape alone: so that a quotation closed by
an opening mark is found, and an apostrophe is not taken for the end of a quotation. In scripts
without spaces between words its shape is all there is to go by.
"""

import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from publisher.typography.apostrophes import is_apostrophe, set_apostrophe
from publisher.typography.characters import DOUBLE, SINGLE, STRAIGHT, after, before
from publisher.typography.proposal import Proposal
from publisher.typography.table import Pair, Table

_OPENERS = frozenset(" \u00a0\u202f\t\n([{–—-/¿¡\u05be")
_NESTED = frozenset("“‘„‚»«›‹\"'")
"""A mark before a mark: one quotation opens right inside another."""

_Origin = Literal["own", "straight", "foreign"]


class _Open(msgspec.Struct):
    """A quotation that is open at `at`, by a mark that may belong to one of `pairs`."""

    at: int
    pairs: tuple[Pair, ...]
    origin: _Origin

    @property
    def closing(self) -> str:
        """The mark that it is to be closed with."""
        return self.pairs[0][1]

    def is_single(self, text: str) -> bool:
        """Whether an apostrophe could be taken for its end."""
        return text[self.at] == "'" or self.pairs[0][0] in SINGLE

    def closed_by(self, mark: str) -> bool:
        return any(pair[1] == mark for pair in self.pairs)


def pair_quotes(text: str, table: Table) -> Iterator[Proposal]:
    """What is wrong with the marks of `text`: TYP001 to TYP004, TYP008, TYP009 and TYP011."""
    yield from _Reader(text, table).read()


def opens_quotation(text: str, table: Table) -> bool:
    """Whether `text` begins by opening a quotation, as a continued one does each paragraph."""
    mark = text[:1]
    return mark == '"' or (bool(mark) and (mark == table.reopening or mark in _opening(table)))


def with_reopening(text: str, table: Table) -> str:
    """`text` as if it began with an opening mark, where it goes on with a quotation."""
    if table.reopening and text.startswith(table.reopening):
        opening = next(pair[0] for pair in table.pairs if table.reopening in pair)
        return opening + text[1:]
    return text


@functools.cache
def _opening(table: Table) -> dict[str, tuple[Pair, ...]]:
    """The pairs of the language by their opening mark."""
    return {mark: tuple(pair for pair in table.pairs if pair[0] == mark) for mark, _ in table.pairs}


@functools.cache
def _closing(table: Table) -> dict[str, Pair]:
    """For each closing mark of the language the first pair that it ends."""
    return {closing: (opening, closing) for opening, closing in reversed(table.pairs)}


@functools.cache
def _ending(table: Table) -> frozenset[str]:
    """The double marks that can only close: what follows one at once is an ending of its own."""
    return (frozenset(_closing(table)) - frozenset(_opening(table))) & DOUBLE


@functools.cache
def _marks(table: Table) -> re.Pattern[str]:
    marks = (
        DOUBLE | SINGLE | STRAIGHT | {table.apostrophe} | set("".join(map("".join, table.pairs)))
    )
    return re.compile(f"[{re.escape(''.join(sorted(marks)))}]")


@functools.cache
def _straight_pairs(table: Table) -> dict[str, Pair]:
    """What a straight mark stands for outside any other quotation."""
    double = next((pair for pair in table.pairs if pair[0] in DOUBLE), table.outer)
    single = next((pair for pair in table.pairs if pair[0] in SINGLE), table.inner)
    return {'"': double, "'": single}


class _Reader:
    """One walk over the marks of a run, which knows the quotations that are open."""

    def __init__(self, text: str, table: Table) -> None:
        self._text = text
        # With the marks to the left as they will be: what one opens by must not depend on how
        # the one before it was written.
        self._view: str | list[str] = text
        self._table = table
        self._open: list[_Open] = []

    def read(self) -> Iterator[Proposal]:
        for found in _marks(self._table).finditer(self._text):
            yield from self._mark(found.start(), found[0])
        for left in self._open:
            yield self._unclosed(left)

    def _mark(self, at: int, mark: str) -> Iterator[Proposal]:
        apostrophe = mark in "'‘" or mark == self._table.apostrophe
        if apostrophe and is_apostrophe(
            self._text,
            at,
            self._table,
            left=self._before(at),
            opens=self._opens(at),
            suffix=self._before(at) in _ending(self._table),
            may_close=self._may_close(mark),
        ):
            yield from set_apostrophe(self._text, at, self._table)
        elif mark in STRAIGHT:
            yield from self._straight(at, mark)
        elif mark in _opening(self._table) or mark in _closing(self._table):
            yield from self._own(at, mark)
        else:
            yield from self._foreign(at, mark)

    def _before(self, at: int) -> str:
        return before(self._view, at)

    def _opens(self, at: int) -> bool:
        """Whether a mark at this place would open: white space or a bracket before, none after."""
        if not self._table.spaced:
            mark = self._text[at]
            if mark in STRAIGHT:  # after a figure it is a prime
                return not self._open and not self._before(at).isdigit()
            return mark in _opening(self._table)
        left, right = self._before(at), after(self._text, at)
        nested = left in _NESTED or left in _opening(self._table)
        return (nested or left in _OPENERS) and not right.isspace()

    def _may_close(self, mark: str) -> bool:
        return any(
            each.is_single(self._text)
            and (mark == "'" or each.origin == "straight" or each.closed_by(mark))
            for each in self._open
        )

    # --- marks of the language ------------------------------------------------------------

    def _own(self, at: int, mark: str) -> Iterator[Proposal]:
        if ended := next((each for each in self._open[::-1] if each.closed_by(mark)), None):
            yield from self._close(ended)
            yield from self._space_inside(at, mark, opening=False)
        elif pairs := _opening(self._table).get(mark):
            innermost = self._open[-1] if self._open else None
            same = innermost and (innermost.pairs == pairs or innermost.origin == "foreign")
            if innermost and same and not self._opens(at):
                self._open.pop()
                pair = innermost.pairs[0]
                yield self._replaced(at, pair, "TYP001", "close-quotation", opening=False)
            else:
                self._open.append(_Open(at, pairs, origin="own"))
                yield from self._space_inside(at, mark, opening=True)
        else:
            yield from self._unopened(at, mark, _closing(self._table)[mark])

    def _close(self, ended: _Open) -> Iterator[Proposal]:
        """Ends a quotation; those that were opened inside it were never closed."""
        while (innermost := self._open.pop()) is not ended:
            yield self._unclosed(innermost)

    def _unclosed(self, left: _Open) -> Proposal:
        facts: dict[str, object] = {"opening": self._text[left.at], "expected": left.closing}
        return Proposal(left.at, left.at + 1, None, "close-quotation", "TYP002", facts)

    def _unopened(self, at: int, mark: str, pair: Pair) -> Iterator[Proposal]:
        if self._opens(at):
            self._open.append(_Open(at, _opening(self._table)[pair[0]], origin="own"))
            yield self._replaced(at, pair, "TYP003", "open-quotation", opening=True)
        else:
            facts: dict[str, object] = {"found": mark, "expected": pair[0]}
            yield Proposal(at, at + 1, None, "open-quotation", "TYP003", facts)

    def _space_inside(self, at: int, mark: str, *, opening: bool) -> Iterator[Proposal]:
        """TYP009 where the language sets a space inside its outer marks, and there is none."""
        space = self._table.quote_space
        if not space or mark not in self._table.outer:
            return
        neighbour = after(self._text, at) if opening else self._before(at)
        if not neighbour.isspace():
            facts: dict[str, object] = {"mark": mark, "where": "after" if opening else "before"}
            spaced = mark + space if opening else space + mark
            yield Proposal(at, at + 1, spaced, "space-mark", "TYP009", facts)

    # --- straight marks and those of other languages --------------------------------------

    def _straight(self, at: int, mark: str) -> Iterator[Proposal]:
        in_word = self._before(at).isalnum() and after(self._text, at).isalpha()
        if in_word and self._table.spaced and not self._table.suffixed:
            return  # the Hebrew צה"ל
        closes = self._closes_straight(at, mark)
        if self._opens(at) and not (closes and not self._table.spaced):
            pair = self._level(mark)
            self._open.append(_Open(at, (pair,), origin="straight"))
            yield self._replaced(at, pair, "TYP004", "curl-quote", opening=True)
        elif closes:
            yield from self._close(closes)
            yield self._replaced(at, closes.pairs[0], "TYP004", "curl-quote", opening=False)
        # else a prime: feet and inches, minutes and seconds

    def _level(self, mark: str) -> Pair:
        """The pair that a straight mark opens: by itself, or the other level within a quotation."""
        own = _straight_pairs(self._table)[mark]
        around = self._open[-1].pairs[0] if self._open else None
        levels = (self._table.outer, self._table.inner)
        if around in levels and (around == own or mark == "'"):
            return levels[1 - levels.index(around)]
        return own

    def _closes_straight(self, at: int, mark: str) -> _Open | None:
        """The quotation that a straight mark ends, where it is no prime inside a curly one."""
        kind = DOUBLE if mark == '"' else SINGLE
        for each in reversed(self._open):
            if each.origin == "straight" and self._text[each.at] == mark:
                return each
            if each.origin != "straight" and each.pairs[0][0] in kind:
                return None if self._before(at).isdigit() else each
        return None

    def _foreign(self, at: int, mark: str) -> Iterator[Proposal]:
        """TYP011 for a mark that the language has not: put right if it is one of a pair."""
        if self._opens(at):
            within = any(each.pairs[0] == self._table.outer for each in self._open)
            pair = self._table.inner if within else self._table.outer
            self._open.append(_Open(at, (pair,), origin="foreign"))
            yield self._replaced(at, pair, "TYP011", "own-quote", opening=True)
        elif self._open:
            ended = self._open.pop()
            yield self._replaced(at, ended.pairs[0], "TYP011", "own-quote", opening=False)

    def _replaced(self, at: int, pair: Pair, code: str, rule: str, *, opening: bool) -> Proposal:
        mark = pair[0] if opening else pair[1]
        neighbour = after(self._text, at) if opening else self._before(at)
        space = self._table.quote_space
        if pair != self._table.outer or neighbour.isspace():
            space = ""
        facts: dict[str, object] = {
            "opening": pair[0],
            "found": self._text[at],
            "expected": mark,
        }
        in_word = self._before(at).isalnum() and after(self._text, at).isalnum()
        if in_word and not opening and mark in SINGLE and self._table.apostrophe:
            return Proposal(at, at + 1, None, rule, code, facts)  # it would be an apostrophe
        if isinstance(self._view, str):
            self._view = list(self._view)
        self._view[at] = mark
        return Proposal(at, at + 1, mark + space if opening else space + mark, rule, code, facts)
