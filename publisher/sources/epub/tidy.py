"""What our own layouts add to a text, taken away again: words that were parted only for looks."""

from itertools import groupby

import msgspec

from publisher.document.nodes import Blocks, Inline, Inlines, Text
from publisher.document.text import map_runs
from publisher.span import Span


def tidy(blocks: Blocks) -> Blocks:
    """The blocks with words that follow one another in one piece."""
    return tuple(map_runs(block, _joined) for block in blocks)


def _joined(run: Inlines) -> Inlines:
    found: list[Inline] = []
    for plain, group in groupby(run, key=_is_plain):
        parts = list(group)
        texts = [one for one in parts if isinstance(one, Text)]
        if plain and len(texts) > 1:
            words = "".join(one.text for one in texts)
            found.append(Text(text=words, span=_around(texts)))
        else:
            found += [_inside(one) for one in parts]
    return tuple(found)


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text) and not (inline.id or inline.language or inline.direction)


def _inside(inline: Inline) -> Inline:
    children = getattr(inline, "children", None)
    return msgspec.structs.replace(inline, children=_joined(children)) if children else inline


def _around(texts: list[Text]) -> Span | None:
    first, last = texts[0].span, texts[-1].span
    if first is None or last is None:
        return first
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)
