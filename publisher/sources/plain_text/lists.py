"""Lists: lines that begin with a bullet, a number or a letter, and what belongs to them."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

import msgspec

from publisher.sources.plain_text.layout import breaks_at
from publisher.sources.plain_text.markers import MARKER
from publisher.sources.plain_text.sheet import Proposal, Sheet

_SPEAKERS = {
    "—": frozenset("be bg cs el es fr hu it pl pt ro ru sk sr tr uk".split()),
    "–": frozenset("cs fi fr hu pl ro ru sk sr sv uk".split()),
}
"""Dashes that open speech, and so make no list of sentences, in which languages."""

_SPOKEN = 8
"""Items that are looked at to tell speech from a list."""

_INTRODUCES = re.compile(r"[:：]$")


class Item(msgspec.Struct, frozen=True):
    """The lines of one item, its marker's length in characters of its first, and its depth."""

    lines: range
    marker: str
    kind: str
    number: int
    indent: int


def list_(sheet: Sheet, at: int) -> Proposal | None:
    """Lines with the same kind of marker, one below the other, are a list."""
    if not MARKER.match(sheet.lines[at].text):
        return None
    few = list(islice(items(sheet, at), _SPOKEN))
    first = few[0]
    if _speech(sheet, at, few):
        reason = "dashes at the start of lines that may be speech"
        return Proposal("list", first.lines.stop - 1, "dashes", 0.5, reason)
    if len(few) == 1:
        return _single(sheet, at, first)
    (last,) = deque(items(sheet, at), maxlen=1)
    confidence = 0.96 if len(few) > 2 else 0.92
    reason = f"{first.kind}s at the start of lines"
    return Proposal("list", last.lines.stop - 1, f"{first.kind}s", confidence, reason)


def _single(sheet: Sheet, at: int, item: Item) -> Proposal:
    """One line with a marker: a list if a colon announces it, or its bullet can be nothing else."""
    if _INTRODUCES.search(_above(sheet, at)):
        confidence = 0.75
    else:
        confidence = 0.72 if item.kind == "bullet" and item.marker not in "-–—*+" else 0.4
    reason = "one line with a marker"
    return Proposal("list", item.lines.stop - 1, f"{item.kind}-alone", confidence, reason)


def opens_list(sheet: Sheet, at: int) -> bool:
    """Whether a list begins at line `at`, in the middle of other lines."""
    proposed = list_(sheet, at)
    return proposed is not None and proposed.confidence > 0.7


def items(sheet: Sheet, at: int) -> Iterator[Item]:
    """The items of the list that begins at line `at`, over blank lines between them too."""
    previous: Item | None = None
    depths: dict[int, Item] = {}
    position: int | None = at
    while position is not None:
        item = _item(sheet, position)
        if item is None or (previous and not _belongs(sheet, previous, depths, item)):
            return
        depths = {indent: known for indent, known in depths.items() if indent < item.indent}
        depths[item.indent] = previous = item
        yield item
        position = sheet.next_filled(item.lines.stop - 1)
        if position in sheet.given:
            return


def items_in(sheet: Sheet, lines: range) -> Iterator[Item]:
    """The items of the list on `lines`; a line that is said to be an item needs no marker."""
    at = lines.start
    while at < lines.stop:
        for item in items(sheet, at):
            yield item
            at = item.lines.stop
        while at < lines.stop and not MARKER.match(sheet.lines[at].text):
            line = sheet.lines[at]
            if not line.blank:
                yield Item(range(at, at + 1), "", "bullet", 1, line.indent)
            at += 1


def _item(sheet: Sheet, at: int) -> Item | None:
    line = sheet.lines[at]
    marker = MARKER.match(line.text)
    if not marker:
        return None
    number = int(marker["number"] or 0) or ord(marker["letter"] or "`") - ord("`")
    return Item(
        lines=range(at, _item_end(sheet, at) + 1),
        marker=marker[0].strip(),
        kind=str(marker.lastgroup),
        number=number,
        indent=line.indent,
    )


def _belongs(sheet: Sheet, previous: Item, depths: dict[int, Item], item: Item) -> bool:
    """Whether an item goes on with the list: at a depth that is open, or one deeper."""
    level = depths.get(item.indent)
    if level is None:
        apart = sheet.group_of[item.lines.start] != sheet.group_of[previous.lines.start]
        return item.indent > previous.indent and not apart
    if item.kind == "bullet":
        return level.marker == item.marker
    return level.kind == item.kind and item.number == level.number + 1


def _item_end(sheet: Sheet, at: int) -> int:
    """The last line of the item that begins at line `at`: it hangs, or was broken at the width."""
    first = sheet.lines[at]
    stop = sheet.group(at).stop
    while at + 1 < stop:
        line = sheet.lines[at + 1]
        if MARKER.match(line.text) or at + 1 in sheet.given:
            break
        width = sheet.layout.width
        above = sheet.lines[at]
        opens = sheet.layout.indented and above.ends_sentence and line.indent > above.indent
        hangs = line.indent > first.indent and not opens
        broken = width and breaks_at(width, above, line) and not above.ends_sentence
        if not hangs and not broken:
            break
        at += 1
    return at


def _speech(sheet: Sheet, at: int, found: list[Item]) -> bool:
    """Whether lines that open with a dash are what people say, and no list."""
    speakers = _SPEAKERS.get(found[0].marker, frozenset())
    if sheet.language.split("-")[0] not in speakers:
        return False
    if len(found) > 2 and _INTRODUCES.search(_above(sheet, at)):
        return False
    spoken = sum(sheet.lines[item.lines.stop - 1].ends_sentence for item in found)
    return spoken > 0.6 * len(found)


def _above(sheet: Sheet, at: int) -> str:
    return next((sheet.lines[up].text for up in range(at - 1, -1, -1) if sheet.lines[up].text), "")
