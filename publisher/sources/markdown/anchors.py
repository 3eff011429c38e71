"""Ids: those that the author gave, and one for each heading, all different and valid in XML."""

import re
import unicodedata

_GIVEN = re.compile(r"\{[^{}\n]*?#([^\s{}#.=\"']+)")
_NO_NAME_CHARACTER = re.compile(r"[^\w.-]")
_NO_SLUG_CHARACTER = re.compile(r"[^\w\- ]")
_OURS = re.compile(r"headline|article-\d+")
"""Names that the publication gives to its own elements."""


def given_ids(text: str) -> frozenset[str]:
    """The ids that stand in braces anywhere in `text`."""
    return frozenset(_GIVEN.findall(text))


def valid_id(name: str) -> str:
    """`name` as an XML name (Namespaces in XML 1.0, NCName); valid ones stay as they are."""
    cleaned = _NO_NAME_CHARACTER.sub("-", name)
    return cleaned if cleaned[:1].isalpha() or cleaned[:1] == "_" else f"id-{cleaned}"


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
        text = unicodedata.normalize("NFC", words).lower().strip()
        slug = valid_id(_NO_SLUG_CHARACTER.sub("", text).replace(" ", "-") or "section")
        if _OURS.fullmatch(slug):
            slug = f"section-{slug}"
        anchor, count = slug, self._counts.get(slug, 0)
        while anchor in self._taken or anchor in self._reserved or _OURS.fullmatch(anchor):
            count += 1
            anchor = f"{slug}-{count}"
        self._counts[slug] = count
        self._taken.add(anchor)
        return anchor
