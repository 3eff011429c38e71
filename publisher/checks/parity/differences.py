"""Findings on words that are in one file only, or not the same in both."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from publisher.checks.parity.by_design import is_page_number
from publisher.checks.parity.content import Block, Content, Object
from publisher.checks.parity.flow import Difference, Stretch
from publisher.checks.parity.normal import BREAK, OBJECTS, joined, key, same
from publisher.checks.parity.saying import quoted, where
from publisher.diagnostics import Diagnostic, diagnose

_SIGNS = str.maketrans(dict.fromkeys(OBJECTS.values(), ""))
_NUMBER = re.compile(rf"^\d{{1,4}}[a-z]?[.)]?[\s{BREAK}]+")
_ONLY = {"figure": "PAR010", "formula": "PAR015"}


class Only(msgspec.Struct, frozen=True):
    """A stretch that is in `file` only; in `other` it would stand by the block `there`."""

    file: Content
    other: Content
    stretch: Stretch
    there: int | None
    first: bool
    """Whether `file` is the first of the two."""

    @property
    def block(self) -> Block:
        """The block that the stretch is in."""
        return self.file.blocks[self.stretch.number]

    @property
    def text(self) -> str:
        """The characters."""
        return self.block.text[self.stretch.start : self.stretch.end]


class Known(msgspec.Struct, frozen=True):
    """What is not told word by word.

    `excused` are keys of blocks that are meant to be in one file only. `tables` and `others` are
    the numbers of tables of the two files that belong together: they are told cell by cell.
    """

    excused: frozenset[str]
    tables: frozenset[int]
    others: frozenset[int]


def tell_differences(
    one: Content, other: Content, differences: Sequence[Difference], known: Known
) -> Iterator[Diagnostic]:
    """Findings on `differences`: words, blocks, notes, pictures and formulas in one file only."""
    only: list[Only] = []
    told: set[tuple[int, int]] = set()
    for difference in differences:
        if _in_tables(difference, known):
            continue
        if one.tagged and other.tagged and is_page_number(one, other, difference):
            continue
        yield from _objects(one, other, difference)
        left, right = _text(one, difference.one), _text(other, difference.other)
        if left and right and not same(left, right):
            pair = (difference.one[0].number, difference.other[0].number)
            if pair not in told:
                told.add(pair)
                yield from _changed(one, other, difference, left, right)
        elif left and not right:
            only += [Only(one, other, each, difference.there, True) for each in difference.one]
        elif right and not left:
            only += [Only(other, one, each, difference.at, False) for each in difference.other]
    yield from _only([each for each in only if not _is_excused(each, known.excused)])


def _in_tables(difference: Difference, known: Known) -> bool:
    inside = [each.number in known.tables for each in difference.one]
    return all(inside + [each.number in known.others for each in difference.other])


def _is_excused(only: Only, excused: frozenset[str]) -> bool:
    words = key(only.text.translate(_SIGNS))
    return not words or (only.stretch.whole and words in excused)


def _text(content: Content, stretches: Sequence[Stretch]) -> str:
    parts = [content.blocks[each.number].text[each.start : each.end] for each in stretches]
    text = functools.reduce(joined, parts, "").translate(_SIGNS).strip(" " + BREAK)
    return text if key(text) else ""


def _changed(
    one: Content, other: Content, difference: Difference, left: str, right: str
) -> Iterator[Diagnostic]:
    blocks = one.blocks[difference.one[0].number], other.blocks[difference.other[0].number]
    kinds = {block.kind for block in blocks}
    yield diagnose(
        "PAR014" if kinds == {"code"} else "PAR002",
        blocks[0].place.span,
        one=quoted(left),
        place=blocks[0].place,
        other=quoted(right),
        there=blocks[1].place,
    )


def _objects(one: Content, other: Content, difference: Difference) -> Iterator[Diagnostic]:
    mine, theirs = _held(one, difference.one), _held(other, difference.other)
    for kind in ("figure", "formula"):
        left = [each for each in mine if each[1].kind == kind]
        right = [each for each in theirs if each[1].kind == kind]
        common = min(len(left), len(right))
        for number, found in left[common:]:
            yield _object(one, other, number, found, difference.there)
        for number, found in right[common:]:
            yield _object(other, one, number, found, difference.at)


def _held(content: Content, stretches: Sequence[Stretch]) -> list[tuple[int, Object]]:
    return [
        (each.number, found)
        for each in stretches
        for found in content.blocks[each.number].objects
        if each.start <= found.at < each.end
    ]


def _object(
    file: Content, other: Content, number: int, found: Object, there: int | None
) -> Diagnostic:
    place = file.blocks[number].place
    return diagnose(
        _ONLY[found.kind],
        place.span,
        words=quoted(found.words),
        file=file.name,
        place=place,
        other=other.name,
        there=where(other, there),
    )


def _only(found: Sequence[Only]) -> Iterator[Diagnostic]:
    """What is in one file only; what the other has in another place stands elsewhere."""
    seconds: dict[str, list[Only]] = defaultdict(list)
    for each in found:
        if not each.first and each.stretch.whole:
            seconds[_unnumbered(each)].append(each)
    gone: set[int] = set()
    for each in found:
        same_words = seconds.get(_unnumbered(each)) if each.first and each.stretch.whole else None
        if same_words:
            moved = same_words.pop(0)
            gone |= {id(each), id(moved)}
            yield _moved(each, moved)
    notes: set[tuple[bool, int]] = set()
    for each in found:
        if id(each) not in gone and not _told_with_its_note(each, notes):
            yield _missing(each)


def _unnumbered(only: Only) -> str:
    """What a block says, the number of a note that no tag tells from its text aside."""
    return key(_NUMBER.sub("", only.text))


def _told_with_its_note(only: Only, notes: set[tuple[bool, int]]) -> bool:
    """Whether another paragraph of the same note was told already."""
    note = only.block.note
    if note is None or not only.stretch.whole:
        return False
    if (only.first, note) in notes:
        return True
    notes.add((only.first, note))
    return False


def _moved(one: Only, other: Only) -> Diagnostic:
    if (one.block.note is None) != (other.block.note is None):
        kinds = [
            "note" if each.block.note is not None else each.block.kind for each in (one, other)
        ]
        return diagnose(
            "PAR004",
            one.block.place.span,
            words=quoted(one.text),
            one=kinds[0],
            place=one.block.place,
            other=kinds[1],
            there=other.block.place,
        )
    return diagnose(
        "PAR020",
        one.block.place.span,
        words=quoted(one.text),
        place=one.block.place,
        there=other.block.place,
    )


def _missing(only: Only) -> Diagnostic:
    whole_note = only.block.note is not None and only.stretch.whole
    facts = {
        "words": quoted(only.text.translate(_SIGNS)),
        "file": only.file.name,
        "place": only.block.place,
    }
    if whole_note:
        return diagnose("PAR006", only.block.place.span, **facts)
    there = where(only.other, only.there)
    return diagnose("PAR001", only.block.place.span, other=only.other.name, there=there, **facts)
