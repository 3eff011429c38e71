"""The headline's lines, broken by sense: what CSS would do with text-wrap, had WeasyPrint it."""

import msgspec

from publisher.document.nodes import Document, InlineSpan, Text
from publisher.fonts.families import find_face
from publisher.fonts.library import Library
from publisher.fonts.shaping import width
from publisher.layouts import Theme
from publisher.typography.display import break_by_sense
from publisher.typography.table import table_for
from publisher.units import points

LINE = "line"
"""The role of the span around one line."""


def break_headline(document: Document, theme: Theme, library: Library) -> Document:
    """`document` with each line of its headline in a span with the role `line`.

    A headline with markup in it is left to WeasyPrint.
    """
    title = document.meta.title
    if len(title) != 1 or not isinstance(leaf := title[0], Text):
        return document
    size_class = theme.headline_class(leaf.text)
    tokens = theme.tokens("print")
    size = points(tokens.get(f"headline-size-{size_class}", tokens["headline-size"]))
    family = library.families[theme.described.fonts.display]
    face = find_face(family, weight=int(tokens["headline-weight"]))
    table = table_for(document.meta.language)
    lines = break_by_sense(
        leaf.text,
        lambda words: width(words, face, size),
        points(tokens["headline-measure"]),
        table.no_break.function_words if table else (),
    )
    spans = tuple(
        InlineSpan(
            role=LINE,
            children=(msgspec.structs.replace(leaf, text=line if last else f"{line} "),),
        )
        for line, last in zip(lines, [*[False] * (len(lines) - 1), True], strict=True)
    )
    meta = msgspec.structs.replace(document.meta, title=spans)
    return msgspec.structs.replace(document, meta=meta)
