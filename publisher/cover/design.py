"""Where everything stands on a cover: title and names as outlines, a motif of the work's own.

Colours and motif come from a digest of the work's identifier: each work has its own, and keeps it
when its text changes.
"""

import functools
import hashlib
import re
from collections.abc import Iterator

import msgspec

from publisher.fonts.families import Face, find_face
from publisher.fonts.library import Library
from publisher.fonts.shaping import Segment, outline, width
from publisher.layouts import Theme
from publisher.publication import Publication
from publisher.typography.display import break_by_sense, sense_cost
from publisher.typography.hyphenation import divide
from publisher.typography.table import table_for
from publisher.typography.wording import shortened

WIDTH, HEIGHT = 1600, 2560
"""Pixels; the proportion 1:1.6 that the stores ask for."""

_MARGIN = 130
_TITLE_TOP, _TITLE_BOTTOM = 330, 1420
_TITLE_SIZES = (300, 260, 230, 200, 175, 150, 130, 112, 96, 84, 72)
_TITLE_LEADING = 1.08
_SMALL = 58
_TILE = 320
_MOTIF_TOP = HEIGHT - 3 * _TILE
_LONGEST_TITLE = 280
_LONGEST_CHOPPED, _CHOPPED_SIZE = 120, 150
_SIZES_TRIED, _SMALLER = 3, 0.06
"""How many sizes compete, and what a step down costs beside a break against the sense."""
# How far the handles of a cubic curve stand off to draw a quarter of a circle.
_KAPPA = 0.5522847498


class Shape(msgspec.Struct, frozen=True):
    """A filled outline, y growing downwards."""

    colour: str
    outline: tuple[Segment, ...]


class Cover(msgspec.Struct, frozen=True):
    """A cover of `WIDTH` by `HEIGHT` pixels: a ground, and shapes upon it in drawing order.

    The first of them is the `motif`, which fills the sheet from five eighths of its height; the others, all
    letters, are in `ink`.
    """

    title: str
    ground: str
    ink: str
    shapes: tuple[Shape, ...]

    @property
    def motif(self) -> Shape:
        """The ornament that is the work's own."""
        return self.shapes[0]


def design_cover(publication: Publication, theme: Theme, library: Library) -> Cover:
    """The cover of `publication` in the faces and the palette of `theme`."""
    digest = hashlib.sha256(publication.identifier.encode()).digest()
    palette = theme.described.palette
    ground, ink, motif = palette[digest[0] % len(palette)]
    fonts = theme.described.fonts
    display = find_face(library.families[fonts.display], weight=600)
    sans = find_face(library.families[fonts.sans], weight=600)
    names = ", ".join(contributor.name for contributor in publication.contributors)
    lines = [
        _small_line(publication.publication or "", sans, _MARGIN + _SMALL),
        *_title(publication, display),
        _small_line(names, sans, _MOTIF_TOP - 90),
    ]
    return Cover(
        title=publication.title,
        ground=ground,
        ink=ink,
        shapes=(
            Shape(motif, tuple(_motif(digest))),
            *(Shape(ink, line) for line in lines if line),
        ),
    )


def _small_line(text: str, face: Face, baseline: float) -> tuple[Segment, ...]:
    room = WIDTH - 2 * _MARGIN
    while text and width(text, face, _SMALL) > room:
        text = shortened(text, len(text) - 1)
    return tuple(outline(text, face, _SMALL, x=_MARGIN, y=baseline))


def _title(publication: Publication, face: Face) -> Iterator[tuple[Segment, ...]]:
    title = shortened(publication.title, _LONGEST_TITLE)
    lines, size = _fitted(title, face, publication.language)
    baseline = _TITLE_TOP + size * 0.8
    for line in lines:
        yield tuple(outline(line, face, size, x=_MARGIN, y=baseline, tracking=-0.01))
        baseline += size * _TITLE_LEADING


def _weak_words(language: str) -> frozenset[str]:
    return frozenset(table_for(language).no_break.function_words)


@functools.lru_cache(maxsize=64)
def _fitted(title: str, face: Face, language: str) -> tuple[tuple[str, ...], float]:
    """The title's lines and their size: the largest that fits, or one that breaks it better."""
    room, weak = WIDTH - 2 * _MARGIN, _weak_words(language)
    found: list[tuple[float, tuple[str, ...], float]] = []
    for size in _TITLE_SIZES:

        def measured(words: str, size: float = size) -> float:
            return width(words, face, size, tracking=-0.01)

        lines = break_by_sense(title, measured, room, weak)
        high = len(lines) * size * _TITLE_LEADING <= _TITLE_BOTTOM - _TITLE_TOP
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


def _motif(digest: bytes) -> Iterator[Segment]:
    """Quarters of circles on a grid of tiles, each turned as a bit pair of the digest says.

    One outline for all: between two, a rasteriser would leave a seam.
    """
    columns = WIDTH // _TILE
    for number in range(columns * 3):
        row, column = divmod(number, columns)
        turn = digest[1 + number] % 4
        if digest[16 + number % 16] % 5:  # one tile in five stays empty
            yield from _quarter(column * _TILE, _MOTIF_TOP + row * _TILE, turn)


def _quarter(left: float, top: float, turn: int) -> tuple[Segment, ...]:
    """A quarter of a circle in a tile, its centre in the tile's corner number `turn`."""
    right, bottom = left + _TILE, top + _TILE
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    centre, start, end = corners[turn], corners[(turn + 1) % 4], corners[(turn - 1) % 4]
    opposite = corners[(turn + 2) % 4]
    return (
        ("moveTo", (centre,)),
        ("lineTo", (start,)),
        ("curveTo", (_towards(start, opposite), _towards(end, opposite), end)),
        ("closePath", ()),
    )


def _towards(point: tuple[float, float], target: tuple[float, float]) -> tuple[float, float]:
    return (
        point[0] + (target[0] - point[0]) * _KAPPA,
        point[1] + (target[1] - point[1]) * _KAPPA,
    )


_LETTERS = {"moveTo": "M", "lineTo": "L", "qCurveTo": "Q", "curveTo": "C", "closePath": "Z"}


def path_data(shape: Shape) -> str:
    """The outline as the `d` of an SVG path (SVG 2, 9.3), to a tenth of a pixel."""
    return "".join(
        _LETTERS[step] + " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
        for step, points in shape.outline
    )
