"""Whether pictures have pixels enough to be printed."""

import math
from collections.abc import Iterator, Mapping

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.pictures.address import figures
from publisher.pictures.picture import Picture

LEAST, GOOD = 150, 300
"""Pixels an inch: below the first, a reader sees that some are missing; the second is enough."""


def check_density(
    document: Document,
    pictures: Mapping[str, Picture],
    measure: float,
    height: float = math.inf,
) -> Iterator[Diagnostic]:
    """IMG011 for each picture that would have fewer than `LEAST` pixels an inch in its figure.

    `measure` is the width of a figure in points, which pictures in one figure share; `height` is
    the most that a picture has, and makes a tall one narrower. A picture in a line of text is as
    high as the line, and drawings have no pixels to miss.
    """
    for figure in figures(document):
        for image in figure.images:
            picture = pictures.get(image.src)
            if picture is None or picture.vector:
                continue
            widest = min(measure / len(figure.images), height * picture.width / picture.height)
            inches = widest / 72
            if picture.width < LEAST * inches:
                yield diagnose(
                    "IMG011",
                    image.span or figure.span,
                    src=picture.source,
                    width=picture.width,
                    density=round(picture.width / inches),
                    measure=f"{inches * 25.4:.0f} mm",
                    enough=round(LEAST * inches),
                    good=round(GOOD * inches),
                )
