"""Reading and rewriting the words of a document, whatever nodes they stand in.

A run is one sequence of inlines that belongs together for a reader: a paragraph's children, a
caption, a headline. Inline markup inside a run does not interrupt it.
"""

import operator
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from publisher.document.document import Document
from publisher.document.nodes import Inline, InlineCode, InlineMath, Inlines, LineBreak, Text
from publisher.document.shape import holding, is_inline

NOT_TEXT = "\ufffc"
"""Stands for an inline without words (a note call, a picture): OBJECT REPLACEMENT CHARACTER."""

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
    """`node` with `change` applied to every run in it, in reading order.

    What does not change stays the same object.
    """
    changed = {}
    for name in holding(type(node)):
        value = getattr(node, name)
        if value:
            mapped = _map_value(value, change)
            if mapped is not value:
                changed[name] = mapped
    return msgspec.structs.replace(node, **changed) if changed else node


def _map_value(value: object, change: Callable[[Inlines], Inlines]) -> object:
    if isinstance(value, tuple):
        if value and is_inline(value[0].__class__):
            return change(value)
        items = tuple(_map_value(item, change) for item in value)
        return value if all(map(operator.is_, items, value)) else items
    if isinstance(value, dict):
        return {key: _map_value(item, change) for key, item in value.items()}
    if isinstance(value, msgspec.Struct):
        return map_runs(value, change)
    return value


def runs(node: msgspec.Struct) -> Iterator[Inlines]:
    """Every run in `node`, in reading order."""
    found: list[Inlines] = []
    _gather(node, found)
    return iter(found)


def _gather(value: object, found: list[Inlines]) -> None:
    if isinstance(value, tuple):
        if value and is_inline(value[0].__class__):
            found.append(value)
        else:
            for item in value:
                _gather(item, found)
    elif isinstance(value, dict):
        for item in value.values():
            _gather(item, found)
    elif isinstance(value, msgspec.Struct):
        for name in holding(type(value)):
            inner = getattr(value, name)
            if inner:
                _gather(inner, found)


def document_text(document: Document) -> str:
    """Headline, standfirst and every run of the blocks and notes, one run a line."""
    return "\n".join(plain(run) for run in runs(document))
