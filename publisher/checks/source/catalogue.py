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
from publisher.configuration.toml import did_you_mean
from publisher.diagnostics import UsageError, diagnose
from publisher.sources import Reading
from publisher.span import Span


class SourceCheck(msgspec.Struct, frozen=True):
    """One check: the codes that it gives, whether --fix puts any right, and what it does."""

    codes: tuple[str, ...]
    fixes: bool
    check: Check


CHECKS: dict[str, SourceCheck] = {
    "quotation-marks": SourceCheck(("LNT001", "LNT002"), False, unpaired_quotation_marks),
    "doubled-words": SourceCheck(("LNT003",), True, doubled_words),
    "double-spaces": SourceCheck(("LNT004",), True, double_spaces),
    "straight-quotes": SourceCheck(("LNT005",), True, straight_quotes),
    "hyphens": SourceCheck(("LNT006",), True, hyphens_for_dashes),
    "homoglyphs": SourceCheck(("LNT007",), True, homoglyphs),
    "bidirectional": SourceCheck(("LNT008", "LNT009", "LNT010"), True, bidirectional_controls),
    "invisible": SourceCheck(("LNT011",), True, invisible_characters),
    "links": SourceCheck(("LNT012", "LNT013"), False, broken_links),
    "alternative-text": SourceCheck(("LNT014", "LNT015"), False, missing_alternative_text),
    "heading-levels": SourceCheck(("LNT016",), False, skipped_levels),
    "empty-sections": SourceCheck(("LNT017",), False, empty_sections),
    "duplicate-headings": SourceCheck(("LNT018",), False, duplicate_headings),
    "names": SourceCheck(("LNT019",), False, name_spellings),
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


def require_known(disabled: Collection[str], place: Span | None) -> None:
    """Raises UsageError: CFG002 for a name or code that is no check's."""
    codes = {code for check in CHECKS.values() for code in check.codes}
    for name in disabled:
        if name not in CHECKS and name not in codes:
            near = did_you_mean(name, {*CHECKS, *codes} if name[:3].isupper() else set(CHECKS))
            reason = f"there is no check {name}; {near}"
            raise UsageError(diagnose("CFG002", place, key="checks.disable", reason=reason))
