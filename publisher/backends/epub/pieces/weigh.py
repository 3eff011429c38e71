"""How long things are beside one another, and runs of them that are not too long."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

_Item = TypeVar("_Item")


def weight(value: object) -> int:
    """The length of `value` as JSON: what it says, and how finely it is marked up."""
    return len(msgspec.json.encode(value))


def runs(items: Sequence[_Item], weights: Sequence[float], room: float) -> list[list[_Item]]:
    """The items in runs of about the same weight, none above `room` but an item that is alone."""
    total = sum(weights)
    even = total / max(1, -int(-total // room))
    found: list[list[_Item]] = [[]]
    held = 0.0
    for item, own in zip(items, weights, strict=True):
        if found[-1] and (held + own > room or held >= even):
            found.append([])
            held = 0.0
        found[-1].append(item)
        held += own
    return found
