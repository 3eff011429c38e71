"""The blocks and notes of a part in runs that fit a file: cut at headings, the highest first."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import msgspec

from publisher.backends.epub.pieces.divide import divided
from publisher.backends.epub.pieces.weigh import runs, weight
from publisher.document.nodes import Block, Heading
from publisher.publication.anchors import nodes
from publisher.publication.settled import Note, NoteCall


class Unit(msgspec.Struct, frozen=True):
    """A block, or a note at the end of a part, that a file holds whole."""

    content: Block | Note
    weight: float

    @property
    def level(self) -> int | None:
        """The level of a heading."""
        return self.content.level if isinstance(self.content, Heading) else None


Run: TypeAlias = list[Unit]


def units_of(contents: Sequence[Block | Note], room: float, notes: Mapping[str, Note]) -> Run:
    """The contents as units, blocks that are heavier than `room` divided where they may be.

    A block brings the weight of those of `notes`, by their ids, that it calls.
    """
    return [
        Unit(piece, weight(piece) + _of_notes(piece, notes))
        for each in contents
        for piece in ((each,) if isinstance(each, Note) else divided(each, room))
    ]


def _of_notes(piece: Block | Note, notes: Mapping[str, Note]) -> int:
    calls = (node for node in nodes(piece) if isinstance(node, NoteCall)) if notes else ()
    return sum(weight(notes[call.href[1:]]) for call in calls if call.href[1:] in notes)


def cut(units: Run, room: float) -> list[Run]:
    """The units in order, in runs that weigh at most `room` where headings or blocks allow it.

    A run begins with a heading of the highest level that there is; sections that are short stand
    together in one. Where a section without headings is too long, it is cut between its blocks.
    """
    if sum(unit.weight for unit in units) <= room:
        return [units]
    level = min((unit.level for unit in units[1:] if unit.level), default=None)
    if level is None:
        return _between_blocks(units, room)
    found: list[Run] = []
    whole = False  # whether the last run is of whole sections
    for section in _sections(units, level):
        pieces = cut(section, room)
        fits = len(pieces) == 1
        together = found and whole and fits and _weight(found[-1]) + _weight(section) <= room
        if together:
            found[-1] += section
        else:
            found += pieces
        whole = fits
    return found


def _weight(units: Run) -> float:
    return sum(unit.weight for unit in units)


def _sections(units: Run, level: int) -> list[Run]:
    sections: list[Run] = [[]]
    for unit in units:
        if unit.level == level and sections[-1]:
            sections.append([])
        sections[-1].append(unit)
    return sections


def _between_blocks(units: Run, room: float) -> list[Run]:
    """A heading stays with the block after it."""
    bound: list[Run] = []
    for unit in units:
        if bound and bound[-1][-1].level:
            bound[-1].append(unit)
        else:
            bound.append([unit])
    found = runs(bound, [_weight(each) for each in bound], room)
    return [[unit for each in run for unit in each] for run in found]
