"""Ids: those that the author gave, and one for each heading, all different and valid in XML."""

import re

from publisher.document.slugs import slug, valid_id

_GIVEN = re.compile(r"\{[^{}\n]*?#([^\s{}#.=\"']+)")
_OURS = re.compile(r"headline|article-\d+")
"""Names that the publication gives to its own elements."""


def given_ids(text: str) -> frozenset[str]:
    """The ids that stand in braces anywhere in `text`."""
    return frozenset(_GIVEN.findall(text))


class Anchors:
    """The ids of one document. `given` are reserved for the elements that they were given to."""

    def __init__(self, given: frozenset[str]) -> None:
        self._reserved = {valid_id(name) for name in given}
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def take(self, name: str) -> str | None:
        """The id of an element that was given one; None where another has it already."""
        anchor = valid_id(name)
        if anchor in self._taken:
            return None
        self._taken.add(anchor)
        return anchor

    def for_heading(self, words: str) -> str:
        """An id made of a heading's words as GitHub makes it: small letters, spaces as hyphens."""
        wanted = slug(words)
        if _OURS.fullmatch(wanted):
            wanted = f"section-{wanted}"
        anchor, count = wanted, self._counts.get(wanted, 0)
        while anchor in self._taken or anchor in self._reserved or _OURS.fullmatch(anchor):
            count += 1
            anchor = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._taken.add(anchor)
        return anchor
