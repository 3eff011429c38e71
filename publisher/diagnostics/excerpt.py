"""A diagnostic as text for people: what, where, the line with a mark below, the remedy."""

import unicodedata
from collections.abc import Callable

from publisher.diagnostics.diagnostic import Diagnostic
from publisher.span import Span

_WIDEST = 96
"""Terminal columns of an excerpt: longer lines are cut around the place."""


ReadLine = Callable[[str, int], str]
"""From a file's name and the number of a line to the line, empty where it cannot be had."""


def show(diagnostic: Diagnostic, read_line: ReadLine) -> str:
    """The diagnostic in several lines, without a line end at the last."""
    head = f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"
    parts = [head]
    if diagnostic.span:
        span = diagnostic.span
        parts.append(f"  --> {span.file}:{span.line}:{span.column}")
        parts += _excerpt(span, read_line(span.file, span.line))
    if diagnostic.help:
        parts.append(f"   = help: {diagnostic.help}")
    return "\n".join(parts)


def _excerpt(span: Span, line: str) -> list[str]:
    if not line:
        return []
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, min(start - _WIDEST // 2, len(line) - _WIDEST))
    shown = line[first : first + _WIDEST]
    before = "…" if first else ""
    after = "…" if first + _WIDEST < len(line) else ""
    margin = " " * len(str(span.line))
    indent = _columns(before + line[first:start])
    mark = "^" * max(1, min(_columns(line[start:end]), _WIDEST - indent))
    return [
        f" {margin} |",
        f" {span.line} | {before}{_printable(shown)}{after}",
        f" {margin} | {' ' * indent}{mark}",
    ]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _columns(text: str) -> int:
    """How many columns of a terminal `text` takes (UAX #11)."""
    return sum(
        0 if unicodedata.combining(character) else
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )  # fmt: skip
