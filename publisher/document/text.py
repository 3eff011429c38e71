"""Reading and rewriting the words of a document, whatever nodes they stand in.

A run is one sequence of inlines that belongs together for a reader: a paragraph's children, a
caption, a headline. Inline markup inside a run does not interrupt it.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar, get_args

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import Inline, InlineCode, InlineMath, Inlines, LineBreak, Text

NOT_TEXT = "\ufffc"
"""Stands for an inline without words (a note call, a picture): OBJECT REPLACEMENT CHARACTER."""

_INLINE_TYPES = get_args(Inline)
_Node = TypeVar("_Node", bound=msgspec.Struct)


def plain(inlines: Inlines) -> str:
    """The words of a run as a reader sees them, a line break as a line feed."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    if isinstance(inline, Text | InlineCode | InlineMath):
        return inline.text
    if isinstance(inline, LineBreak):
        return "\n"
    return plain(getattr(inline, "children", ()))


def leaves(inlines: Inlines) -> Iterator[Inline]:
    """The inlines of a run that hold no others, in reading order."""
    for inline in inlines:
        children = getattr(inline, "children", None)
        if children is None:
            yield inline
        else:
            yield from leaves(children)


def replace_leaves(inlines: Inlines, replacements: Iterator[Inline]) -> Inlines:
    """The same tree with each leaf exchanged for the next of `replacements`."""
    return tuple(
        msgspec.structs.replace(inline, children=replace_leaves(inline.children, replacements))
        if hasattr(inline, "children")
        else next(replacements)
        for inline in inlines
    )


def map_runs(node: _Node, change: Callable[[Inlines], Inlines]) -> _Node:
    """`node` with `change` applied to every run in it, in reading order."""
    changed = {
        name: _map_value(getattr(node, name), change)
        for name in node.__struct_fields__
        if isinstance(getattr(node, name), tuple | dict | msgspec.Struct)
    }
    return msgspec.structs.replace(node, **changed) if changed else node


def _map_value(value: object, change: Callable[[Inlines], Inlines]) -> object:
    if isinstance(value, tuple) and value:
        if isinstance(value[0], _INLINE_TYPES):
            return change(value)
        return tuple(_map_value(item, change) for item in value)
    if isinstance(value, dict):
        return {key: _map_value(item, change) for key, item in value.items()}
    if isinstance(value, msgspec.Struct):
        return map_runs(value, change)
    return value


def runs(node: msgspec.Struct) -> Iterator[Inlines]:
    """Every run in `node`, in reading order."""
    found: list[Inlines] = []

    def note(run: Inlines) -> Inlines:
        found.append(run)
        return run

    map_runs(node, note)
    yield from found


def document_text(document: Document) -> str:
    """Headline, standfirst and every run of the blocks and notes, one run a line."""
    return "\n".join(plain(run) for run in runs(document))
