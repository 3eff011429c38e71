"""How a source was read, for people and for programs: `publisher explain`."""

import json
from collections.abc import Iterator

from publisher.build.prepare import ReadWork
from publisher.diagnostics import as_json
from publisher.document.normalisation import Normalisation
from publisher.document.summary import summary
from publisher.sources.reading import Choice, LineRole


def explanation_json(read: ReadWork) -> str:
    """The explanation in the form of the contract (docs/contract.md)."""
    reading = read.reading
    return json.dumps(
        {
            "language": {"tag": reading.language.value, **_choice(reading.language)},
            "encoding": {"name": reading.encoding.value, **_choice(reading.encoding)},
            "structure": summary(reading.document),
            "lines": [_line(line) for line in reading.lines],
            "normalisations": [_change(change) for change in read.changes],
            "diagnostics": [as_json(found) for found in read.diagnostics],
        },
        ensure_ascii=False,
        indent=2,
    )


def _choice(choice: Choice) -> dict[str, object]:
    return {"rule": choice.rule, "confidence": choice.confidence}


def _line(line: LineRole) -> dict[str, object]:
    return {
        "first": line.first,
        "last": line.last,
        "role": line.role,
        "rule": line.rule,
        "confidence": line.confidence,
        "reason": line.reason,
        "alternatives": [
            {"role": other.role, "rule": other.rule, "confidence": other.confidence}
            for other in line.alternatives
        ],
    }


def _change(change: Normalisation) -> dict[str, object]:
    return {
        "line": change.span.line,
        "column": change.span.column,
        "before": change.before,
        "after": change.after,
        "rule": change.rule,
    }


def explanation_text(read: ReadWork) -> str:
    """The explanation line by line: the role and how sure it is, the rule, what was near."""
    return "\n".join(_rows(read))


def _rows(read: ReadWork) -> Iterator[str]:
    reading = read.reading
    for name, choice in (("language", reading.language), ("encoding", reading.encoding)):
        yield f"{name} {choice.value}  ({choice.rule}, {choice.confidence:.0%})"
    yield ""
    raw_lines = reading.source_map.lines
    for line in reading.lines:
        text = raw_lines[line.first - 1].strip() if line.first <= len(raw_lines) else ""
        yield f"{_numbers(line):>9}  {line.role:<11} {line.confidence:>4.0%}  {text[:64]}".rstrip()
        if line.role != "blank":
            yield f"{_MARGIN}{line.rule}: {line.reason}"
        for other in line.alternatives:
            yield f"{_MARGIN}or {other.role}  ({other.rule}, {other.confidence:.0%})"
    if read.changes:
        yield from ("", "changes on the way to the page")
    for change in read.changes:
        place = f"{change.span.line}:{change.span.column}"
        yield f"{place:>9}  {change.rule:<20} {change.before!a} -> {change.after!a}"
    for found in read.diagnostics:
        place = f"{found.span.line}:{found.span.column} " if found.span else ""
        yield f"{place}{found.severity.value}[{found.code}] {found.message}"


_MARGIN = " " * 28


def _numbers(line: LineRole) -> str:
    return str(line.first) if line.first == line.last else f"{line.first}-{line.last}"
