"""Language tags (BCP 47): the way from a tag to the tables that hold for it."""

from typing import Literal

import langcodes

# The script that a region writes in, where a language is written in two (Unicode CLDR 46,
# likelySubtags), and the tag of today for one that was given up (IANA Language Subtag Registry).
_SCRIPTS = {
    "zh": "zh-hans",
    "zh-cn": "zh-hans",
    "zh-sg": "zh-hans",
    "zh-my": "zh-hans",
    "zh-tw": "zh-hant",
    "zh-hk": "zh-hant",
    "zh-mo": "zh-hant",
    "sr-me": "sr-latn",
}
_SUCCESSORS = {"no": "nb", "iw": "he", "sh": "sr-latn"}

NEUTRAL = "und"
"""The tag of what holds in every language (ISO 639-2: undetermined)."""

_RIGHT_TO_LEFT = {
    *("Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"),
}

_VERTICAL = {"Jpan", "Hans", "Hant", "Hani", "Hira", "Kana", "Bopo"}


def direction(language: str) -> Literal["ltr", "rtl"]:
    """The direction in which a language's usual script runs (CLDR, by its likely script)."""
    script = langcodes.get(language).maximize().script
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def is_written_vertically(language: str) -> bool:
    """Whether books in a language may have lines from top to bottom: Japanese, Chinese."""
    return langcodes.get(language).maximize().script in _VERTICAL


def fallbacks(tag: str) -> tuple[str, ...]:
    """The tags whose tables hold for `tag`, in lower case, from the most general one on.

    The first is `und`; "zh-TW" gives und, zh, zh-hant, zh-tw (RFC 4647, 3.4, read backwards).
    """
    primary, *others = tag.lower().replace("_", "-").split("-")
    subtags = [*_SUCCESSORS.get(primary, primary).split("-"), *others]
    tags = ["-".join(subtags[: length + 1]) for length in range(len(subtags))]
    scripts = [script for each in tags if (script := _SCRIPTS.get(each)) and script not in tags]
    # A script named in the tag itself goes before the one that its language has by default.
    if len(subtags) > 1 and len(subtags[1]) == 4:
        scripts = []
    found = [NEUTRAL, tags[0], *scripts[-1:], *tags[1:]]
    return tuple(dict.fromkeys(found))
