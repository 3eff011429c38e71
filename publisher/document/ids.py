"""Ids that are unique in their publication, and names of XML, whatever they were made from."""

import re

_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")
_START_OF_A_NAME = re.compile(r"[^\W\d]")
# What layouts name themselves: the navigation of an EPUB, the entries of an index.
_RESERVED = re.compile(r"(?:toc|landmarks|page-list)(?:-title)?|index-entry-\d+")


class Ids:
    """The ids of one publication, or of what is made for one."""

    def __init__(self, *reserved: str) -> None:
        self._taken = set(reserved)
        self._last: dict[str, int] = {}

    def fresh(self, wanted: str) -> str:
        """`wanted` as a valid id, with a number after it where it is taken."""
        name = _NOT_IN_A_NAME.sub("-", wanted)
        name = name if _START_OF_A_NAME.match(name) else f"id-{name.strip('-')}"
        number, free = self._last.get(name, 1), name
        while free in self._taken or _RESERVED.fullmatch(free):
            number += 1
            free = f"{name}-{number}"
        self._last[name] = number
        self._taken.add(free)
        return free
