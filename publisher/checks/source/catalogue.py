"""Every check on sources by its name, with the codes that it gives.

A check is switched off in publisher.toml by its name, a single finding by its code.
"""

from collections.abc import Collection, Iterator

import msgspec

from publisher.checks.source.alternative_text import missing_alternative_text
from publisher.checks.source.bidirectional import bidirectional_controls
from publisher.checks.source.double_spaces import double_spaces
from publisher.checks.source.doubled_words import doubled_words
from publisher.checks.source.finding import Check, Finding
from publisher.checks.source.homoglyphs import homoglyphs
from publisher.checks.source.hyphens import hyphens_for_dashes
from publisher.checks.source.invisible import invisible_characters
from publisher.checks.source.links import broken_links
from publisher.checks.source.names import name_spellings
from publisher.checks.source.passages import subject_of
from publisher.checks.source.quotation_marks import unpaired_quotation_marks
from publisher.checks.source.sections import duplicate_headings, empty_sections, skipped_levels
from publisher.checks.source.straight_quotes import straight_quotes
from publisher.sources import Reading


class SourceCheck(msgspec.Struct, frozen=True):
    """One check, the codes that it gives, and of some of them what --fix does, in words."""

    check: Check
    codes: tuple[str, ...]
    fixed: dict[str, str] = {}


CHECKS: dict[str, SourceCheck] = {
    "quotation-marks": SourceCheck(unpaired_quotation_marks, ("LNT001", "LNT002")),
    "doubled-words": SourceCheck(
        doubled_words, ("LNT003",), {"LNT003": "words that the language never doubles"}
    ),
    "double-spaces": SourceCheck(double_spaces, ("LNT004",), {"LNT004": "yes"}),
    "straight-quotes": SourceCheck(
        straight_quotes, ("LNT005",), {"LNT005": "apostrophes; pairs outside other quotations"}
    ),
    "hyphens": SourceCheck(
        hyphens_for_dashes, ("LNT006",), {"LNT006": "with the dash of the text or its language"}
    ),
    "homoglyphs": SourceCheck(
        homoglyphs, ("LNT007",), {"LNT007": "where the other letters are of one script"}
    ),
    "bidirectional": SourceCheck(
        bidirectional_controls, ("LNT008", "LNT009", "LNT010"), {"LNT010": "yes"}
    ),
    "invisible": SourceCheck(
        invisible_characters, ("LNT011",), {"LNT011": "where that changes nothing"}
    ),
    "links": SourceCheck(broken_links, ("LNT012", "LNT013")),
    "alternative-text": SourceCheck(missing_alternative_text, ("LNT014", "LNT015")),
    "heading-levels": SourceCheck(skipped_levels, ("LNT016",)),
    "empty-sections": SourceCheck(empty_sections, ("LNT017",)),
    "duplicate-headings": SourceCheck(duplicate_headings, ("LNT018",)),
    "names": SourceCheck(name_spellings, ("LNT019",)),
}


def check_reading(reading: Reading, disabled: Collection[str] = ()) -> tuple[Finding, ...]:
    """What the checks that are not `disabled`, by name or code, find in `reading`, in its order."""
    return tuple(sorted(_findings(reading, disabled), key=_place))


def _findings(reading: Reading, disabled: Collection[str]) -> Iterator[Finding]:
    subject = subject_of(reading)
    for name, check in CHECKS.items():
        if name not in disabled and not set(check.codes) <= set(disabled):
            for finding in check.check(subject):
                if finding.diagnostic.code not in disabled:
                    yield finding


def _place(finding: Finding) -> tuple[int, int, str]:
    span = finding.diagnostic.span
    return (span.line, span.column, finding.diagnostic.code) if span else (0, 0, "")
