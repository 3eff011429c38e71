"""The order of words in a language, by the Unicode Collation Algorithm with CLDR's tailorings.

Input: a language tag (BCP 47) and words. Output: a key to sort them by, and the letter that they
stand under. ICU does both: its collators (UTS 10, UTS 35 part 5) and its alphabetic index, whose
letters are CLDR's for the language. A tag may name another of the language's orders, as
"de-u-co-phonebk" does.
"""

import functools
import re
import unicodedata
from typing import Any, Literal, NamedTuple, TypeAlias

from publisher.collation.filing import filed
from publisher.diagnostics import PublisherError, diagnose
from publisher.languages import NEUTRAL

Order: TypeAlias = Literal["word", "letter"]
"""Word by word, where a space goes before any letter, or letter by letter, where it is nothing."""

Rank: TypeAlias = tuple[bytes, bytes, str]

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

# Languages whose letters are known in every index: one a script, with what a book of another
# language may well have an entry in.
_OTHERS = ("en", "el", "ru", "uk", "hy", "ka", "he", "ar", "hi", "th", "ko", "ja")
_MOST_LETTERS = 2000


class Letter(NamedTuple):
    """What stands over a group of words; `number` is its place among the letters.

    `label` is "" for what begins with a digit or a sign, which goes first, and "…" for what the
    language has no letter for.
    """

    number: int
    label: str


class Collation:
    """The order of one language. It is used by one thread at a time."""

    def __init__(self, tag: str, order: Order) -> None:
        icu = require_icu()
        locale = _locale(icu, tag)
        self._tag = tag
        self._compact = order == "letter"
        self._collator = icu.Collator.createInstance(locale)
        on = icu.UCollAttributeValue.ON
        self._collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, on)
        self._collator.setAttribute(icu.UCollAttribute.NORMALIZATION_MODE, on)
        self._base = icu.Collator.createInstance(locale)
        self._base.setStrength(icu.Collator.PRIMARY)
        self._letters = _letters(icu, locale)

    def key(self, words: str, *, article: bool = False) -> Rank:
        """What to sort `words` by; no two strings have the same.

        With `article`, one that they begin with counts as any word.
        """
        form = self._form(words, article)
        return (*map(self._collator.getSortKey, (form, words)), words)

    def same(self, words: str) -> bytes:
        """What is equal for words that differ in case, accents, spaces and punctuation alone.

        Letters that the language holds apart stay apart: "ö" is no "o" in Swedish.
        """
        return bytes(self._base.getSortKey(self._form(words).replace(" ", "")))

    def letter(self, words: str, *, article: bool = False) -> Letter:
        """The letter that `words` stand under, "Ch" for "chata" in Czech, "A" for "Äpfel"."""
        number = self._letters.getBucketIndex(self._form(words, article))
        label, kind = self._letters.getBucket(number)
        if number == 0:
            return Letter(0, "")
        return Letter(number, label[:1] + label[1:].lower() if kind == 0 else "…")

    def _form(self, words: str, article: bool = False) -> str:
        form = unicodedata.normalize("NFC", filed(words, None if article else self._tag))
        return form.replace(" ", "") if self._compact else form


@functools.lru_cache(maxsize=64)
def collation(tag: str, order: Order = "word") -> Collation:
    """The order of the language `tag`; of one that CLDR does not know, the root's.

    Raises PublisherError: IDX001 where ICU is not installed.
    """
    return Collation(tag, order)


def require_icu() -> Any:
    """ICU, as PyICU gives it. Raises PublisherError: IDX001 where it is not installed."""
    try:
        import icu
    except ImportError as failure:
        raise PublisherError(diagnose("IDX001")) from failure
    return icu


def _locale(icu: Any, tag: str) -> Any:
    written = tag.replace("_", "-")
    if not _TAG.fullmatch(written):
        written = NEUTRAL
    try:
        return icu.Locale.forLanguageTag(written)
    except icu.ICUError:  # it has the shape of a tag, and is none
        return icu.Locale.forLanguageTag(NEUTRAL)


def _letters(icu: Any, locale: Any) -> Any:
    index = icu.AlphabeticIndex(locale)
    index.maxLabelCount = _MOST_LETTERS
    for other in _OTHERS:
        if other != locale.getLanguage():
            index.addLabels(icu.Locale(other))
    return index.buildImmutableIndex()
