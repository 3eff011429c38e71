"""Briefs gathered: those that follow each other share their columns, as on a page of news."""

import itertools
from collections.abc import Sequence

import msgspec

from publisher.publication import Part

Laid = tuple[Part, str]
"""A part whose headline is in lines, and the class of that headline's size."""


class Gathered(msgspec.Struct, frozen=True):
    """Parts in order: `briefs` of one `section`, or a single part of another layout."""

    parts: tuple[Laid, ...]
    briefs: bool = False
    section: str | None = None


def gather_briefs(parts: Sequence[Laid]) -> tuple[Gathered, ...]:
    """`parts` in their order, the briefs of one section that follow each other in one group."""
    groups: list[Gathered] = []
    for (brief, section), run in itertools.groupby(parts, key=_kind):
        if brief:
            groups.append(Gathered(tuple(run), briefs=True, section=section))
        else:
            groups += [Gathered((each,)) for each in run]
    return tuple(groups)


def _kind(laid: Laid) -> tuple[bool, str | None]:
    part, _ = laid
    return part.layout == "brief", part.section
