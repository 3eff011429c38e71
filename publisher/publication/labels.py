"""Numbers and titles of what a text may refer to: chapters, figures, tables, formulas, sections.

Without a scheme of numbers, a kind is numbered where the text refers to one of it by number: a
caption of a news article stands without one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from publisher.configuration.publication import Numbering
from publisher.document.document import Document
from publisher.document.nodes import (
    CodeBlock,
    CrossRef,
    Figure,
    Heading,
    Inlines,
    InlineSpan,
    MathBlock,
    Table,
    Text,
)
from publisher.document.text import plain
from publisher.publication.anchors import nodes
from publisher.terms import Terms

Kind = Literal["figure", "table", "listing", "equation", "section", "part", "chapter", "appendix"]
NO_BREAK_SPACE = "\u00a0"

_KINDS: dict[type, Kind] = {
    Figure: "figure",
    Table: "table",
    CodeBlock: "listing",
    MathBlock: "equation",
    Heading: "section",
}
_BY_SCHEME = frozenset(("figure", "table", "listing"))
"""What is numbered for its caption where the scheme says so; formulas wait to be referred to."""


class Label(msgspec.Struct, frozen=True):
    """How an element is referred to. `number` is None where its kind or it has none.

    `words` is the number spelled out in the language of the publication, where that is wanted; the
    numbers of what stands in the part are made of figures all the same.
    """

    kind: Kind | None
    number: str | None
    title: Inlines
    words: str | None = None


Labels = dict[str, Label]


class Labelled(msgspec.Struct, frozen=True):
    """A document with what its labels depend on: its own number, and where references lead."""

    document: Document
    targets: Mapping[str, str]
    number: str | None = None


def label_elements(documents: Sequence[Labelled], scheme: Numbering) -> Labels:
    """The label of each element of `documents` by its id.

    `targets` of each leads from a reference's target to the id that the element has.
    """
    wanted = set(_wanted(documents))
    counter = _Counter(_numbered_kinds(documents, wanted), wanted, scheme)
    labels: Labels = {}
    for each in documents:
        counter.begin(each.number)
        section = each.document.meta.title
        for node in nodes((each.document.blocks, each.document.notes)):
            if isinstance(node, Heading):
                section = node.children
            if node.id:
                title = getattr(node, "caption", ()) or section
                kind = _KINDS.get(type(node))
                labels[node.id] = Label(kind, counter.number(node, kind), title)
    return labels


def _wanted(documents: Sequence[Labelled]) -> Iterator[str]:
    """The ids that the text refers to by number."""
    for each in documents:
        for node in nodes(each.document):
            if isinstance(node, CrossRef) and node.form == "number" and node.target in each.targets:
                yield each.targets[node.target]


def _numbered_kinds(documents: Sequence[Labelled], wanted: set[str]) -> set[Kind]:
    return {
        _KINDS[type(node)]
        for each in documents
        for node in nodes(each.document)
        if node.id in wanted and type(node) in _KINDS
    }


class _Counter:
    def __init__(self, kinds: set[Kind], wanted: set[str], scheme: Numbering) -> None:
        self._kinds = kinds | ({"section"} if scheme.sections else set())
        self._wanted = wanted
        self._scheme = scheme
        self._chapter: str | None = None
        self._counts: Counter[str] = Counter()
        self._sections: list[int] = []

    def begin(self, chapter: str | None) -> None:
        """A new part begins, with its own number."""
        self._chapter = chapter
        self._sections = []
        if self._scheme.figures == "chapter":
            self._counts.clear()

    def number(self, node: object, kind: Kind | None) -> str | None:
        """The next number of its kind; what has neither caption nor reference stays without."""
        if kind is None or not (kind in self._kinds or self._by_scheme(kind)):
            return None
        if isinstance(node, Heading):
            return self._section(node)
        wanted = getattr(node, "id", "") in self._wanted
        if not wanted and (getattr(node, "caption", ()) == () or _is_empty(node)):
            return None
        self._counts[kind] += 1
        return self._in_chapter(str(self._counts[kind]), self._scheme.figures == "chapter")

    def _by_scheme(self, kind: Kind) -> bool:
        return self._scheme.figures != "referred" and kind in _BY_SCHEME

    def _section(self, node: Heading) -> str:
        self._sections = (self._sections + [0] * node.level)[: node.level]
        self._sections[-1] += 1
        number = ".".join(map(str, self._sections)).removeprefix("0.")
        return self._in_chapter(number, self._scheme.sections)

    def _in_chapter(self, number: str, numbered: bool) -> str:
        return f"{self._chapter}.{number}" if numbered and self._chapter else number


def _is_empty(node: object) -> bool:
    """Whether a figure has lost its pictures: its words stand where it was."""
    return isinstance(node, Figure) and not node.images


def reference(label: Label, terms: Terms, foreign: str | None) -> Inlines:
    """The words that refer to an element by number, or by title where it has none."""
    if label.number is None or label.kind is None:
        return (Text(text=plain(label.title)),)
    number = f"({label.number})" if label.kind == "equation" else label.number
    words = f"{getattr(terms, label.kind)}{NO_BREAK_SPACE}{number}"
    return in_language((Text(text=words),), foreign)


def labelled(caption: Inlines, label: Label, terms: Terms, foreign: str | None) -> Inlines:
    """A caption with its number before it."""
    if label.number is None:
        return caption
    name = InlineSpan(role="label", children=reference(label, terms, foreign))
    return (name, Text(text=" "), *caption) if caption else (name,)


def in_language(inlines: Inlines, language: str | None) -> Inlines:
    """Inlines in a span of their own where their language is not the text's."""
    return (InlineSpan(language=language, children=inlines),) if language else inlines
