"""How sure a reading is: what was chosen with too little confidence is told, or refused."""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.reading import LineRole, Reading
from publisher.span import whole_file


def doubts(reading: Reading, confidence: float) -> tuple[Diagnostic, ...]:
    """A note for each choice that is less sure than `confidence`, from 0 to 1, at its lines."""
    return tuple(
        diagnose("TXT002", reading.source_map.line_span(line.first), **_facts(line))
        for line in reading.lines
        if line.confidence < confidence
    )


def refusals(reading: Reading, confidence: float) -> tuple[Diagnostic, ...]:
    """An error for each choice that is less sure than `confidence`, the language among them."""
    return tuple(_refusals(reading, confidence))


def _refusals(reading: Reading, confidence: float) -> Iterator[Diagnostic]:
    language = reading.language
    if language.confidence < confidence:
        facts = {"language": language.value, "confidence": f"{language.confidence:.0%}"}
        yield diagnose("TXT008", whole_file(reading.source_map.name), **facts)
    for line in reading.lines:
        if line.confidence < confidence:
            place = reading.source_map.line_span(line.first)
            yield diagnose("TXT007", place, confidence=f"{line.confidence:.0%}", **_facts(line))


def _facts(line: LineRole) -> dict[str, object]:
    nearly = line.alternatives[0].role if line.alternatives else "something else"
    return {"role": line.role, "rule": line.rule, "reason": line.reason, "nearly": nearly}
