"""The safe fixes of a source, made: from the file's bytes to the bytes it should have.

A fix is made only where it can be shown to change nothing else. The bytes must be the text in an
encoding, and so back again; read anew, the fixed text must have the same structure, languages and
roles of lines. What one fix brings to light is fixed too, until nothing is left: so fixing twice
changes nothing more. No fix adds or takes away a line.
"""

import codecs
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

import msgspec

from publisher.assets import Source
from publisher.checks.source.catalogue import check_reading
from publisher.checks.source.finding import Fix
from publisher.checks.source.walk import nodes
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Heading, Text
from publisher.sources import Reading
from publisher.sources.source_map import LINE_END

Read = Callable[[Source], Reading]

_MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE,
          codecs.BOM_UTF32_BE)  # fmt: skip
_MOST_READINGS, _MOST_CHARACTERS = 100, 20_000_000
"""How often a source is read to find which fixes are safe; what is not tried then is not made."""


class ChangedLine(msgspec.Struct, frozen=True):
    """A line of the source, from 1, as it was and as it is now, and the codes of the fixes."""

    line: int
    before: str
    after: str
    codes: tuple[str, ...]


class Fixed(msgspec.Struct, frozen=True):
    """A source's text and bytes after its fixes, and the lines that they changed."""

    before: str
    after: str
    data: bytes
    lines: tuple[ChangedLine, ...]


def fix_source(
    source: Source, reading: Reading, read: Read, disabled: Collection[str] = ()
) -> Fixed | None:
    """`source`, which `reading` was read from, with the fixes of the checks not `disabled`.

    None where there is nothing to fix, or where the format is not text.
    """
    coding = _coding(source, reading)
    if coding is None:
        return None
    fixer = _Fixer(source, coding, read)
    codes: dict[int, set[str]] = defaultdict(set)
    while fixes := fixer.safe(reading, _wanted(reading, disabled, coding.encoding)):
        for fix in fixes:
            codes[reading.source_map.position(fix.start)[0]].add(fix.code)
        reading = fixer.read(_applied(reading.source_map.raw, fixes))
    before, after = coding.text, reading.source_map.raw
    if before == after:
        return None
    return Fixed(before, after, coding.encoded(after), _changed(before, after, codes))


class _Coding(msgspec.Struct, frozen=True):
    """How the text of a source becomes its bytes: a byte order mark or none, an encoding."""

    text: str
    mark: bytes
    encoding: str

    def encoded(self, text: str) -> bytes:
        return self.mark + text.encode(self.encoding)


def _coding(source: Source, reading: Reading) -> _Coding | None:
    """How the source is encoded, if encoding its text gives its very bytes; else None."""
    encoding = reading.encoding.value
    text = reading.source_map.raw
    try:
        body = text.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return None
    mark = next((mark for mark in _MARKS if source.data == mark + body), None)
    return None if mark is None else _Coding(text, mark, encoding)


def _wanted(reading: Reading, disabled: Collection[str], encoding: str) -> list[Fix]:
    """Fixes that can be written in `encoding` and do not overlap.

    Of two that do, the one that starts first, then the shorter; the other is found again in the
    next round, if it still holds.
    """
    chosen: list[Fix] = []
    found = (finding.fix for finding in check_reading(reading, disabled))
    for fix in sorted(fix for fix in found if fix and _can_write(fix.after, encoding)):
        if not chosen or fix.start >= chosen[-1].end:
            chosen.append(fix)
    return chosen


def _can_write(text: str, encoding: str) -> bool:
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeError:
        return False


def _applied(text: str, fixes: Sequence[Fix]) -> str:
    pieces: list[str] = []
    position = 0
    for fix in fixes:
        pieces += (text[position : fix.start], fix.after)
        position = fix.end
    return "".join((*pieces, text[position:]))


class _Fixer:
    """Tries fixes out on one source, within a number of readings."""

    def __init__(self, source: Source, coding: _Coding, read: Read) -> None:
        self._source = source
        self._coding = coding
        self._read = read
        affordable = _MOST_CHARACTERS // (len(coding.text) or 1)
        self._left = max(2, min(_MOST_READINGS, affordable))

    def read(self, text: str) -> Reading:
        """The reading of the source, had it this text."""
        return self._read(msgspec.structs.replace(self._source, data=self._coding.encoded(text)))

    def safe(self, reading: Reading, fixes: list[Fix]) -> list[Fix]:
        """Those of `fixes` that together change nothing but the words: unsafe ones by halving."""
        if not fixes or self._keeps_all_else(reading, fixes):
            return fixes
        if len(fixes) == 1:
            return []
        middle = len(fixes) // 2
        first = self.safe(reading, fixes[:middle])
        second = self.safe(reading, fixes[middle:])
        if not first or not second or self._keeps_all_else(reading, [*first, *second]):
            return [*first, *second]
        return first

    def _keeps_all_else(self, reading: Reading, fixes: list[Fix]) -> bool:
        if self._left == 0:
            return False
        self._left -= 1
        text = _applied(reading.source_map.raw, fixes)
        try:
            after = self.read(text)
        except PublisherError:  # nothing would be left of the text
            return False
        return after.source_map.raw == text and _structure(after) == _structure(reading)


def _structure(reading: Reading) -> tuple[object, ...]:
    """Everything that is known of a source but its words."""
    document = reading.document
    return (
        reading.encoding.value,
        document.meta.language,
        [(role.first, role.last, role.role) for role in reading.lines],
        [
            (type(node), node.id, node.level if isinstance(node, Heading) else None)
            for node in nodes((document.meta, document.blocks, document.notes))
            if not isinstance(node, Text)
        ],
    )


def _changed(before: str, after: str, codes: dict[int, set[str]]) -> tuple[ChangedLine, ...]:
    pairs = zip(LINE_END.split(before), LINE_END.split(after), strict=True)
    return tuple(
        ChangedLine(number, old, new, tuple(sorted(codes[number])))
        for number, (old, new) in enumerate(pairs, start=1)
        if old != new
    )
