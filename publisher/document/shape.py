"""What kinds of structs are, asked once each: walks through a document ask for every node."""

import functools
from typing import Any, get_args, get_origin

import msgspec

from publisher.document.nodes import Block, Inline
from publisher.span import Span

_BLOCKS, _INLINES = get_args(Block), get_args(Inline)


@functools.cache
def is_block(kind: type) -> bool:
    """Whether structs of this kind are blocks."""
    return issubclass(kind, _BLOCKS)


@functools.cache
def is_inline(kind: type) -> bool:
    """Whether structs of this kind are inlines."""
    return issubclass(kind, _INLINES)


@functools.cache
def holding(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The names of the fields that may hold structs other than spans, in order.

    A walk need look into no others.
    """
    return tuple(field.name for field in msgspec.structs.fields(kind) if _may_hold(field.type))


def _may_hold(kind: Any) -> bool:
    if get_origin(kind) is not None:
        return any(map(_may_hold, get_args(kind)))
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not Span
