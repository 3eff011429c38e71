"""Numbers and titles of what a text may refer to: figures, tables, formulas, sections.

A kind is numbered where the text refers to one of it by number: a caption of a news article
stands without one.
"""

from collections import Counter
from typing import Literal

import msgspec

from publisher.document.nodes import (
    CrossRef,
    Document,
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

Kind = Literal["figure", "table", "equation", "section"]
NO_BREAK_SPACE = "\u00a0"

_KINDS: dict[type, Kind] = {
    Figure: "figure",
    Table: "table",
    MathBlock: "equation",
    Heading: "section",
}


class Label(msgspec.Struct, frozen=True):
    """How an element is referred to. `number` is None where its kind or it has none."""

    kind: Kind | None
    number: str | None
    title: Inlines


Labels = dict[str, Label]


def label_elements(document: Document, targets: dict[str, str]) -> Labels:
    """The label of each element of `document` by its id.

    `targets` leads from a reference's target to the id that the element has.
    """
    wanted = {
        targets[node.target]
        for node in nodes(document)
        if isinstance(node, CrossRef) and node.form == "number" and node.target in targets
    }
    counted = _Counter(_numbered_kinds(document, wanted), wanted)
    labels: Labels = {}
    section = document.meta.title
    for node in nodes((document.blocks, document.notes)):
        if isinstance(node, Heading):
            section = node.children
        if node.id:
            title = getattr(node, "caption", ()) or section
            kind = _KINDS.get(type(node))
            labels[node.id] = Label(kind, counted.number(node, kind), title)
    return labels


def _numbered_kinds(document: Document, wanted: set[str]) -> set[Kind]:
    return {
        _KINDS[type(node)] for node in nodes(document) if node.id in wanted and type(node) in _KINDS
    }


class _Counter:
    def __init__(self, kinds: set[Kind], wanted: set[str]) -> None:
        self._kinds = kinds
        self._wanted = wanted
        self._counts: Counter[str] = Counter()
        self._sections: list[int] = []

    def number(self, node: object, kind: Kind | None) -> str | None:
        """The next number of its kind; what has neither caption nor reference stays without."""
        if kind is None or kind not in self._kinds:
            return None
        if isinstance(node, Heading):
            self._sections = (self._sections + [0] * node.level)[: node.level]
            self._sections[-1] += 1
            return ".".join(map(str, self._sections)).removeprefix("0.")
        if getattr(node, "caption", ()) == () and getattr(node, "id", "") not in self._wanted:
            return None
        self._counts[kind] += 1
        return str(self._counts[kind])


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
