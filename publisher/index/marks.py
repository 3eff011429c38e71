"""The marks of a part in reading order."""

from collections.abc import Iterator

import msgspec

from publisher.document.nodes import IndexMark
from publisher.index.index import Mark
from publisher.span import Span


def marks_of(content: object, part: str) -> Iterator[Mark]:
    """The index marks with ids in blocks, a document, or any struct or tuple that holds nodes."""
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndexMark):
            if value.id:
                yield Mark(value, value.id, part)
        elif isinstance(value, tuple):
            waiting += reversed(value)
        elif isinstance(value, dict):
            waiting += reversed(value.values())
        elif isinstance(value, msgspec.Struct) and not isinstance(value, Span):
            inner = [getattr(value, name) for name in value.__struct_fields__]
            waiting += [each for each in reversed(inner) if not isinstance(each, str)]
