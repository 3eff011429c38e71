"""Trims and bleeds of a target: what a page of a size is cut to."""

from collections.abc import Iterator

from publisher.checks.preflight.geometry import millimetres, points
from publisher.checks.preflight.marks import Box
from publisher.targets import PdfRules

TOLERANCE = 0.4
"""Millimetres: the sizes of trims are rounded, and printers cut no finer."""


def trim_in(media: Box, rules: PdfRules, *, spine_left: bool) -> Box | None:
    """What a page without a TrimBox is cut to; None where its size is none of the target's.

    It has a trim's size, or that and the bleed.
    """
    bleed = points(rules.bleed)
    inner = 0.0 if rules.bleed_sides == "outer" else bleed
    left, right = (inner, bleed) if spine_left else (bleed, inner)
    cut = (media[0] + left, media[1] + bleed, media[2] - right, media[3] - bleed)
    candidates = [media] if rules.bleed_sides == "none" else [media, cut]
    for allowed in (is_listed, is_allowed):  # a size of one's own may be a listed one with bleed
        for trim in candidates:
            if allowed(trim[2] - trim[0], trim[3] - trim[1], rules):
                return trim
    return None


def is_listed(width: float, height: float, rules: PdfRules) -> bool:
    """Whether pages of a size, in points, are in the target's list."""
    across, up = millimetres(width), millimetres(height)
    return any(
        abs(across - trim.width) <= TOLERANCE and abs(up - trim.height) <= TOLERANCE
        for trim in rules.trims
    )


def is_allowed(width: float, height: float, rules: PdfRules) -> bool:
    """Whether pages of a size, in points, are taken; of targets without a list all are."""
    if is_listed(width, height, rules):
        return True
    if len(rules.trim_range) == 2:
        least, most = rules.trim_range
        across, up = millimetres(width), millimetres(height)
        return least[0] <= across <= most[0] and least[1] <= up <= most[1]
    return not rules.trims


def bleeds(trim: Box, rules: PdfRules, *, spine_left: bool) -> Iterator[tuple[str, int, float]]:
    """The sides that have a bleed: name, place in a box, and where the bleed ends."""
    if rules.bleed_sides == "none":
        return
    bleed = points(rules.bleed)
    spine = "left" if spine_left else "right"
    for name, at, way in (("left", 0, -1), ("bottom", 1, -1), ("right", 2, 1), ("top", 3, 1)):
        if rules.bleed_sides == "all" or name != spine:
            yield name, at, trim[at] + way * bleed
