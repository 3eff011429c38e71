"""Definitions: those of abbreviations, and what is amiss with these, with notes and addresses."""

from collections.abc import Iterator
from typing import Any

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.markdown.abbreviations import Abbreviations
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


def defined_abbreviations(page: Page) -> Abbreviations:
    """The abbreviations that the blocks define; of several definitions the first holds."""
    titles: dict[str, str] = {}
    for name, words, start, end in page.env.get("abbreviations", ()):
        title = page.code(words, start, end)
        if titles.setdefault(name, title) != title:
            page.report("IDX030", page.span(start, end), name=name, title=title)
    return Abbreviations(titles)


def definitions_amiss(page: Page, addresses: Addresses) -> Iterator[Diagnostic]:
    """A finding for each definition that is in vain."""
    repeated = page.env.get("duplicate_refs", ())
    unused = [each for name, each in addresses.items() if name not in addresses.wanted]
    starts = [*page.places.line_starts(), len(page.places.text) + 1] if repeated or unused else []
    for code, definitions in (("MKD018", unused), ("MKD019", repeated)):
        for each in definitions:
            first, behind = (starts[line] for line in each["map"])
            yield diagnose(code, page.span(first, behind - 1), address=each["href"])
    told = set(page.abbreviations.used)
    for name, _, start, end in page.env.get("abbreviations", ()):
        if name not in told:
            told.add(name)
            yield diagnose("IDX031", page.span(start, end), name=name)
