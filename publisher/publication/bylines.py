"""The bylines of a part as lines that are set, each with all whom it names."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.document.document import Byline


class BylineLine(msgspec.Struct, frozen=True):
    """A line of credits, and the names of those that it is of, as far as they are known."""

    byline: Byline
    names: tuple[str, ...]


def byline_lines(bylines: Sequence[Byline]) -> Iterator[BylineLine]:
    """A line for each byline with words; one without any is named in the line before it."""
    at = 0
    while at < len(bylines):
        first = bylines[at]
        end = at + 1
        while end < len(bylines) and not bylines[end].text:
            end += 1
        names = tuple(each.name for each in bylines[at:end] if each.name)
        if first.text:
            yield BylineLine(first, names)
        at = end
