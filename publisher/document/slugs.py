"""What a heading is called in an address: its words, as GitHub makes anchors of them."""

import re
import unicodedata

_NO_CHARACTER_OF_A_SLUG = re.compile(r"[^\w\- ]")
_NO_CHARACTER_OF_A_NAME = re.compile(r"[^\w.-]")


def valid_id(name: str) -> str:
    """`name` as an XML name (Namespaces in XML 1.0, NCName); valid ones stay as they are."""
    cleaned = _NO_CHARACTER_OF_A_NAME.sub("-", name)
    return cleaned if cleaned[:1].isalpha() or cleaned[:1] == "_" else f"id-{cleaned}"


def slug(words: str) -> str:
    """Small letters, spaces as hyphens, other marks left out: "The Crane!" is `the-crane`."""
    text = unicodedata.normalize("NFC", words).lower().strip()
    return valid_id(_NO_CHARACTER_OF_A_SLUG.sub("", text).replace(" ", "-") or "section")
