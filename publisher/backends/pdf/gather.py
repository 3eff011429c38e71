"""Parts gathered that share a page: briefs their columns, smaller advertisements their rows."""

import itertools
from collections.abc import Sequence
from typing import Literal

import msgspec

from publisher.publication import Part

Laid = tuple[Part, str]
"""A part whose headline is in lines, and the class of that headline's size."""

Sharing = Literal["briefs", "advertisements", "none"]


class Gathered(msgspec.Struct, frozen=True):
    """Parts in order: briefs of one `section`, advertisements, or a single part of another kind."""

    parts: tuple[Laid, ...]
    sharing: Sharing = "none"
    section: str | None = None


def gather(parts: Sequence[Laid]) -> tuple[Gathered, ...]:
    """`parts` in their order, those in one group that follow each other and share what they take.

    Briefs do within their section; advertisements of a half or a quarter of a page, where they run
    on.
    """
    groups: list[Gathered] = []
    for (sharing, section), run in itertools.groupby(parts, key=_kind):
        if sharing == "none":
            groups += [Gathered((each,)) for each in run]
        else:
            groups.append(Gathered(tuple(run), sharing, section))
    return tuple(groups)


def _kind(laid: Laid) -> tuple[Sharing, str | None]:
    part, _ = laid
    if part.layout == "brief":
        return "briefs", part.section
    small = part.role == "advertisement" and part.space in ("half", "quarter")
    return ("advertisements" if small and part.start == "running-on" else "none"), None
