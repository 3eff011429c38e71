"""Definitions that are amiss: notes that nothing calls, addresses that are given twice."""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.markdown.page import Page


def definitions_amiss(page: Page) -> Iterator[Diagnostic]:
    """A finding for each definition that is in vain."""
    called = set(page.calls)
    for name, place in page.note_places.items():
        if name not in called:
            yield diagnose("MKD023", place, name=name)
    repeated = page.env.get("duplicate_refs", ())
    starts = page.places.line_starts() if repeated else []
    for definition in repeated:
        first, last = (starts[min(line, len(starts) - 1)] for line in definition["map"])
        yield diagnose("MKD020", page.span(first, max(first, last - 1)), name=definition["label"])
