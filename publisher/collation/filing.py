"""What of an entry counts when it is put in order (ISO 999:1996, 8; NISO TR03-1999).

Dashes and slashes count as spaces, other punctuation as nothing, signs and digits as themselves:
"C++", "C#" and "C" stay three. An article that a title begins with is passed over.
"""

import functools
import re
import tomllib
import unicodedata
from pathlib import Path

from publisher.languages import fallbacks

_WORDS_ONLY = re.compile(r"(?:[^\W_]| )*")
_SPACES = re.compile(r"\s+")
_AS_SPACE = frozenset("/⁄∕")
_SIGNS = frozenset("#%&*@")
"""Punctuation by its category, which entries are told apart by."""


def filed(words: str, tag: str | None) -> str:
    """`words` without their punctuation and, where others follow it, their first article.

    Articles are those of the language `tag`; without one there are none. Words of nothing but
    punctuation stay as they are.
    """
    words = unicodedata.normalize("NFC", words)
    plain = words if _WORDS_ONLY.fullmatch(words) else "".join(map(_counted, words))
    plain = _SPACES.sub(" ", plain).strip()
    return (_without_article(plain, words, tag) if tag is not None else plain) or words


def _counted(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Pd" or character in _AS_SPACE:
        return " "
    if category[0] == "P" and character not in _SIGNS:
        return ""
    return character


def _without_article(plain: str, words: str, tag: str) -> str:
    written, elided = _articles(tag)
    first, _, rest = plain.partition(" ")
    # A word of one letter is an article where a title begins so: not in "A major", "O negative".
    if rest and first.lower() in written and (len(first) > 1 or rest[0].isupper()):
        return rest
    if elided:
        start = words.lstrip("«„“‹\"'([ ").replace("’", "'").lower()
        for article in elided:
            if start.startswith(article) and len(plain) > len(article):
                return plain[len(article) - 1 :]
    return plain


@functools.lru_cache(maxsize=256)
def _articles(tag: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The articles that stand by themselves, and those with an apostrophe ("l'")."""
    rows = _rows()
    found = next((rows[each] for each in reversed(fallbacks(tag)) if each in rows), ())
    return (
        frozenset(each for each in found if not each.endswith("'")),
        tuple(each for each in found if each.endswith("'")),
    )


@functools.cache
def _rows() -> dict[str, tuple[str, ...]]:
    text = Path(__file__).with_name("articles.toml").read_text(encoding="utf-8")
    return {tag.lower(): tuple(words.split()) for tag, words in tomllib.loads(text).items()}
