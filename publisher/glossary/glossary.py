"""A glossary from the definition lists of a part.

Input: the part's document. Output: the same with an anchor at each term, the terms of each list in
the order of the language where that is asked for; and from each term to its anchor.
"""

from collections.abc import Iterator

import msgspec

from publisher.collation import collation
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.document.ids import Ids
from publisher.document.nodes import Definition, DefinitionList, Inlines, InlineSpan
from publisher.document.slugs import slug
from publisher.document.text import plain

_LONGEST = 60
"""Characters of a term that its anchor has."""


class Glossary(msgspec.Struct, frozen=True):
    """From the words of each term, as they are written, to its anchor."""

    anchors: dict[str, str] = {}


class MadeGlossary(msgspec.Struct, frozen=True):
    """The part as it is to be set, its glossary, and what is amiss with it."""

    document: Document
    glossary: Glossary
    diagnostics: tuple[Diagnostic, ...]


def make_glossary(document: Document, *, in_order: bool = True) -> MadeGlossary:
    """The glossary that the definition lists of `document` make, those on its first level.

    With `in_order`, the terms of each list stand in the order of the document's language; else as
    they were written. A term that has an id keeps it. Raises PublisherError: IDX001 where terms
    are to be put in order and ICU is not installed.
    """
    terms = _Terms()
    blocks = tuple(
        terms.anchored(block, document.meta.language if in_order else None)
        if isinstance(block, DefinitionList)
        else block
        for block in document.blocks
    )
    made = msgspec.structs.replace(document, blocks=blocks)
    return MadeGlossary(made, Glossary(terms.anchors), tuple(terms.found))


def words_of(inlines: Inlines) -> str:
    """The words of a term, white space as one space."""
    return " ".join(plain(inlines).split())


class _Terms:
    def __init__(self) -> None:
        self.anchors: dict[str, str] = {}
        self.found: list[Diagnostic] = []
        self._ids = Ids()

    def anchored(self, block: DefinitionList, language: str | None) -> DefinitionList:
        items = list(self._items(block))
        if language is not None:
            rules = collation(language)
            items.sort(key=lambda item: rules.key(words_of(item.term)))
        return msgspec.structs.replace(block, items=tuple(items))

    def _items(self, block: DefinitionList) -> Iterator[Definition]:
        for item in block.items:
            words = words_of(item.term)
            place = next((node.span for node in item.term if node.span), block.span)
            if not words:
                yield item
            elif words in self.anchors:
                self.found.append(diagnose("IDX021", place, term=words[:80]))
                yield item
            else:
                anchor = next((node.id for node in item.term if node.id), None)
                self.anchors[words] = anchor or self._ids.fresh(f"term-{slug(words)[:_LONGEST]}")
                yield item if anchor else self._with_anchor(item, self.anchors[words])

    def _with_anchor(self, item: Definition, anchor: str) -> Definition:
        term = InlineSpan(children=item.term, role="defined-term", id=anchor)
        return msgspec.structs.replace(item, term=(term,))
