"""Definitions that are amiss: notes that nothing calls, addresses that no link uses or that repeat."""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.markdown.page import Page
from publisher.span import Span


def definitions_amiss(page: Page) -> Iterator[Diagnostic]:
    """A finding for each definition that is in vain."""
    called = set(page.calls)
    for name, place in page.note_places.items():
        if name not in called:
            yield diagnose("MKD023", place, name=name)
    for repeated in page.env.get("duplicate_refs", ()):
        yield diagnose("MKD020", _lines(page, repeated["map"]), name=repeated["label"])


def _lines(page: Page, lines: list[int]) -> Span:
    starts = page.line_starts
    first, last = starts[lines[0]], starts[min(lines[1], len(starts) - 1)]
    return page.span(first, max(first, last - 1))
