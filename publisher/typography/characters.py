"""What single characters are to typography: marks of quotation, spaces, direction controls."""

import re
from collections.abc import Sequence

NO_BREAK_SPACE = "\u00a0"
NARROW_SPACE = "\u202f"
"""NARROW NO-BREAK SPACE."""

DOUBLE = frozenset("“”„‟«»「」『』")
SINGLE = frozenset("‘’‚‛‹›")
STRAIGHT = frozenset("\"'")
"""The marks that typewriters and code have: which one is meant shows only where they stand."""

OKINA_WORD = re.compile(r"[aeiouāēīōūhklmnpw]+(?:['‘’][aeiouāēīōūhklmnpw]+)+", re.IGNORECASE)
"""A word of nothing but Hawaiian letters around a mark: Hawai‘i, O‘ahu."""

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def before(text: Sequence[str], at: int) -> str:
    """The character before the one at `at`, past direction controls; a space at the beginning."""
    at -= 1
    while at >= 0 and text[at] in _DIRECTION:
        at -= 1
    return text[at] if at >= 0 else " "


def after(text: Sequence[str], at: int) -> str:
    """The character after the one at `at`, past direction controls; a space at the end."""
    at += 1
    while at < len(text) and text[at] in _DIRECTION:
        at += 1
    return text[at] if at < len(text) else " "
