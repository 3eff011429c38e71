"""What a check says of a source."""

from collections.abc import Callable, Iterator

import msgspec

from publisher.checks.source.passages import Passage, Subject
from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.source_map import LINE_END


class Fix(msgspec.Struct, frozen=True, order=True):
    """Characters `start` to `end` of the source, counted from 0, should read `after`."""

    start: int
    end: int
    after: str
    code: str


class Finding(msgspec.Struct, frozen=True):
    """A diagnostic, and the fix that may be made without asking, where there is one."""

    diagnostic: Diagnostic
    fix: Fix | None = None


Check = Callable[[Subject], Iterator[Finding]]
"""A check reads a subject and says what is amiss in it; it changes nothing."""


def found_in(
    subject: Subject,
    passage: Passage,
    start: int,
    end: int,
    code: str,
    *,
    after: str | None = None,
    **facts: object,
) -> Finding:
    """The finding `code` on characters `start` to `end` of `passage`, with its fix.

    `after` is what should stand there, None where that is for people to say. The fix is left out
    where the source does not have these characters just so (an escape, a reference, a format
    that is not text), or where it would add or take away a line.
    """
    place = subject.place(passage, start, end)
    diagnostic = diagnose(code, place, **facts)
    if after is None or place is None:
        return Finding(diagnostic)
    first, last = subject.offsets(place)
    written = subject.reading.source_map.raw[first:last]
    if written != passage.whole[start:end] or LINE_END.search(written + after):
        return Finding(diagnostic)
    return Finding(diagnostic, Fix(first, last, after, code))
