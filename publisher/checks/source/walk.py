"""Every node of a document, in reading order."""

from collections.abc import Iterator
from typing import get_args

import msgspec

from publisher.document.nodes import Block, Node

_BLOCK_TYPES = get_args(Block)


def nodes(value: object) -> Iterator[Node]:
    """`value`, if it is a node, and all nodes within it."""
    if isinstance(value, Node):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from nodes(getattr(value, name))


def sequences(value: object) -> Iterator[tuple[Block, ...]]:
    """Each sequence of blocks in `value`, an outer one before those within it."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], _BLOCK_TYPES):
            yield value
        for item in value:
            yield from sequences(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from sequences(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from sequences(getattr(value, name))
