"""The direction of a passage, by its first letter that has one (UAX #9, rules P2 and P3)."""

import re
import unicodedata

from publisher.document.nodes import Direction

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def first_strong(text: str) -> Direction | None:
    """The direction of the first letter with a strong one; None where there is no such letter."""
    if not _RIGHT_TO_LEFT.search(text):
        return "ltr" if any(map(str.isalpha, text[:40])) else None
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return "ltr"
        if kind in ("R", "AL"):
            return "rtl"
    return None
