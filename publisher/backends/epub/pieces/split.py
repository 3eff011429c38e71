"""One part as several, each of which fits a file."""

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from publisher.backends.epub.pieces.cut import Run, cut, units_of
from publisher.backends.epub.pieces.weigh import runs, weight
from publisher.backends.epub.share import holdings
from publisher.publication import Part, Publication
from publisher.publication.anchors import nodes
from publisher.publication.settled import Note, NoteCall

_FILLED = 0.9
"""How much of a file's limit is used: weights only go near to what is written."""
_HEAD = 700
"""Bytes that every file has around its text."""


def split_part(part: Part, publication: Publication, size: int, limit: int) -> tuple[Part, ...]:
    """`part`, which is written in `size` bytes, in pieces of at most about `limit`.

    The first keeps its name; the others have none yet. It alone is returned where nothing in it
    may be cut.
    """
    shared = holdings(part, publication)
    if shared is not None:
        return tuple(_shares(part, shared, size, limit))
    if not part.document.blocks:
        return (part,)
    together = publication.notes == "chapter"
    notes = part.notes if publication.notes != "book" else ()
    room = _room(size, limit, weight((part.document.blocks, notes)))
    contents = (*part.document.blocks, *(notes if together else ()))
    at_foot = {} if together else {note.id: note for note in notes}
    found = cut(units_of(contents, room, at_foot), room)
    pieces = [_piece(part, run) for run in found]
    if not together:
        pieces = list(_with_notes(pieces, part.notes, stay=publication.notes == "book"))
    return tuple(_ends(pieces, part))


def _room(size: int, limit: int, weighed: float) -> float:
    """The weight of what fits a file, where what has `weighed` so much is written in `size`."""
    return max(limit * _FILLED - _HEAD, 1) * weighed / max(size - _HEAD, 1)


def _shares(part: Part, held: Sequence[object], size: int, limit: int) -> Iterator[Part]:
    first, last = part.share or (0, len(held))
    weights = [weight(each) for each in held[first:last]]
    room = _room(size, limit, sum(weights))
    at = first
    for run in runs(weights, weights, room):
        share = at, at + len(run)
        yield msgspec.structs.replace(part, share=share, continues=part.continues or at > first)
        at += len(run)


def _piece(part: Part, run: Run) -> Part:
    blocks = tuple(unit.content for unit in run if not isinstance(unit.content, Note))
    notes = tuple(unit.content for unit in run if isinstance(unit.content, Note))
    document = msgspec.structs.replace(part.document, blocks=blocks)
    return msgspec.structs.replace(part, document=document, notes=notes)


def _with_notes(pieces: Sequence[Part], notes: Sequence[Note], *, stay: bool) -> Iterator[Part]:
    """The pieces with the notes that they call; all on the first where they `stay` in one place.

    The first has those of the headline, the last what nothing calls.
    """
    left = {note.id: note for note in notes}
    for number, piece in enumerate(pieces, start=1):
        own = set(left) if stay or number == len(pieces) else _called(piece, left)
        kept = tuple(note for note in notes if note.id in own and note.id in left)
        left = {name: note for name, note in left.items() if name not in own}
        yield msgspec.structs.replace(piece, notes=kept)


def _called(piece: Part, notes: dict[str, Note]) -> set[str]:
    """The ids of the notes that a piece calls, and of those that these call in turn."""
    found: set[str] = set()
    meta = () if piece.continues else (piece.document.meta,)
    waiting: list[object] = [piece.document.blocks, *meta]
    for value in waiting:  # grows by each note that is called
        for node in nodes(value):
            name = node.href[1:] if isinstance(node, NoteCall) else ""
            if name in notes and name not in found:
                found.add(name)
                waiting.append(notes[name].blocks)
    return found


def _ends(pieces: Sequence[Part], whole: Part) -> Iterator[Part]:
    """The pieces, what stands at the foot of a part in the last alone."""
    if len(pieces) == 1:
        yield whole
        return
    for number, piece in enumerate(pieces, start=1):
        document = piece.document
        if number < len(pieces):
            meta = msgspec.structs.replace(document.meta, rights=None, source=None)
            document = msgspec.structs.replace(document, meta=meta)
        yield msgspec.structs.replace(
            piece, document=document, continues=whole.continues or number > 1
        )


def with_names(parts: Sequence[tuple[Part, ...]]) -> Iterator[Part]:
    """All pieces in order, those after the first of a part named after it: "chapter-2-2"."""
    taken = {pieces[0].name for pieces in parts}
    for pieces in parts:
        yield pieces[0]
        numbers = itertools.count(2)
        for piece in pieces[1:]:
            name = next(
                free for number in numbers if (free := f"{piece.name}-{number}") not in taken
            )
            taken.add(name)
            yield msgspec.structs.replace(piece, name=name)
