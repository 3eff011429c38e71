"""Hyphens where the language has a dash: between words, and from year to year."""

import re
from collections import Counter
from collections.abc import Iterator

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject
from publisher.typography.table import table_for

_SPACED = re.compile(r"(?<=[^\s\d•|<>=+*/-])(?P<hyphens> --?-? )(?=[^\s\d|<>=+*/-])")
_CLOSED_UP = re.compile(r"(?<=[^\W\d_])(?P<hyphens>---?)(?=[^\W\d_])")
# From year to year only: other numbers with a hyphen are scores, models, telephone numbers.
_YEARS = re.compile(
    r"(?<![\w.,/:–-])(1\d{3}|20\d\d)(?P<hyphens>-)(1\d{3}|20\d\d|\d\d)(?![\w/:–-]|[.,]\d)"
)
_DASH = re.compile(r"(?<=[^\s\d])(?: [–—] |—)(?=[^\s\d])")

_ANY_LANGUAGE = "und"
"""The table of languages that have none: not enough to change a text by."""


def hyphens_for_dashes(subject: Subject) -> Iterator[Finding]:
    """LNT006 for each hyphen, or two or three, in the place of a dash.

    The dash is the one that the text has most, else its language's. Without either, as in Spanish
    whose dashes open and close, it is left to people.
    """
    own = Counter(dash for passage in subject.prose for dash in _DASH.findall(passage.text))
    for passage in subject.prose:
        table = table_for(passage.language)
        known = table.tag != _ANY_LANGUAGE
        usual = table.dash.replace("\u00a0", " ") if known else ""
        dash = own.most_common(1)[0][0] if own else usual or None
        span = table.range if known else "-"
        found_dashes = [*_SPACED.finditer(passage.text), *_CLOSED_UP.finditer(passage.text)]
        for found in found_dashes if passage.kind != "table" else ():
            yield _finding(subject, passage, found, dash)
        for found in _YEARS.finditer(passage.text) if span != "-" else ():
            if int(found[3]) > int(found[1][-len(found[3]) :]):
                yield _finding(subject, passage, found, span)


def _finding(
    subject: Subject, passage: Passage, found: re.Match[str], after: str | None
) -> Finding:
    start, end = found.span("hyphens")
    hyphens = found["hyphens"]
    if after and all(text[0] == text[-1] == " " for text in (hyphens, after)):
        start, end, after = start + 1, end - 1, after.strip()  # a line may end at one of the spaces
    return found_in(
        subject,
        passage,
        start,
        end,
        "LNT006",
        after=after,
        hyphens=hyphens.strip(),
        expected=(after or "–").strip(),
    )
