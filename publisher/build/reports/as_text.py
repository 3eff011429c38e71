"""The report for people: findings grouped by work, each with its line, then totals."""

from collections import Counter
from collections.abc import Iterator

from publisher.assets import read_line
from publisher.build.outcome import Outcome, Report
from publisher.diagnostics import Severity
from publisher.diagnostics.excerpt import show


def report_text(report: Report) -> str:
    """What a build tells: errors and warnings in full, the count of notes, what was written."""
    return "\n".join([*_shown(report, notes=False), _built(report), *_totals(report)])


def check_text(report: Report) -> str:
    """What a check tells: every finding in full, and how many there are."""
    return "\n".join([*_shown(report, notes=True), *_fixes(report), _counts(report)])


_MOST = 20
"""How many findings with one code are shown of one work; the JSON report has them all."""


def _shown(report: Report, *, notes: bool) -> Iterator[str]:
    counts: Counter[tuple[str | None, str]] = Counter()
    for diagnostic in report.all_diagnostics:
        if notes or diagnostic.severity is not Severity.INFO:
            kind = (diagnostic.work, diagnostic.code)
            counts[kind] += 1
            if counts[kind] <= _MOST:
                yield f"{show(diagnostic, read_line)}\n"
    for (work, code), count in counts.items():
        if count > _MOST:
            yield f"{count - _MOST} more {code}{f' in {work}' if work else ''}\n"


def _built(report: Report) -> str:
    built = [outcome for outcome in report.outcomes if not outcome.failed]
    files = sum(len(outcome.outputs) for outcome in built)
    failed = [outcome.work for outcome in report.outcomes if outcome.failed]
    line = f"{_count(len(built), 'work')} built, {_count(files, 'file')} written"
    return f"{line}; failed: {', '.join(failed)}" if failed else line


def _fixes(report: Report) -> Iterator[str]:
    """How many lines were fixed, and how many would be."""
    for written, verb in ((True, "fixed"), (False, "to fix")):
        lines = [
            len(outcome.fixing.lines)
            for outcome in report.outcomes
            if outcome.fixing and outcome.fixing.written is written
        ]
        if lines:
            yield f"{_count(sum(lines), 'line')} of {_count(len(lines), 'source')} {verb}"


def _counts(report: Report) -> str:
    found = report.all_diagnostics
    severities = (
        _count(sum(each.severity is severity for each in found), severity.value)
        for severity in Severity
    )
    return ", ".join(severities)


def _totals(report: Report) -> Iterator[str]:
    changes = sum(len(outcome.changes) for outcome in report.outcomes)
    yield f"{_counts(report)}, {_count(changes, 'normalisation')}"
    notes = [outcome for outcome in report.outcomes if _notes(outcome)]
    if notes:
        yield f"`publisher check {notes[0].source}` shows what is only noted"


def _notes(outcome: Outcome) -> bool:
    return any(found.severity is Severity.INFO for found in outcome.diagnostics)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"
