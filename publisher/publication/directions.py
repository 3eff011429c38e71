"""The directions of passages that run against what is around them: Hebrew in English, and back.

A passage that says its language alone is marked, so that it is set apart from its surroundings as
HTML isolates what has a direction (HTML, 3.2.6.4): its marks and figures stay with its words.
"""

from typing import TypeVar

import msgspec

from publisher.document.nodes import Direction, Node
from publisher.languages import direction

Value = TypeVar("Value")


def with_directions(value: Value, around: Direction) -> Value:
    """`value` with the direction of its language on each node that is in another one."""
    if isinstance(value, tuple):
        return tuple(with_directions(item, around) for item in value)  # type: ignore[return-value]
    if not isinstance(value, msgspec.Struct):
        return value
    changes: dict[str, object] = {}
    if isinstance(value, Node):
        own = value.direction or _of_language(value.language) or around
        if own != around and value.direction is None:
            changes["direction"] = own
        around = own
    for name in value.__struct_fields__:
        inner = getattr(value, name)
        if isinstance(inner, tuple) and inner:
            changes[name] = with_directions(inner, around)
    return msgspec.structs.replace(value, **changes) if changes else value


def _of_language(language: str | None) -> Direction | None:
    """The direction of a language; None for a tag that means none."""
    try:
        return direction(language) if language else None
    except ValueError:
        return None
