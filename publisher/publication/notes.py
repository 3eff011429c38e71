"""The numbers of notes: by their first call in reading order, those of notes in notes last."""

import msgspec

from publisher.document.document import Document
from publisher.document.ids import Ids
from publisher.document.nodes import NoteRef
from publisher.publication.anchors import nodes

LONGEST_AT_FOOT = 900
"""Characters of a note on the page of its call: pages do not carry one over to the next."""


class Calls(msgspec.Struct, frozen=True):
    """Number and id of each note by its name, in order; the `uncalled` ones come last."""

    numbers: dict[str, int]
    anchors: dict[str, str]
    uncalled: tuple[str, ...]


def number_notes(document: Document, prefix: str, ids: Ids) -> Calls:
    """The notes of `document` in the order in which a reader meets them."""
    called: list[str] = []
    met: list[object] = [document.meta, document.blocks]
    for value in met:  # grows by each note that is called
        for node in nodes(value):
            if isinstance(node, NoteRef) and node.note not in called:
                called.append(node.note)
                met.append(document.notes.get(node.note, ()))
    called = [name for name in called if name in document.notes]
    uncalled = tuple(name for name in document.notes if name not in called)
    numbers = {name: number for number, name in enumerate((*called, *uncalled), start=1)}
    anchors = {name: ids.fresh(f"{prefix}-note-{number}") for name, number in numbers.items()}
    return Calls(numbers, anchors, uncalled)
