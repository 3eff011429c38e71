"""Hyphenation: which patterns divide the words of a language, and what a style sheet says of it.

The patterns are pyphen's; `hyphenation/` holds ours, for languages that it has none of.
"""

import functools
import re
from importlib import resources
from pathlib import Path

import pyphen

from publisher.languages import NEUTRAL
from publisher.typography.table import table_for

_TAG = re.compile(r"[A-Za-z0-9-]+")
_DOTTED_I = "\u0130"


def hyphenation_tokens(language: str) -> dict[str, str]:
    """What the style sheets of a text in `language` say of hyphens, by the name of the token.

    `hyphens` and `hyphenate-limit-chars` are values of the properties of these names (CSS Text 4,
    6); `hyphenation-language` is the tag, quoted, by which WeasyPrint finds the patterns.
    """
    rows = table_for(language).hyphenation
    tag = rows.dictionary.replace("_", "-") or language
    return {
        "hyphens": "auto" if rows.dictionary else "manual",
        "hyphenate-limit-chars": f"{rows.word} {rows.left} {rows.right}",
        "hyphenation-language": f'"{tag if _TAG.fullmatch(tag) else NEUTRAL}"',
    }


def divide(word: str, language: str) -> list[str]:
    """`word` in the parts that may be parted by a hyphen; the whole of it where there are none."""
    rows = table_for(language).hyphenation
    if not rows.dictionary or len(word) < rows.word:
        return [word]
    install_dictionaries()
    patterns = pyphen.Pyphen(lang=rows.dictionary, left=rows.left, right=rows.right)
    return str(patterns.inserted(word, "\0")).split("\0")


@functools.cache
def install_dictionaries() -> None:
    """Makes our patterns known to pyphen, from which WeasyPrint takes them."""
    folder = Path(str(resources.files("publisher.typography"))) / "hyphenation"
    for path in sorted(folder.glob("hyph_*.dic")):
        name = path.stem.removeprefix("hyph_")
        pyphen.LANGUAGES[name] = path
        pyphen.LANGUAGES_LOWERCASE[name.lower()] = name
    turkish = pyphen.LANGUAGES["tr"]
    pyphen.hdcache[turkish] = _Turkish(turkish)


class _Turkish(pyphen.HyphDict):  # type: ignore[misc]
    """Patterns for words with İ, which is two characters in lower case: the places would shift."""

    def positions(self, word: str) -> list[int]:
        return list(super().positions(word.replace(_DOTTED_I, "i")))
