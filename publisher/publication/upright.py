"""Short numbers and marks that stand upright in a vertical line, in the room of one character.

Tate-chu-yoko (JLREQ, 3.2.5): one or two figures, or two marks of exclamation and question. Longer
ones, and words with figures in them, lie on their side with the rest of their line.
"""

import re
from collections.abc import Iterator

import msgspec

from publisher.document.nodes import Inline, Inlines, InlineSpan, Text
from publisher.document.text import map_runs
from publisher.publication.publication import Part

UPRIGHT = "upright"
"""The role of the span around what stands upright."""

_BESIDE = "A-Za-z0-9.,:/%!?+-"
_SHORT = re.compile(rf"(?<![{_BESIDE}])(?:[0-9]{{1,2}}|[!?]{{2}})(?![{_BESIDE}])")


def stand_upright(part: Part) -> Part:
    """`part` with a span with the role `upright` around each short number and pair of marks."""
    document = map_runs(part.document, _marked)
    notes = tuple(map_runs(note, _marked) for note in part.notes)
    return msgspec.structs.replace(part, document=document, notes=notes)


def _marked(run: Inlines) -> Inlines:
    return tuple(piece for inline in run for piece in _pieces(inline))


def _pieces(inline: Inline) -> Iterator[Inline]:
    if not isinstance(inline, Text):
        children = getattr(inline, "children", None)
        yield msgspec.structs.replace(inline, children=_marked(children)) if children else inline
        return
    position = 0
    for found in _SHORT.finditer(inline.text):
        if before := inline.text[position : found.start()]:
            yield msgspec.structs.replace(inline, text=before)
        short = msgspec.structs.replace(inline, text=found[0])
        yield InlineSpan(role=UPRIGHT, children=(short,))
        position = found.end()
    if rest := inline.text[position:]:
        yield msgspec.structs.replace(inline, text=rest)
