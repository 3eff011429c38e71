"""From a document to one whose numbers, notes, references, links and formulas are settled.

Every backend prints what stands here as it is, so that two outputs cannot differ in it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

import msgspec

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.nodes import Block, Document, Inline
from publisher.pictures import Picture
from publisher.publication.anchors import Ids, anchor_blocks, deepest
from publisher.publication.inlines import Facts, Inliner, Tell
from publisher.publication.labels import label_elements
from publisher.publication.listings import with_listings
from publisher.publication.notes import number_notes
from publisher.publication.parts import settle_block
from publisher.publication.settled import Note
from publisher.span import Span
from publisher.terms import Terms

DEEPEST = 60
"""Nodes in each other: every stage after this one calls itself a few times for each."""

_BLOCK_TYPES = get_args(Block)
_INLINE_TYPES = get_args(Inline)


class Settled(msgspec.Struct, frozen=True):
    """A document that layouts can print, its notes in order, and what was found on the way."""

    document: Document
    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def settle(
    document: Document,
    *,
    prefix: str,
    terms: Terms,
    ids: Ids,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Settled:
    """`document` with the nodes of `settled` in place of those that have to be looked up.

    `prefix` starts the ids that are made up. `pictures` holds what is known of the images' files
    by their `src`; an image that is not there is set as its words. Found are LAY005 to LAY010,
    LAY012, LAY020 and LAY021. Raises PublisherError: LAY011 for a document that is nested deeper
    than `DEEPEST`.
    """
    depth, place = deepest(document)
    if depth > DEEPEST:
        raise PublisherError(diagnose("LAY011", place, depth=depth, limit=DEEPEST))
    anchored = anchor_blocks(document, prefix, ids)
    document = anchored.document
    calls = number_notes(document, prefix, ids)
    facts = Facts(
        prefix=prefix,
        terms=terms,
        foreign=terms.foreign_to(document.meta.language),
        targets=anchored.targets,
        repeated=anchored.repeated,
        labels=label_elements(document, anchored.targets),
        calls=calls,
        pictures=pictures,
    )
    facts = with_listings(facts, document)
    found: list[Diagnostic] = []
    walk = _Walk(facts, Inliner(facts, ids, found.append), found.append)
    document = walk.settled(document, None)
    for name in calls.uncalled:
        blocks = document.notes[name]
        found.append(diagnose("LAY008", blocks[0].span if blocks else None, note=name))
    notes = tuple(
        Note(name, calls.numbers[name], anchor, document.notes[name], walk.inliner.calls_of(name))
        for name, anchor in calls.anchors.items()
    )
    return Settled(msgspec.structs.replace(document, notes={}), notes, tuple(found))


class _Walk:
    def __init__(self, facts: Facts, inliner: Inliner, tell: Tell) -> None:
        self._facts = facts
        self._tell = tell
        self.inliner = inliner

    def settled(self, value: Any, place: Span | None) -> Any:
        """`value` with its runs settled, then its blocks, from the inmost out."""
        if isinstance(value, tuple):
            if value and isinstance(value[0], _INLINE_TYPES):
                return self.inliner.run(value, place)
            return tuple(self.settled(item, place) for item in value)
        if isinstance(value, dict):
            return {key: self.settled(item, place) for key, item in value.items()}
        if not isinstance(value, msgspec.Struct) or isinstance(value, Span):
            return value
        place = getattr(value, "span", None) or place
        changes = {
            name: self.settled(inner, place)
            for name in value.__struct_fields__
            if (inner := getattr(value, name)) and isinstance(inner, tuple | dict | msgspec.Struct)
        }
        value = msgspec.structs.replace(value, **changes) if changes else value
        if isinstance(value, _BLOCK_TYPES):
            return settle_block(value, self._facts, self._tell, place)
        return value
