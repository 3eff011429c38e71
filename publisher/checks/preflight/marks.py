"""What is painted on a page: each run of text, path, picture and shading, with its colour."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from publisher.checks.preflight.colour import Space

Kind = Literal["text", "fill", "stroke", "picture", "shading"]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top: points in the space of the page (ISO 32000-1, 8.3.2.3)."""

Where = Literal["page", "form", "pattern", "glyph", "soft mask", "annotation"]
"""The stream that paints; what a soft mask paints is not seen itself."""


class Picture(msgspec.Struct, frozen=True):
    """A picture of pixels: its size in pixels, bits of a component, and the key of its object."""

    width: int
    height: int
    bits: int
    mask: bool
    key: tuple[int, int] | None = None


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing painted.

    `plates` says how much of each ink it takes, from 0 to 1, None where no one can know. `size` is
    that of type or of a line's width in points, of a picture its pixels to the inch. `inside` says
    whether it is marked as the page's content, by the number `marked`, or as an artifact.
    """

    kind: Kind
    box: Box
    where: Where
    space: Space
    values: tuple[float, ...] = ()
    plates: Mapping[str, float] | None = None
    size: float = 0.0
    overprint: bool = False
    overprint_mode: int = 0
    alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    inside: Literal["content", "artifact"] | None = None
    marked: int | None = None
    picture: Picture | None = None
    font: tuple[int, int] | None = None

    @property
    def seen(self) -> bool:
        """Whether it puts anything on the page itself."""
        return self.where != "soft mask"


def meet(one: Box, other: Box) -> Box:
    """What two boxes share; empty, with its right before its left, where that is nothing."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def is_empty(box: Box) -> bool:
    """Whether nothing lies in a box; a line's has no width, and is not empty."""
    return box[2] < box[0] or box[3] < box[1]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    left, bottom, right, top = meet(one, other)
    return right > left and top > bottom
