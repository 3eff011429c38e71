"""Pictures that are too small for the pages of a theme."""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic
from publisher.layouts import Theme
from publisher.pictures import check_density
from publisher.publication import Publication
from publisher.units import points


def too_small(publication: Publication, theme: Theme) -> Iterator[Diagnostic]:
    """IMG011 for each picture with too few pixels for the width of the text in print."""
    if publication.pictures:
        measure = theme.token("print", "page", _width) - theme.token("print", "page-margin", _sides)
        for part in publication.parts:
            yield from check_density(part.document, publication.pictures, measure)


def _width(page: str) -> float:
    """The width in the value of CSS's `size`, in points."""
    return points(page.split()[0])


def _sides(margin: str) -> float:
    """What the value of CSS's `margin` takes on the left and the right together, in points."""
    values = margin.split()
    right = values[1] if len(values) > 1 else values[0]
    return points(right) + points(values[3] if len(values) > 3 else right)
