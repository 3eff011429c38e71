"""Marks taken off the words of a run: the dash of an attribution, the colon of a speaker."""

import re

import msgspec

from publisher.document.nodes import Inlines, Text
from publisher.span import Span


def without_start(run: Inlines, mark: re.Pattern[str]) -> Inlines | None:
    """`run` without the `mark` that its words begin with; None where they do not."""
    first = run[0] if run else None
    found = mark.match(first.text) if isinstance(first, Text) else None
    if not isinstance(first, Text) or not found:
        return None
    rest = first.text[found.end() :]
    if not rest:
        return run[1:]
    span = first.span
    if span:
        column = span.column + found.end()
        span = Span(span.file, span.line, column, span.end_line, span.end_column)
    return (msgspec.structs.replace(first, text=rest, span=span), *run[1:])


def without_end(run: Inlines, mark: re.Pattern[str]) -> Inlines | None:
    """`run` without the `mark` that its words end with; None where they do not."""
    last = run[-1] if run else None
    found = mark.search(last.text) if isinstance(last, Text) else None
    if not isinstance(last, Text) or not found:
        return None
    rest = last.text[: found.start()]
    if not rest:
        return run[:-1]
    span = last.span
    if span:
        column = span.end_column - len(found[0])
        span = Span(span.file, span.line, span.column, span.end_line, column)
    return (*run[:-1], msgspec.structs.replace(last, text=rest, span=span))
