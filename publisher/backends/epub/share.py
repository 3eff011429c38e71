"""What of an index, or of the notes of a book, stands in one of several files.

Both are made of what the whole publication holds; a share counts the entries of the index, or the
notes of all parts in order, from 0.
"""

from collections.abc import Iterator

import msgspec

from publisher.index import Entry, Group, Index
from publisher.publication import Part, Publication


def holdings(part: Part, publication: Publication) -> list[object] | None:
    """What is shared out where `part` is an index or holds the notes of a book, else None."""
    if part.role == "index":
        return [entry for group in publication.index.groups for entry in group.entries]
    if part.role == "notes" and publication.notes == "book":
        return [note for each in publication.parts for note in each.notes]
    return None


def share_of(publication: Publication, part: Part) -> Publication:
    """`publication` with only that of its index, or its notes, that stands in `part`."""
    if part.share is None:
        return publication
    if part.role == "index":
        return msgspec.structs.replace(publication, index=_of_index(publication.index, part.share))
    return msgspec.structs.replace(publication, parts=tuple(_of_notes(publication, part.share)))


def _of_index(index: Index, share: tuple[int, int]) -> Index:
    """A group that goes on has no letter."""
    groups: list[Group] = []
    at = 0
    for group in index.groups:
        first, last = max(share[0] - at, 0), max(share[1] - at, 0)
        if entries := group.entries[first:last]:
            groups.append(Group("" if first else group.letter, entries))
        at += len(group.entries)
    return Index(tuple(groups))


def _of_notes(publication: Publication, share: tuple[int, int]) -> Iterator[Part]:
    at = 0
    for part in publication.parts:
        first, last = max(share[0] - at, 0), max(share[1] - at, 0)
        yield msgspec.structs.replace(part, notes=part.notes[first:last])
        at += len(part.notes)


def gathered_notes(publication: Publication) -> dict[str, str]:
    """From each note that stands with those of all other parts to the part that it stands in."""
    if publication.notes != "book":
        return {}
    notes = [note.id for part in publication.parts for note in part.notes]
    places = [part for part in publication.parts if part.role == "notes"]
    return {
        name: part.name
        for part in places
        for name in (notes[slice(*part.share)] if part.share else notes)
    }


def entries_in(index: Index, share: tuple[int, int] | None) -> Iterator[int]:
    """The numbers of the entries in a share, of those below them also."""
    own = _of_index(index, share) if share else index
    waiting: list[Entry] = [entry for group in own.groups for entry in group.entries]
    while waiting:
        entry = waiting.pop()
        waiting += entry.children
        yield entry.number
