"""Findings on blocks that belong together: what they are, how they are cut, what is in them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from publisher.checks.parity.align import Effort
from publisher.checks.parity.content import Block
from publisher.checks.parity.joint import Joint
from publisher.checks.parity.languages import tell_languages
from publisher.checks.parity.links import tell_calls, tell_links
from publisher.checks.parity.normal import key, same
from publisher.checks.parity.saying import quoted
from publisher.checks.parity.tables import tell_tables
from publisher.checks.parity.ties import Ties
from publisher.diagnostics import Diagnostic, diagnose

Pair = tuple[Joint, Joint]

_WORDS = {"passage": "paragraph", "item": "list item", "code": "piece of code"}
_MOST_SHIFTED = 3
"""Headings that have to be shifted alike before their levels count as the same."""


def tell_details(pairs: Sequence[Pair], ties: Ties) -> Iterator[Diagnostic]:
    """Findings on each pair of texts, in order."""
    shift = _shift(pairs)
    effort = Effort()
    for one, other in pairs:
        yield from _spelling(one, other)
        if not (one.content.tagged and other.content.tagged):
            continue
        yield from _kinds(one, other, shift)
        yield from _cuts(one, other)
        yield from _cuts(other, one)
        yield from _objects(one, other)
        yield from tell_tables(one, other)
        yield from tell_links(one, other, ties)
        yield from tell_calls(one, other, ties.there)
        yield from tell_languages(one, other, effort)


def _shift(pairs: Sequence[Pair]) -> int:
    """By how many levels most headings of the second file stand deeper than those of the first.

    A file whose chapters are of level 1 and one whose title alone is have the same order.
    """
    levels = [(one.first, other.first) for one, other in pairs]
    shifts = Counter(
        there.level - here.level
        for here, there in levels
        if here.kind == there.kind == "heading" and here.level and there.level
    )
    if not shifts:
        return 0
    most, count = max(shifts.items(), key=lambda item: (item[1], item[0] == 0))
    return most if count >= _MOST_SHIFTED and count * 2 > shifts.total() else 0


def _spelling(one: Joint, other: Joint) -> Iterator[Diagnostic]:
    """Texts of the same letters that are not the same: other spaces, hyphens or capitals."""
    if key(one.text) != key(other.text) or same(one.text, other.text):
        return
    if one.first.kind == "table" or other.first.kind == "table":
        return  # told cell by cell
    left, right = one.text.split(), other.text.split()
    at = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if not same(a, b)), 0)
    yield diagnose(
        "PAR014" if one.first.kind == other.first.kind == "code" else "PAR002",
        one.first.place.span,
        one=quoted(" ".join(left[at : at + 3])),
        place=one.first.place,
        other=quoted(" ".join(right[at : at + 3])),
        there=other.first.place,
    )


def _kinds(one: Joint, other: Joint, shift: int) -> Iterator[Diagnostic]:
    here, there = one.first, other.first
    facts = {"words": quoted(one.text), "place": here.place, "there": there.place}
    if here.kind != there.kind:
        kinds = {"one": _kind(here), "other": _kind(there)}
        yield diagnose("PAR004", here.place.span, **facts, **kinds)
    elif here.kind == "heading" and _levels_differ(here, there, shift):
        levels = {"one": here.level, "other": there.level}
        yield diagnose("PAR003", here.place.span, **facts, **levels)


def _levels_differ(here: Block, there: Block, shift: int) -> bool:
    return bool(here.level and there.level) and here.level + shift != there.level


def _kind(block: Block) -> str:
    return _WORDS.get(block.kind, block.kind)


def _cuts(one: Joint, other: Joint) -> Iterator[Diagnostic]:
    """Paragraphs that begin in one text, and not in the other, though no page ends there."""
    borders = {len(key(other.text[:start])) for start in other.starts}
    for before, block, start in zip(one.blocks, one.blocks[1:], one.starts[1:], strict=False):
        if before.place.page != block.place.page or len(key(one.text[:start])) in borders:
            continue
        if before.kind == block.kind == "code":
            continue  # some programs tag each line
        if not (any(map(str.isalpha, before.text)) and any(map(str.isalpha, block.text))):
            continue
        yield diagnose(
            "PAR005",
            block.place.span,
            words=quoted(block.text),
            file=one.content.name,
            place=block.place,
            there=other.first.place,
        )


def _objects(one: Joint, other: Joint) -> Iterator[Diagnostic]:
    """PAR011 and PAR016: pictures and formulas that other words stand for."""
    for kind, code in (("figure", "PAR011"), ("formula", "PAR016")):
        mine = [each for each in one.objects if each.kind == kind]
        theirs = [each for each in other.objects if each.kind == kind]
        if len(mine) != len(theirs):
            continue  # one is missing, and told as that
        for here, there in zip(mine, theirs, strict=True):
            if key(here.words or "") != key(there.words or ""):
                yield diagnose(
                    code,
                    one.first.place.span,
                    one=quoted(here.words),
                    place=one.first.place,
                    other=quoted(there.words),
                    there=other.first.place,
                )
