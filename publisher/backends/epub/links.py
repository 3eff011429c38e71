"""References between the files of an EPUB: `#id` becomes `file.xhtml#id` where it leads out."""

from collections.abc import Mapping
from typing import Any

import msgspec

from publisher.backends.epub.share import entries_in, gathered_notes
from publisher.document.nodes import Link
from publisher.document.shape import holding
from publisher.publication import Part, Publication
from publisher.publication.anchors import nodes
from publisher.publication.settled import Note, NoteCall, PageReference
from publisher.span import Span


def file_of_each_anchor(publication: Publication) -> dict[str, str]:
    """The name of the part that has each id."""
    gathered = gathered_notes(publication)
    files: dict[str, str] = {}
    for part in publication.parts:
        if not part.continues:
            files |= {part.name: part.name, part.anchor: part.name}
        files |= {node.id: part.name for node in nodes(part.document) if node.id}
        for note in part.notes:
            at = gathered.get(note.id, part.name)
            files |= {node.id: at for node in nodes(note) if node.id}
            files[note.id] = at
        if part.role == "index":
            entries = entries_in(publication.index, part.share)
            files |= {f"index-entry-{number}": part.name for number in entries}
    return files


def pointed(part: Part, files: Mapping[str, str]) -> Part:
    """`part` with its references as they are written in its own file."""
    pointer = _Pointer(part.name, files)
    document = pointer.changed(part.document)
    notes = tuple(map(pointer.changed, part.notes))
    return msgspec.structs.replace(part, document=document, notes=notes)


def with_pointed_notes(publication: Publication, own: str, files: Mapping[str, str]) -> Publication:
    """`publication` with the references of all its notes as the part `own` has to write them."""
    pointer = _Pointer(own, files)
    parts = tuple(
        msgspec.structs.replace(part, notes=tuple(map(pointer.changed, part.notes)))
        for part in publication.parts
    )
    return msgspec.structs.replace(publication, parts=parts)


class _Pointer:
    def __init__(self, own: str, files: Mapping[str, str]) -> None:
        self._own = own
        self._files = files

    def changed(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self.changed, value))
        if not isinstance(value, msgspec.Struct) or isinstance(value, Span):
            return value
        changes = {
            name: self.changed(inner)
            for name in holding(type(value))
            if (inner := getattr(value, name))
        }
        if isinstance(value, Link | NoteCall | PageReference):
            changes["href"] = self._href(value.href)
        if isinstance(value, Note):
            changes["calls"] = tuple(map(self._href, value.calls))
        return msgspec.structs.replace(value, **changes) if changes else value

    def _href(self, href: str) -> str:
        file = self._files.get(href[1:], self._own) if href.startswith("#") else self._own
        return href if file == self._own else f"{file}.xhtml{href}"
