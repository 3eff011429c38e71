"""Bidirectional controls that reorder more than they seem to (UAX #9, sections 2.1 to 2.4).

An override shows letters in another order than they stand in; an embedding or an isolate that is
not ended reorders the rest of its paragraph. Code is read too: that is where it deceives most.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from publisher.checks.source.finding import Finding, found_in
from publisher.checks.source.passages import Passage, Subject

_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
_POP_EMBEDDING = "\u202c"
_ENDS = {_POP_EMBEDDING: "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
"""What each control that ends something can end."""


_DEEPEST = 125
"""How far controls nest (UAX #9, BD2)."""


def bidirectional_controls(subject: Subject) -> Iterator[Finding]:
    """LNT008 for each override, LNT009 for what is not ended, LNT010 for an end of nothing."""
    for passage in subject.passages:
        lines = passage.whole.split("\n") if _CONTROL.search(passage.whole) else []
        start = 0
        for line in lines:
            yield from _in_line(subject, passage, line, start)
            start += len(line) + 1


def _in_line(subject: Subject, passage: Passage, line: str, start: int) -> Iterator[Finding]:
    opened: list[tuple[int, str]] = []
    for found in _CONTROL.finditer(line):
        at, control = start + found.start(), found[0]
        if control in _OVERRIDES:
            yield _told(subject, passage, at, "LNT008")
        if control not in _ENDS:
            opened.append((at, control))
            continue
        ended = _ended_by(control, opened)
        if ended is None:
            yield _told(subject, passage, at, "LNT010", after="")
            continue
        for inner, _ in opened[ended + 1 :]:
            yield _told(subject, passage, inner, "LNT009")
        del opened[ended:]
    for at, _ in opened:
        yield _told(subject, passage, at, "LNT009")


def _ended_by(control: str, opened: Sequence[tuple[int, str]]) -> int | None:
    """Which of what is open `control` ends: an isolate's end also ends embeddings inside it."""
    for at in reversed(range(max(0, len(opened) - _DEEPEST), len(opened))):
        if opened[at][1] in _ENDS[control]:
            return at
        if control == _POP_EMBEDDING:
            return None  # an embedding's end does not reach out of an isolate
    return None


def _told(
    subject: Subject, passage: Passage, at: int, code: str, after: str | None = None
) -> Finding:
    character = passage.whole[at]
    name = f"U+{ord(character):04X} {unicodedata.name(character)}"
    return found_in(subject, passage, at, at + 1, code, after=after, character=name)
