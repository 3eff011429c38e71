"""What a character is, where that decides on spaces and the ends of words."""

import unicodedata


def unspaced(character: str) -> bool:
    """Whether a character is of a script that parts no words by spaces (CSS Text 4, 4.1.3)."""
    return (
        unicodedata.east_asian_width(character or " ") in "WF"
        and not "\uac00" <= character <= "\ud7a3"
    )
