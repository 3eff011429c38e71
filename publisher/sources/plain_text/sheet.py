"""What the rules look at: a text's lines, the groups they stand in, its layout and its words."""

from collections.abc import Iterator, Mapping

import msgspec

from publisher.sources.plain_text.layout import Layout, measure
from publisher.sources.plain_text.lines import Line, groups
from publisher.sources.plain_text.markers import MARKER, QUOTED
from publisher.sources.plain_text.words import Words, words_for


class Sheet(msgspec.Struct, frozen=True):
    """The lines of a source, by index from 0.

    `groups` are the lines that stand together, `group_of` the number of each line's group; a
    blank line has none. `given` holds what the user said: a role and a last line by first line.
    """

    lines: tuple[Line, ...]
    groups: tuple[range, ...]
    group_of: dict[int, int]
    layout: Layout
    language: str
    words: Words
    given: Mapping[int, tuple[str, int]] = {}

    @property
    def last(self) -> int:
        """The last line with text."""
        return self.groups[-1].stop - 1

    def group(self, at: int) -> range:
        """The lines that stand together with line `at`, which is not blank."""
        return self.groups[self.group_of[at]]

    def group_after(self, at: int) -> range | None:
        """The group after that of line `at`."""
        number = self.group_of[at] + 1
        return self.groups[number] if number < len(self.groups) else None

    def next_filled(self, at: int) -> int | None:
        """The first line with text after line `at`, which has text too."""
        if at + 1 < self.group(at).stop:
            return at + 1
        following = self.group_after(at)
        return following.start if following else None


class Proposal(msgspec.Struct, frozen=True):
    """What a rule takes lines to be, from where it was asked up to `last`, and how sure it is.

    A confidence is the share of articles of this kind in which the rule is right, as far as it
    was measured.
    """

    role: str
    last: int
    rule: str
    confidence: float
    reason: str


def make_sheet(
    lines: tuple[Line, ...], language: str, given: Mapping[int, tuple[str, int]] = {}
) -> Sheet:
    """The sheet of `lines` in a language."""
    together = tuple(groups(lines))
    return Sheet(
        lines=lines,
        groups=together,
        group_of={at: number for number, group in enumerate(together) for at in group},
        layout=measure(_prose(lines, together)),
        language=language,
        words=words_for(language),
        given=given,
    )


def _prose(lines: tuple[Line, ...], together: tuple[range, ...]) -> list[tuple[Line, ...]]:
    """The groups that show how paragraphs are marked: not the head, no list, quote or table."""
    body = [
        lines[group.start : group.stop]
        for group in together[1:]
        if not all(_set_off(line) for line in lines[group.start : group.stop])
    ]
    if not body and together:
        body = [lines[together[0].start + 1 : together[0].stop]]
    return [tuple(_without_items(group)) for group in body]


def _without_items(group: tuple[Line, ...]) -> Iterator[Line]:
    """The lines of a group that belong to no list, quotation or table."""
    hanging: int | None = None
    for line in group:
        if _set_off(line):
            hanging = line.indent
        elif hanging is None or line.indent <= hanging:
            hanging = None
            yield line


def _set_off(line: Line) -> bool:
    return line.gaps or MARKER.match(line.text) is not None or QUOTED.match(line.text) is not None
