"""A text as its letters and figures alone: what two editions of it have in common.

Spaces, hyphens, marks and capitals differ from edition to edition, and so does where a line ends.
"""

import re
import unicodedata

PICTURE = "\ufffc"
"""Stands for a picture or a formula: OBJECT REPLACEMENT CHARACTER."""

_LEFT_OUT = re.compile(f"[^\\w{PICTURE}]+|_+")


def letters(text: str) -> str:
    """The letters and figures of `text`, folded, with its pictures, and nothing between them."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text).casefold())


def index_of(text: str, number: int) -> int:
    """The index in `text` of the character that gives `letters(text)` its letter `number`."""
    low, high = 0, len(text) - 1
    while low < high:
        middle = (low + high) // 2
        if len(letters(text[: middle + 1])) > number:
            high = middle
        else:
            low = middle + 1
    return low
