"""Words of hundreds of letters in pieces, so that they break at the margin, and soon.

WeasyPrint can break a word anywhere (overflow-wrap), but tries every letter: a word of 5,000 took
it 17 s.
"""

import re
from typing import TypeVar

import msgspec

from publisher.document.nodes import Inline, Inlines, InlineSpan, Text
from publisher.document.text import map_runs

PIECE = "piece"
"""The role of the span around a piece; between two of them a line may break."""

_Struct = TypeVar("_Struct", bound=msgspec.Struct)

_LONG = re.compile(r"\S{120,}")
_LENGTH = 20
"""Characters of a piece."""


def divide_long_words(node: _Struct) -> _Struct:
    """`node`, a document or an entry of a list, its words of 120 characters or more in pieces.

    These are spans with the role `piece`.
    """
    return map_runs(node, _divided)


def _divided(run: Inlines) -> Inlines:
    if not any(isinstance(node, Text) and _LONG.search(node.text) for node in run):
        return run
    inlines: list[Inline] = []
    for node in run:
        inlines += _pieces(node.text) if isinstance(node, Text) else [node]
    return tuple(inlines)


def _pieces(text: str) -> list[Inline]:
    inlines: list[Inline] = []
    position = 0
    for found in _LONG.finditer(text):
        inlines.append(Text(text=text[position : found.start()]))
        word = found[0]
        for at in range(0, len(word), _LENGTH):
            piece = Text(text=word[at : at + _LENGTH])
            inlines.append(InlineSpan(role=PIECE, children=(piece,)))
        position = found.end()
    return [*inlines, Text(text=text[position:])]
