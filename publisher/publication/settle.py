"""From documents to ones whose numbers, notes, references, links and formulas are settled.

Every backend prints what stands here as it is, so that two outputs cannot differ in it.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from publisher.configuration.publication import Numbering
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Document
from publisher.document.ids import Ids
from publisher.document.nodes import CodeBlock
from publisher.document.shape import holding, is_block, is_inline
from publisher.pictures import Picture
from publisher.publication.addresses import Addresses, File, Files
from publisher.publication.anchors import (
    Anchored,
    anchor_blocks,
    deepest,
    heading_slugs,
    nodes,
)
from publisher.publication.inlines import Facts, Inliner, Tell
from publisher.publication.labels import Label, Labelled, Labels, label_elements
from publisher.publication.notes import Calls, number_notes
from publisher.publication.parts import settle_block
from publisher.publication.settled import Note
from publisher.span import Span
from publisher.terms import Terms

DEEPEST = 60
"""Nodes in each other: every stage after this one calls itself a few times for each."""


class Unsettled(msgspec.Struct, frozen=True, kw_only=True):
    """A document, and what is known of its place in the publication.

    `prefix` starts the ids that are made up. `anchor` is the id of its headline, and `label` says
    how a text refers to it. `path` is its source below the publication's folder. `pictures` holds
    what is known of the images' files by their `src`; an image that is not there is set as its
    words.
    """

    document: Document
    prefix: str
    terms: Terms
    anchor: str | None = None
    label: Label | None = None
    path: str | None = None
    pictures: Mapping[str, Picture] = MappingProxyType({})


class Settled(msgspec.Struct, frozen=True):
    """A document that layouts can print, its notes in order, and what was found on the way."""

    document: Document
    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Work(msgspec.Struct, frozen=True):
    """All documents of a publication, settled, and how its elements are referred to."""

    documents: tuple[Settled, ...]
    labels: Labels


def settle(
    document: Document,
    *,
    prefix: str,
    terms: Terms,
    ids: Ids,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Settled:
    """`settle_all` for a publication of one document."""
    one = Unsettled(document=document, prefix=prefix, terms=terms, pictures=pictures)
    return settle_all([one], ids).documents[0]


def settle_all(parts: Sequence[Unsettled], ids: Ids, numbering: Numbering | None = None) -> Work:
    """The documents of `parts` with the nodes of `settled` in place of those to be looked up.

    Found are LAY005 to LAY010, LAY012, LAY020 and LAY021. Raises PublisherError: LAY011 for a
    document that is nested deeper than `DEEPEST`.
    """
    for part in parts:
        depth, place = deepest(part.document)
        if depth > DEEPEST:
            raise PublisherError(diagnose("LAY011", place, depth=depth, limit=DEEPEST))
    anchored = [anchor_blocks(part.document, part.prefix, ids) for part in parts]
    own = [_file(part, each) for part, each in zip(parts, anchored, strict=True)]
    files = Files(own)
    addresses = [Addresses(file, files) for file in own]
    labels = label_elements(
        [
            Labelled(each.document, where.targets, part.label.number if part.label else None)
            for part, each, where in zip(parts, anchored, addresses, strict=True)
        ],
        numbering or Numbering(),
    )
    labels |= {part.anchor: part.label for part in parts if part.anchor and part.label}
    documents = tuple(
        _settled(part, each, where, labels, ids)
        for part, each, where in zip(parts, anchored, addresses, strict=True)
    )
    return Work(documents, labels)


def _file(part: Unsettled, anchored: Anchored) -> File:
    meta, targets = part.document.meta, anchored.targets
    if part.anchor and meta.anchor:
        targets = {meta.anchor: part.anchor} | targets
    headings = heading_slugs(anchored.document, part.anchor)
    return File(part.path, part.anchor, targets, anchored.repeated, headings)


def _settled(
    part: Unsettled, anchored: Anchored, addresses: Addresses, labels: Labels, ids: Ids
) -> Settled:
    document = anchored.document
    calls = number_notes(document, part.prefix, ids)
    facts = Facts(
        prefix=part.prefix,
        terms=part.terms,
        foreign=part.terms.foreign_to(document.meta.language),
        addresses=addresses,
        labels=labels,
        calls=calls,
        pictures=part.pictures,
        plain_code=_is_mostly_code(document),
    )
    found: list[Diagnostic] = []
    walk = _Walk(facts, Inliner(facts, ids, found.append), found.append)
    document = walk.settled(document, None)
    found += _uncalled(calls, document)
    notes = tuple(
        Note(name, calls.numbers[name], anchor, document.notes[name], walk.inliner.calls_of(name))
        for name, anchor in calls.anchors.items()
    )
    return Settled(msgspec.structs.replace(document, notes={}), notes, tuple(found))


def _is_mostly_code(document: Document) -> bool:
    """Whether there is more code than is looked through for highlighting."""
    code = [node for node in nodes(document) if isinstance(node, CodeBlock)]
    if not code:
        return False
    from publisher.publication.highlight import MOST_IN_ALL  # Pygments, where there is code

    return sum(len(node.text) for node in code) > MOST_IN_ALL


def _uncalled(calls: Calls, document: Document) -> list[Diagnostic]:
    places = {name: document.notes[name] for name in calls.uncalled}
    return [
        diagnose("LAY008", blocks[0].span if blocks else None, note=name)
        for name, blocks in places.items()
    ]


class _Walk:
    def __init__(self, facts: Facts, inliner: Inliner, tell: Tell) -> None:
        self._facts = facts
        self._tell = tell
        self.inliner = inliner

    def settled(self, value: Any, place: Span | None) -> Any:
        """`value` with its runs settled, then its blocks, from the inmost out."""
        if isinstance(value, tuple):
            if value and is_inline(value[0].__class__):
                return self.inliner.run(value, place)
            return tuple(self.settled(item, place) for item in value)
        if isinstance(value, dict):
            return {key: self.settled(item, place) for key, item in value.items()}
        if not isinstance(value, msgspec.Struct) or isinstance(value, Span):
            return value
        place = getattr(value, "span", None) or place
        changes = {
            name: self.settled(inner, place)
            for name in holding(type(value))
            if (inner := getattr(value, name))
        }
        value = msgspec.structs.replace(value, **changes) if changes else value
        if is_block(value.__class__):
            return settle_block(value, self._facts, self._tell, place)
        return value
