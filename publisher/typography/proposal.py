"""What a typographic rule says of a run of text."""

from collections.abc import Callable, Iterator

import msgspec

from publisher.typography.table import Table


class Proposal(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the run should read `after`; None: only report it.

    `code` is the diagnostic that reports it. A proposal without one is fine setting, not a
    correction: it changes which space stands between words, never a mark.
    """

    start: int
    end: int
    after: str | None
    rule: str
    code: str | None = None
    facts: dict[str, object] = {}


Rule = Callable[[str, Table], Iterator[Proposal]]
"""A rule reads a run in which what must not be touched is replaced by U+FFFC."""
