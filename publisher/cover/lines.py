"""Words on a cover as outlines: titles as large as their box lets them be, small lines."""

import functools
import re
from collections.abc import Iterator

import msgspec

from publisher.fonts.families import Face
from publisher.fonts.shaping import Segment, characters, outline, width
from publisher.typography.display import break_by_sense, sense_cost
from publisher.typography.hyphenation import divide
from publisher.typography.table import table_for
from publisher.typography.wording import shortened

Outline = tuple[Segment, ...]

WIDTH, HEIGHT = 1600, 2560
"""Pixels; the proportion 1:1.6 that the stores ask for."""
MARGIN = 130
SMALL = 58

_LEADING = 1.08
_LONGEST_TITLE = 280
_LONGEST_CHOPPED, _CHOPPED_SIZE = 120, 150
_SIZES_TRIED, _SMALLER = 3, 0.06
"""How many sizes compete, and what a step down costs beside a break against the sense."""


class Box(msgspec.Struct, frozen=True):
    """Where a title stands, in pixels from the top, and its possible sizes, the largest first."""

    top: float
    bottom: float
    sizes: tuple[float, ...]


TITLE = Box(330, 1420, (300, 260, 230, 200, 175, 150, 130, 112, 96, 84, 72))
"""The place of the title on the cover of a single work."""


def has_letters(text: str, face: Face) -> bool:
    """Whether `face` has a glyph for each letter: words of empty boxes say nothing."""
    known = characters(face)
    return all(ord(character) in known for character in text if character.isalpha())


def small_line(text: str, face: Face, baseline: float) -> Outline:
    """A line of small type, cut where it is wider than the cover; none that lacks letters."""
    if not has_letters(text, face):
        return ()
    room = WIDTH - 2 * MARGIN
    while text and width(text, face, SMALL) > room:
        text = shortened(text, len(text) - 1)
    return tuple(outline(text, face, SMALL, x=MARGIN, y=baseline))


def title_lines(title: str, face: Face, language: str, box: Box) -> Iterator[Outline]:
    """The lines of a title in `box`, as large as they fit, broken by sense.

    None where letters are lacking.
    """
    if not has_letters(title, face):
        return
    lines, size = _fitted(shortened(title, _LONGEST_TITLE), face, language, box)
    baseline = box.top + size * 0.8
    for line in lines:
        yield tuple(outline(line, face, size, x=MARGIN, y=baseline, tracking=-0.01))
        baseline += size * _LEADING


def _weak_words(language: str) -> frozenset[str]:
    return frozenset(table_for(language).no_break.function_words)


@functools.lru_cache(maxsize=64)
def _fitted(title: str, face: Face, language: str, box: Box) -> tuple[tuple[str, ...], float]:
    """The title's lines and their size: the largest that fits, or one that breaks it better."""
    room, weak = WIDTH - 2 * MARGIN, _weak_words(language)
    found: list[tuple[float, tuple[str, ...], float]] = []
    for size in box.sizes:

        def measured(words: str, size: float = size) -> float:
            return width(words, face, size, tracking=-0.01)

        lines = break_by_sense(title, measured, room, weak)
        high = len(lines) * size * _LEADING <= box.bottom - box.top
        if high and all(measured(line) <= room for line in lines):
            found.append((sense_cost(lines, weak) + len(found) * _SMALLER, lines, size))
        if len(found) == _SIZES_TRIED:
            break
    if not found:
        short = shortened(title, _LONGEST_CHOPPED)
        return _chopped(short, face, room, language), _CHOPPED_SIZE
    _, lines, chosen = min(found, key=lambda candidate: candidate[0])
    return lines, chosen


def _chopped(title: str, face: Face, room: float, language: str) -> tuple[str, ...]:
    """The title in lines as full as they go: for one with a word that is wider than a cover.

    Such a word breaks at its hyphens and where the language's dictionary allows; if it has neither
    place, anywhere.
    """
    lines, line = [], ""
    for piece, glue in _pieces(title, face, room, language):
        if line and width(f"{line}{piece}-", face, _CHOPPED_SIZE) > room:
            lines.append(line.rstrip() + ("-" if glue == "" and line[-1].isalnum() else ""))
            line = ""
        line += piece + glue
    return (*lines, line.rstrip())


def _pieces(title: str, face: Face, room: float, language: str) -> Iterator[tuple[str, str]]:
    """What a line may be filled with, and what follows it: a space, or nothing inside a word."""
    for word in title.split(" "):
        parts = [word]
        if width(word, face, _CHOPPED_SIZE) > room:
            parts = [
                part for chunk in re.split(r"(?<=-)", word) for part in divide(chunk, language)
            ]
        if any(width(f"{part}-", face, _CHOPPED_SIZE) > room for part in parts):
            parts = list(word)
        yield from ((part, "") for part in parts[:-1])
        yield parts[-1], " "
