"""The report as JSON: totals, each work with its files, every diagnostic in the contract's form."""

import json

import msgspec

from publisher.build.outcome import Fixing, Outcome, Report
from publisher.diagnostics import Severity, as_json


def report_json(report: Report) -> str:
    """One JSON object; its keys are described in docs/contract.md."""
    found = report.all_diagnostics
    return json.dumps(
        {
            "version": 1,
            "works": [_work(outcome) for outcome in report.outcomes],
            "diagnostics": [as_json(diagnostic) for diagnostic in found],
            "totals": {
                "works": len(report.outcomes),
                "failed": sum(outcome.failed for outcome in report.outcomes),
                **{
                    f"{severity.value}s": sum(each.severity is severity for each in found)
                    for severity in Severity
                },
            },
        },
        ensure_ascii=False,
        indent=2,
    )


def _work(outcome: Outcome) -> dict[str, object]:
    return {
        "work": outcome.work,
        "source": outcome.source,
        "failed": outcome.failed,
        "outputs": [
            {"path": output.path, "sha256": output.sha256, "size": output.size}
            for output in outcome.outputs
        ],
        "normalisations": [
            {
                "rule": change.rule,
                "line": change.span.line,
                "column": change.span.column,
                "before": change.before,
                "after": change.after,
            }
            for change in outcome.changes
        ],
        **({"fixes": _fixes(outcome.fixing)} if outcome.fixing else {}),
    }


def _fixes(fixing: Fixing) -> dict[str, object]:
    return {
        "written": fixing.written,
        "lines": [msgspec.to_builtins(line) for line in fixing.lines],
        "diff": fixing.diff,
    }
