"""The contents of two files: navigation document, NCX or bookmarks."""

from collections.abc import Iterator

from publisher.checks.parity.align import Effort, align, gaps
from publisher.checks.parity.content import Content, Entry
from publisher.checks.parity.normal import key
from publisher.checks.parity.saying import quoted
from publisher.diagnostics import Diagnostic, diagnose


def tell_contents(one: Content, other: Content) -> Iterator[Diagnostic]:
    """PAR019 for each entry that one file alone has at this place and depth."""
    mine, theirs = _keys(one.contents), _keys(other.contents)
    for gap in gaps(align(mine, theirs, Effort()), len(mine), len(theirs)):
        for content, entries in (
            (one, one.contents[gap.first : gap.last]),
            (other, other.contents[gap.start : gap.end]),
        ):
            for entry in entries:
                yield diagnose(
                    "PAR019",
                    entry.place.span,
                    words=f"{quoted(entry.words)} at depth {entry.depth}",
                    file=content.name,
                )


def _keys(entries: tuple[Entry, ...]) -> list[str]:
    """Words and depths, counted from the first entry's."""
    top = min((entry.depth for entry in entries), default=1)
    return [f"{entry.depth - top} {key(entry.words)}" for entry in entries]
