"""Numbers as parts, chapters and appendices have them: 4, IV, D, Four.

Words are CLDR's rules for spelling out numbers (UTS 35 part 3, 4), as ICU carries them out.
"""

from publisher.collation import require_icu

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """A number from 1 on in Roman numerals."""
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def letter(number: int) -> str:
    """A, B, … Z, AA: how appendices are counted."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def spelled(number: int, language: str) -> str:
    """A number in the words of `language`, one of those that have terms: ICU knows all of them.

    Capitals are those of a title: "Twenty-One" in English, "einundzwanzig" in German. Raises
    PublisherError: IDX001 where ICU is not installed.
    """
    icu = require_icu()
    locale = icu.Locale.forLanguageTag(language)
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, locale)
    words: str = rules.format(number).replace("\u00ad", "")  # soft hyphens: a reader adds its own
    return words.title() if language.partition("-")[0] == "en" else words
