"""Where everything stands on a cover: title and names as outlines, a motif of the work's own.

Colours and motif come from a digest of the work's identifier: each work has its own, and keeps it
when its text changes.
"""

import hashlib
from collections.abc import Iterator

import msgspec

from publisher.cover.lines import (
    HEIGHT,
    MARGIN,
    SMALL,
    TITLE,
    WIDTH,
    Box,
    Outline,
    has_letters,
    small_line,
    title_lines,
)
from publisher.fonts.families import Face, find_face
from publisher.fonts.library import Library
from publisher.fonts.shaping import Segment
from publisher.layouts import Theme
from publisher.publication import Publication
from publisher.publication.issue import issue_numbers
from publisher.terms import terms_for

_TILE = 320
_MOTIF_TOP = HEIGHT - 3 * _TILE
_NAMES = _MOTIF_TOP - 90
_NAMEPLATE = Box(90, 470, (340, 300, 260, 220, 190, 160, 140, 120, 100, 84))
_RULE = 490
_THEME = Box(660, 1130, (190, 165, 145, 125, 108, 94, 80, 68))
_MOST_LINES, _LINE = 4, 86
"""Cover lines on the drawn cover, and from one to the next."""
# How far the handles of a cubic curve stand off to draw a quarter of a circle.
_KAPPA = 0.5522847498


class Shape(msgspec.Struct, frozen=True):
    """A filled outline, y growing downwards."""

    colour: str
    outline: tuple[Segment, ...]


class Cover(msgspec.Struct, frozen=True):
    """A cover of `WIDTH` by `HEIGHT` pixels: a ground, and shapes upon it in drawing order.

    `title` holds the words that it shows. The first shape is the `motif`, which fills the sheet
    from five eighths of its height; the others are in `ink`.
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
    draw = _issue if publication.periodical else _work
    lines = draw(publication, display, sans)
    return Cover(
        title=_spoken(publication),
        ground=ground,
        ink=ink,
        shapes=(
            Shape(motif, tuple(_motif(digest))),
            *(Shape(ink, line) for line in lines if line),
        ),
    )


def words_without_letters(publication: Publication, theme: Theme, library: Library) -> bool:
    """Whether the cover of `publication` is drawn without its title, for want of letters."""
    family = library.families[theme.described.fonts.display]
    return not has_letters(publication.title, find_face(family, weight=600))


def _work(publication: Publication, display: Face, sans: Face) -> Iterator[Outline]:
    """Where it appeared, its title, and who made it."""
    names = ", ".join(each.name for each in publication.contributors)
    yield small_line(publication.publication or "", sans, MARGIN + SMALL)
    yield from title_lines(publication.title, display, publication.language, TITLE)
    yield small_line(names, sans, _NAMES)


def _issue(publication: Publication, display: Face, sans: Face) -> Iterator[Outline]:
    """The name of the periodical, which issue it is, the issue's theme, and its cover lines."""
    terms = terms_for(publication.language)
    announced = publication.cover_lines[:_MOST_LINES]
    yield from title_lines(publication.publication or "", display, publication.language, _NAMEPLATE)
    yield from (
        _rule(_RULE),
        small_line(" · ".join(issue_numbers(publication, terms)), sans, _RULE + 80),
    )
    yield from title_lines(publication.title, display, publication.language, _THEME)
    for above, words in enumerate(reversed(announced)):
        yield small_line(words, sans, _NAMES - above * _LINE)


def _spoken(publication: Publication) -> str:
    """What stands on the cover, for those who cannot see it."""
    if not publication.periodical:
        return publication.title
    numbers = issue_numbers(publication, terms_for(publication.language))
    words = (publication.periodical.name, *numbers, publication.title)
    return ". ".join((*words, *publication.cover_lines[:_MOST_LINES]))


def _rule(top: float) -> Outline:
    right, bottom = WIDTH - MARGIN, top + 5
    return (
        ("moveTo", ((MARGIN, top),)),
        ("lineTo", ((right, top),)),
        ("lineTo", ((right, bottom),)),
        ("lineTo", ((MARGIN, bottom),)),
        ("closePath", ()),
    )


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
