"""Dates as articles write them, in the words of their language (months and days: CLDR)."""

import datetime
import functools
import re

import msgspec

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY = re.compile(r"(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?![\d:])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*\.?")
_CLOCK = re.compile(
    r"(?i)\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|h)?(?:\s*\(?(?:gmt|utc|[a-z]{2,4}t)\)?)?(?:\s*[+-]\d\d:?\d\d)?"
)

_SHORTEST_MONTH = 3

# Words that stand between the parts of a date, and name nothing.
_FILLERS = frozenset(
    (
        "of the de del do da le la den der am um el il em on at d den. r r. г г. года р р. року "
        "god godine године год i у"
    ).split()
)


class DateWords(msgspec.Struct, frozen=True):
    """The names of a language's months, by number, and of its days."""

    months: dict[str, int]
    days: frozenset[str]


class Dated(msgspec.Struct, frozen=True):
    """A date found in a text: ISO 8601 where the year is written, and what else stands there."""

    date: str | None
    rest: str


def find_date(text: str, language: str) -> Dated | None:
    """The date in a short text, None where there is none.

    `rest` is the text without it, without days of the week, times and the words between.
    """
    if not any(map(str.isdigit, text)):
        return None
    for pattern in (_ISO, _EAST_ASIAN):
        if found := pattern.search(text):
            year, month, day = map(int, found.groups())
            return _dated(text, found.span(), (year, month, day), language)
    if found := _NUMERIC.search(text):
        return _numeric(text, found, language)
    return _in_words(text, language)


def _dated(
    text: str, span: tuple[int, int], parts: tuple[int | None, int, int], language: str
) -> Dated | None:
    year, month, day = parts
    try:
        date = datetime.date(year or 2000, month, day)
    except ValueError:
        return None
    rest = _without_words(f"{text[: span[0]]} {text[span[1] :]}", language)
    return Dated(date.isoformat() if year else None, rest)


def _numeric(text: str, found: re.Match[str], language: str) -> Dated | None:
    """A date in figures; where day and month could be each other, no date is made of it."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    month_first = language.lower() in ("en", "en-us") and found[2] == "/"
    if (
        month_first
        and first <= 12
        and second <= 12
        and language.lower() == "en"
        and first != second
    ):
        dated = _dated(text, found.span(), (None, first, second), language)
    else:
        day, month = (second, first) if month_first and first <= 12 else (first, second)
        dated = _dated(text, found.span(), (year, month, day), language)
    return dated


def _in_words(text: str, language: str) -> Dated | None:
    words = date_words(language)
    for found in _WORD.finditer(text):
        month = _month(found[0].lower().rstrip("."), words)
        if month is None:
            continue
        year = _YEAR.search(text)
        around = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
        if year:
            around = around[: year.start()] + " " * 4 + around[year.end() :]
        clean = _CLOCK.sub(lambda clock: " " * len(clock[0]), around)
        day = _DAY.search(clean)
        if not day:
            return None
        rest = clean[: day.start()] + " " + clean[day.end() :]
        return _dated(rest, (0, 0), (int(year[0]) if year else None, month, int(day[1])), language)
    return None


def _month(word: str, words: DateWords) -> int | None:
    """The number of a month by its name, or by a name with an ending that CLDR does not list."""
    known = words.months.get(word)
    if known is None and len(word) > _SHORTEST_MONTH:
        stems = (word[:-1], word[:-2])
        known = next((words.months[stem] for stem in stems if stem in words.months), None)
    return known


def _without_words(text: str, language: str) -> str:
    """`text` without times of day, days of the week, and the small words between."""
    days = date_words(language).days
    kept = [
        word
        for word in _CLOCK.sub(" ", text).split()
        if (bare := word.strip(",.()|·–—-").lower()) and bare not in days and bare not in _FILLERS
    ]
    return " ".join(kept).strip(" ,;|·–—-")


@functools.lru_cache(maxsize=64)
def date_words(language: str) -> DateWords:
    """The names of months and days in a language, and in English."""
    # Loaded only for a text with a line that may be a date: babel reads its data from files.
    from babel import Locale, UnknownLocaleError

    months: dict[str, int] = {}
    days: set[str] = set()
    for tag in ("en", language):
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = locale.months[context][width]
                months |= {name.lower().rstrip("."): number for number, name in names.items()}
                days |= {name.lower().rstrip(".") for name in locale.days[context][width].values()}
    return DateWords(months, frozenset(days))
