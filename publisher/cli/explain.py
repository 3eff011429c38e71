"""`publisher explain`: what was inferred from a source, line by line, and why."""

import json
from typing import TYPE_CHECKING

import typer

from publisher.cli.options import Form, FormatOption, SourceArgument

if TYPE_CHECKING:
    from publisher.build.prepare import ReadWork


def explain(file: SourceArgument, format: FormatOption = Form.TEXT) -> None:
    """Show how a source file was read: the role of each line, the rule, how sure it is."""
    from publisher.build.prepare import read_work
    from publisher.build.works import find_works
    from publisher.cli.terminal import faults_shown

    with faults_shown(format):
        (work,) = find_works([file]).works
        read = read_work(work)
    typer.echo(_as_json(read) if format is Form.JSON else _as_text(read))


def _as_json(read: "ReadWork") -> str:
    from publisher.diagnostics import as_json

    reading = read.reading
    return json.dumps(
        {
            "language": {
                "tag": reading.language.value,
                "rule": reading.language.rule,
                "confidence": reading.language.confidence,
            },
            "lines": [
                {
                    "first": line.first,
                    "last": line.last,
                    "role": line.role,
                    "rule": line.rule,
                    "confidence": line.confidence,
                    "reason": line.reason,
                }
                for line in reading.lines
            ],
            "normalisations": [
                {
                    "line": change.span.line,
                    "column": change.span.column,
                    "before": change.before,
                    "after": change.after,
                    "rule": change.rule,
                }
                for change in read.changes
            ],
            "diagnostics": [as_json(found) for found in read.diagnostics],
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_text(read: "ReadWork") -> str:
    reading = read.reading
    language = reading.language
    rows = [f"language {language.value}  ({language.rule}, {language.confidence:.0%})", ""]
    raw_lines = reading.source_map.lines
    for line in reading.lines:
        text = raw_lines[line.first - 1].strip() if line.first <= len(raw_lines) else ""
        rows.append(f"{line.first:>5}  {line.role:<11} {line.confidence:>4.0%}  {text[:64]}")
        if line.role != "blank":
            rows.append(f"{'':>24}{line.rule}: {line.reason}")
    if changes := read.changes:
        rows += ["", "changes on the way to the page"]
        for change in changes:
            place = f"{change.span.line}:{change.span.column}"
            rows.append(f"{place:>9}  {change.rule:<20} {change.before!a} -> {change.after!a}")
    for found in read.diagnostics:
        place = f"{found.span.line}:{found.span.column} " if found.span else ""
        rows.append(f"{place}{found.severity.value}[{found.code}] {found.message}")
    return "\n".join(rows)
