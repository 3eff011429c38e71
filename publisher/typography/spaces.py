"""Spaces that must not break a line: between a title and a name, a number and what it counts."""

import functools
import re
from collections.abc import Iterator

from publisher.typography.proposal import Proposal
from publisher.typography.table import Table

NO_BREAK_SPACE = "\u00a0"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")


def bind_spaces(text: str, table: Table) -> Iterator[Proposal]:
    """A no-break space for each space that the language keeps together (rules `no-break-…`)."""
    seen: set[int] = set()
    for rule, pattern in _patterns(table):
        for found in pattern.finditer(text):
            if rule == "no-break-count" and _YEAR.fullmatch(found["number"]):
                continue  # "in 2011 have": a year counts nothing
            for at in (at for at in range(found.start(), found.end()) if text[at] == " "):
                if at not in seen:
                    seen.add(at)
                    yield Proposal(at, at + 1, NO_BREAK_SPACE, rule)


@functools.cache
def _patterns(table: Table) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = table.no_break
    rows = (
        ("no-break-name", rf"(?<!\w)(?:{_any(words.before_name)}) (?=[^\W\d_])", words.before_name),
        ("no-break-initial", rf"(?<!\w){_CAPITAL}\. (?={_CAPITAL})", ("initials",)),
        ("no-break-number", rf"(?<!\w)(?:{_any(words.before_number)}) (?=\d)", words.before_number),
        ("no-break-unit", rf"\d (?:{_any(words.after_number)})(?!\w)", words.after_number),
        (
            "no-break-date",
            rf"(?<!\d)\d{{1,2}}\.? (?:{_any(words.months)})(?!\w)"
            rf"|(?<!\w)(?:{_any(words.months)}) (?=\d{{1,2}}(?!\d))",
            words.months,
        ),
        (
            "no-break-count",
            rf"(?<![\w.,–-])(?P<number>\d+(?:[.,]\d+)*) (?!(?:{_any(words.function_words)})(?!\w))"
            r"(?=[^\W\d_])",
            words.function_words,
        ),
        ("no-break-abbreviation", rf"(?<!\w)(?:{_any(words.together)})", words.together),
        ("no-break-dash", r"(?<=\S) (?=[–—] )", ("dash",)),
        (
            "no-break-mark",
            rf"(?<=\S) (?=[{re.escape(words.before_marks)}])",
            tuple(words.before_marks),
        ),
        ("no-break-mark", rf"(?<=[{re.escape(words.after_marks)}]) ", tuple(words.after_marks)),
    )
    return tuple((rule, re.compile(pattern)) for rule, pattern, needs in rows if needs)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
