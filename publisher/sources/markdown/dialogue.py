"""Turns of a dialogue: paragraphs that begin with a name, or a list of names and what they say."""

import re
from collections.abc import Iterator

import msgspec

from publisher.document.nodes import (
    Block,
    Blocks,
    DefinitionList,
    Dialogue,
    Inlines,
    Paragraph,
    Strong,
    Text,
    Turn,
)
from publisher.sources.markdown.trim import without_end, without_start
from publisher.sources.markdown.turns import direction
from publisher.span import Span

_COLON = re.compile(r":?\s*")
_LAST_COLON = re.compile(r":\s*\Z")
_NAME = re.compile(r"[^\s:][^:]{0,60}?:\s+")


def dialogue(blocks: Blocks) -> Dialogue | None:
    """The dialogue that `blocks` are; None where their first does not name who speaks."""
    turns: list[tuple[Inlines, list[Block]]] = []
    is_begun = False
    for speaker, spoken in _parts(blocks):
        is_begun = is_begun or bool(speaker)
        directed = direction(spoken[0]) if spoken and not speaker else None
        if directed:
            turns.append(((), [directed]))
        elif speaker:
            turns.append((speaker, list(spoken)))
        elif not is_begun:
            return None
        elif turns[-1][0]:
            turns[-1][1].extend(spoken)
        else:
            turns.append(((), list(spoken)))
    if not is_begun:
        return None
    return Dialogue(turns=tuple(Turn(speaker, tuple(spoken)) for speaker, spoken in turns))


def _parts(blocks: Blocks) -> Iterator[tuple[Inlines, Blocks]]:
    for block in blocks:
        if isinstance(block, DefinitionList):
            for item in block.items:
                spoken = tuple(inner for one in item.definitions for inner in one)
                yield without_end(item.term, _LAST_COLON) or item.term, spoken
        elif isinstance(block, Paragraph):
            speaker, rest = _speaker(block.children)
            yield speaker, (msgspec.structs.replace(block, children=rest),) if rest else ()
        else:
            yield (), (block,)


def _speaker(run: Inlines) -> tuple[Inlines, Inlines]:
    """The name at the start of a run, in strong type or before a colon, and what is said."""
    first = run[0] if run else None
    if isinstance(first, Strong):
        name = without_end(first.children, _LAST_COLON) or first.children
        return name, without_start(run[1:], _COLON) or run[1:]
    found = _NAME.match(first.text) if isinstance(first, Text) else None
    if not isinstance(first, Text) or not found:
        return (), run
    written = found[0].rstrip().removesuffix(":")
    span = first.span
    if span:
        end = span.column + len(written)
        span = Span(span.file, span.line, span.column, span.line, end)
    return (Text(text=written, span=span),), without_start(run, _NAME) or ()
