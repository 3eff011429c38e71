"""An id for each block, so that contents, notes and validators' findings can point at it."""

from collections.abc import Iterator
from typing import get_args

import msgspec

from publisher.document.nodes import Block, Document
from publisher.span import Span

_BLOCK_TYPES = get_args(Block)


def anchor_blocks(document: Document, prefix: str) -> Document:
    """`document` with an id on each block that has none: `prefix`, and its number in order."""
    numbers = iter(range(1, 1_000_000_000))
    blocks = tuple(_anchored(block, prefix, numbers) for block in document.blocks)
    return msgspec.structs.replace(document, blocks=blocks)


def _anchored(value: msgspec.Struct, prefix: str, numbers: Iterator[int]) -> msgspec.Struct:
    changes: dict[str, object] = {}
    if isinstance(value, _BLOCK_TYPES) and value.id is None:
        changes["id"] = f"{prefix}-{next(numbers)}"
    for name in value.__struct_fields__:
        inner = getattr(value, name)
        if isinstance(inner, tuple) and inner:
            changes[name] = tuple(_anchored_item(item, prefix, numbers) for item in inner)
    return msgspec.structs.replace(value, **changes) if changes else value


def _anchored_item(item: object, prefix: str, numbers: Iterator[int]) -> object:
    if isinstance(item, tuple):
        return tuple(_anchored_item(inner, prefix, numbers) for inner in item)
    return _anchored(item, prefix, numbers) if isinstance(item, msgspec.Struct) else item


def anchors(document: Document) -> dict[str, Span]:
    """From each id in `document` to the span of its node."""
    return {node.id: node.span for node in _nodes(document) if node.id and node.span}


def _nodes(value: object) -> Iterator[Block]:
    if isinstance(value, _BLOCK_TYPES):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _nodes(getattr(value, name))
