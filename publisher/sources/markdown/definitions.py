"""Definitions that are amiss: notes that nothing calls, addresses that are unused or repeated."""

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.markdown.page import Page


class Addresses(dict[str, dict[str, Any]]):
    """The addresses that a document defines, by their names; `wanted` are those asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """The address of a name, which is then not in vain."""
        self.wanted.add(name)
        return super().get(name, default)


def definitions_amiss(page: Page, addresses: Addresses) -> Iterator[Diagnostic]:
    """A finding for each definition that is in vain."""
    called = set(page.calls)
    for name, place in page.note_places.items():
        if name not in called:
            yield diagnose("MKD023", place, name=name)
    repeated = page.env.get("duplicate_refs", ())
    unused = [each for name, each in addresses.items() if name not in addresses.wanted]
    starts = page.places.line_starts() if repeated or unused else []
    for code, definitions in (("MKD019", unused), ("MKD020", repeated)):
        for each in definitions:
            first, last = (starts[min(line, len(starts) - 1)] for line in each["map"])
            yield diagnose(code, page.span(first, max(first, last - 1)), address=each["href"])
