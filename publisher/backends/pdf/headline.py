"""The headline's size and lines: what CSS would do with text-wrap, had WeasyPrint it."""

import re

import msgspec

from publisher.configuration.publication import Layout
from publisher.document.document import Meta
from publisher.document.nodes import Inlines, InlineSpan, Text
from publisher.document.text import plain
from publisher.fonts.families import find_face
from publisher.fonts.library import Library
from publisher.fonts.shaping import width
from publisher.layouts import Theme
from publisher.typography.display import break_by_sense
from publisher.typography.hyphenation import divide
from publisher.typography.table import table_for
from publisher.units import points

LINE = "line"
"""The role of the span around one line."""

_BREAKS = re.compile("(?<=[-\u2010\u2013\u00ad\u200b])")
"""Where a word is divided without patterns: after hyphens, at soft ones and spaces of no width."""


class Headline(msgspec.Struct, frozen=True):
    """A headline as it is to be set: the theme's class for its size, and its inlines."""

    size: str
    title: Inlines


def set_headline(
    meta: Meta,
    theme: Theme,
    library: Library,
    measure: str = "headline-measure",
    layout: Layout | None = None,
) -> Headline:
    """The headline of `meta`, each line in a span with the role `line`.

    Its size is the theme's for its `layout`, else for its length, or the next smaller one that its
    longest word fits. A brief's fills its column as it comes. A headline with markup in it is left
    to WeasyPrint, and so is one with a word that no size fits: its class is `overlong`, too, and it
    may be hyphenated. `measure` is the token that holds the length of a line.
    """
    title = meta.title
    text = plain(title)
    if layout == "brief":
        return Headline(layout, title)
    sizes = _sizes(text, theme, layout)
    if len(title) != 1 or not isinstance(leaf := title[0], Text):
        return Headline(sizes[0], title)
    room = theme.token("print", measure, points)
    for size in sizes:
        if _width(max(text.split(" "), key=len), size, theme, library) <= room:
            lines = _lines(text, size, room, meta, theme, library)
            return Headline(size, tuple(_line(leaf, line) for line in lines))
    return Headline(f"{sizes[-1]} overlong", title)


def unbreakable(meta: Meta, theme: Theme, library: Library, measure: str) -> str | None:
    """The word of a headline that no size fits, nor any of its lines where hyphens divide it."""
    if "overlong" not in set_headline(meta, theme, library, measure).size:
        return None
    text = plain(meta.title)
    room, size = theme.token("print", measure, points), _sizes(text, theme, None)[-1]
    for word in text.split():
        parts = [part for piece in _BREAKS.split(word) for part in divide(piece, meta.language)]
        if any(_width(f"{part}-", size, theme, library) > room for part in parts):
            return word
    return None


def _sizes(text: str, theme: Theme, layout: Layout | None) -> tuple[str, ...]:
    own = layout is not None and f"headline-size-{layout}" in theme.tokens("print")
    return (layout,) if layout and own else theme.headline_classes(text)


def _width(words: str, size: str, theme: Theme, library: Library) -> float:
    """How wide `words` are in points, in the theme's face for headlines of this size."""
    family = library.families[theme.described.fonts.display]
    face = find_face(family, weight=theme.token("print", "headline-weight", int))
    return width(words, face, theme.token("print", f"headline-size-{size}", points))


def _lines(
    text: str, size: str, measure: float, meta: Meta, theme: Theme, library: Library
) -> tuple[str, ...]:
    weak = table_for(meta.language).no_break.function_words
    lines = break_by_sense(text, lambda words: _width(words, size, theme, library), measure, weak)
    return (*(f"{line} " for line in lines[:-1]), lines[-1])


def _line(leaf: Text, text: str) -> InlineSpan:
    return InlineSpan(role=LINE, children=(msgspec.structs.replace(leaf, text=text),))
