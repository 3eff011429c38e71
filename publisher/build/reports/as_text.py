"""The report for people: findings grouped by work, each with its line, then totals."""

from collections.abc import Iterable, Iterator

from publisher.assets import read_line
from publisher.build.outcome import Outcome, Report
from publisher.diagnostics import Diagnostic, Severity
from publisher.diagnostics.excerpt import show


def report_text(report: Report) -> str:
    """Findings above the level of info in full, counts of the others, and what was built."""
    lines = [*_shown(report.diagnostics)]
    for outcome in report.outcomes:
        lines += _shown(outcome.diagnostics)
    return "\n".join([*lines, *_totals(report)])


def _shown(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    for diagnostic in diagnostics:
        if diagnostic.severity is not Severity.INFO:
            yield f"{show(diagnostic, read_line)}\n"


def _totals(report: Report) -> Iterator[str]:
    built = [outcome for outcome in report.outcomes if not outcome.failed]
    files = sum(len(outcome.outputs) for outcome in built)
    yield f"{_count(len(built), 'work')} built, {_count(files, 'file')} written" + _failed(report)
    found = report.all_diagnostics
    counts = [
        _count(sum(each.severity is severity for each in found), severity.value)
        for severity in Severity
    ]
    changes = sum(len(outcome.changes) for outcome in report.outcomes)
    yield ", ".join([*counts, _count(changes, "normalisation")])
    notes = [outcome for outcome in report.outcomes if _notes(outcome)]
    if notes:
        yield f"`publisher check {notes[0].source}` shows what is only noted"


def _failed(report: Report) -> str:
    names = [outcome.work for outcome in report.outcomes if outcome.failed]
    return f"; failed: {', '.join(names)}" if names else ""


def _notes(outcome: Outcome) -> bool:
    return any(found.severity is Severity.INFO for found in outcome.diagnostics)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"
