"""Which blocks of two files belong together, for what leads from one block to another."""

from collections.abc import Mapping
from typing import NamedTuple

from publisher.checks.parity.content import Link

Counterparts = Mapping[int, tuple[int, ...]]
"""The blocks of the other file that belong to a block of the first."""

NEAR = 2
"""Blocks by which a link in a PDF may seem to lead too far: it leads to a height on a page."""


class Ties(NamedTuple):
    """The counterparts of the first file's blocks, and those of the second's."""

    there: Counterparts
    back: Counterparts


def tied(link: Link, counterparts: Counterparts) -> tuple[int, ...]:
    """The blocks of the other file that belong to the one that a link leads to."""
    return counterparts.get(link.target, ()) if link.target is not None else ()
