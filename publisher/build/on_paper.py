"""What paper makes of a work's pictures and headlines: too few pixels, words that no line takes."""

import math
from collections.abc import Iterator

from publisher.backends.pdf.headline import unbreakable
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Meta
from publisher.document.nodes import Inlines, Text
from publisher.document.text import leaves
from publisher.fonts.library import Library
from publisher.layouts import Theme
from publisher.pictures import check_density
from publisher.publication import Publication
from publisher.span import Span
from publisher.units import points


def check_on_paper(
    publication: Publication, theme: Theme, library: Library, place: Span
) -> Iterator[Diagnostic]:
    """IMG011 for each picture with too few pixels, LAY014 for words of headlines that are too wide.

    `place` is where the work says its title.
    """
    yield from _too_small(publication, theme)
    yield from _too_wide(publication, theme, library, place)


def _too_small(publication: Publication, theme: Theme) -> Iterator[Diagnostic]:
    """Pictures are as wide as the text, or as high as the theme lets them be."""
    if publication.pictures:
        measure = theme.token("print", "page", _width) - theme.token("print", "page-margin", _sides)
        height = theme.token("print", "picture-height", _product)
        for part in publication.parts:
            yield from check_density(part.document, publication.pictures, measure, height)


def _too_wide(
    publication: Publication, theme: Theme, library: Library, place: Span
) -> Iterator[Diagnostic]:
    titles: list[tuple[Meta, str, Span | None]] = [
        (part.document.meta, "headline-measure", _place(part.document.meta.title))
        for part in publication.parts
        if not part.quiet and part.layout != "brief"
    ]
    if publication.has("title-page"):
        title = (Text(text=publication.title),)
        meta = Meta(title=title, language=publication.language)
        own = "title-measure" in theme.tokens("print")
        titles.insert(0, (meta, "title-measure" if own else "headline-measure", place))
    for meta, measure, where in titles:
        if word := unbreakable(meta, theme, library, measure):
            yield diagnose("LAY014", where or place, word=word)


def _place(title: Inlines) -> Span | None:
    return next((leaf.span for leaf in leaves(title) if leaf.span), None)


def _width(page: str) -> float:
    """The width in the value of CSS's `size`, in points."""
    return points(page.split()[0])


def _sides(margin: str) -> float:
    """What the value of CSS's `margin` takes on the left and the right together, in points."""
    values = margin.split()
    right = values[1] if len(values) > 1 else values[0]
    return points(right) + points(values[3] if len(values) > 3 else right)


def _product(length: str) -> float:
    """A length, or a product of one and of numbers in calc(), in points."""
    *numbers, last = (
        factor.strip() for factor in length.removeprefix("calc(").rstrip(")").split("*")
    )
    return math.prod(map(float, numbers)) * points(last)
