"""Straight quotation marks and apostrophes in a text that is written with curly ones."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

import msgspec

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject

_OPENING = re.compile(r"(?<![^\s(\[–—])([“„«»”])(?=[\w¿¡‘‚‹(…])|(«)(?=[\u00a0\u202f ])")
_CLOSING = re.compile(r"(?<=[^\s(\[–—])([”“»«])(?!\w)|(?<=[\u00a0\u202f ])(»)")
_QUOTED = re.compile(r'(?<![^\s(\[–—])"(?=[^\s"])([^"]*[^\s"(\[–—])"(?!\w)')
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


class _Style(msgspec.Struct, frozen=True):
    """The marks that a text is written with, and how often each kind is curly and straight."""

    opening: str
    closing: str
    quotes: int
    apostrophes: int


def straight_quotes(subject: Subject) -> Iterator[Finding]:
    """LNT005 for each straight mark, if the text has as many curly ones of its kind, or more.

    A pair is put right with the marks that the text itself uses most; one inside another
    quotation is left to people, since its marks may have to be the inner ones.
    """
    passages = list(subject.prose)
    style = _style(passages)
    straight = sum(passage.text.count('"') for passage in passages)
    apostrophes = sum(len(_APOSTROPHE.findall(passage.text)) for passage in passages)
    for passage in passages:
        if 0 < straight <= style.quotes:
            yield from _quotes(subject, passage, style)
        if 0 < apostrophes <= style.apostrophes:
            for found in _APOSTROPHE.finditer(passage.text):
                yield found_in(
                    subject, passage, *found.span(), "LNT005", after="’", mark="'", expected="’"
                )


def _style(passages: list[Passage]) -> _Style:
    opening: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    apostrophes = 0
    for passage in passages:
        opening.update(found[1] or found[2] for found in _OPENING.finditer(passage.text))
        closing.update(found[1] or found[2] for found in _CLOSING.finditer(passage.text))
        apostrophes += passage.text.count("’")
    if not opening or not closing:
        return _Style("", "", 0, apostrophes)
    first, last = opening.most_common(1)[0][0], closing.most_common(1)[0][0]
    return _Style(first, last, opening.total() + closing.total(), apostrophes)


def _quotes(subject: Subject, passage: Passage, style: _Style) -> Iterator[Finding]:
    space = "\u00a0" if passage.language.startswith("fr") and style.opening == "«" else ""
    marks = dict.fromkeys(_straight(passage.text), style.closing)
    fixes: dict[int, str] = {}
    openings = [found.start() for found in _OPENING.finditer(passage.text)]
    closings = [found.start() for found in _CLOSING.finditer(passage.text)]
    for found in _QUOTED.finditer(passage.text):
        start, end = found.start(), found.end() - 1
        marks[start] = style.opening
        if bisect_left(openings, start) <= bisect_left(closings, start):  # in no curly quotation
            fixes |= {start: style.opening + space, end: space + style.closing}
    for at, expected in sorted(marks.items()):
        after = fixes.get(at)
        facts = {"mark": '"', "expected": expected}
        yield found_in(subject, passage, at, at + 1, "LNT005", after=after, **facts)


def _straight(text: str) -> Iterator[int]:
    """Where straight marks stand that are no inches or seconds."""
    return (found.start() for found in re.finditer(r'(?<!\d)"', text))
