"""Words made for a page from data: dates in full, titles cut to a line."""

import datetime
import unicodedata


def long_date(date: str, language: str) -> str:
    """An ISO 8601 date as the language writes it in full ("3 May 2026"), by Unicode CLDR."""
    # Babel costs a tenth of a second to import, and most articles have no date.
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    day = datetime.date.fromisoformat(date)
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return date
    return format_date(day, format="long", locale=locale)


def shortened(text: str, length: int) -> str:
    """`text` in at most `length` characters, cut between words and ended by an ellipsis."""
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    if " " in kept and not text[length - 1].isspace():
        kept = kept.rpartition(" ")[0]
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]  # a mark stays with the letter that it stands on
    return kept.rstrip(" ,;:–—-.") + "…"
