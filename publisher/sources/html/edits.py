"""Where a document's words differ from the markup they were read from, for places inside them.

Character references and white space that was collapsed are markup, and not reported; but a finding
on the tenth character of a passage has to point at it.
"""

import re
from collections.abc import Iterator
from html import unescape

from publisher.document.document import Document
from publisher.document.nodes import Text
from publisher.document.text import leaves, runs
from publisher.sources.html.parse import REFERENCE
from publisher.sources.html.white_space import WHITE
from publisher.sources.source_map import LINE_END, Edit
from publisher.span import Span

_SPACES = re.compile(f"[{WHITE}]+")
_TAG = re.compile(r"<[^>]*>")


def edits(raw: str, document: Document) -> tuple[Edit, ...]:
    """The edits that lead from the markup to the document's words, in order."""
    starts = [0, *(found.end() for found in LINE_END.finditer(raw))]
    found = {
        edit.start: edit
        for run in runs(document)
        for leaf in leaves(run)
        if isinstance(leaf, Text) and leaf.span
        for edit in _aligned(raw, leaf.text, *_offsets(leaf.span, starts))
    }
    kept: list[Edit] = []
    for edit in sorted(found.values(), key=lambda one: one.start):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def _offsets(span: Span, starts: list[int]) -> tuple[int, int]:
    start = starts[span.line - 1] + span.column - 1
    return start, starts[span.end_line - 1] + span.end_column - 1


def _aligned(raw: str, text: str, start: int, end: int) -> Iterator[Edit]:
    """What was changed between `raw[start:end]` and `text`, as far as the two can be compared."""
    if raw[start:end] == text:
        return
    at, done = start, 0
    while at < end:
        stretch, after = _stretch(raw, at, end, text[done : done + 1])
        if stretch < 0 or not text.startswith(after, done):
            return
        if raw[at:stretch] != after:
            yield Edit(at, stretch, after, "markup")
        at, done = stretch, done + len(after)


def _stretch(raw: str, at: int, end: int, following: str) -> tuple[int, str]:
    """Where what stands at `at` ends, and what it comes to; -1 where that cannot be told."""
    if raw[at] == "&" and (found := REFERENCE.match(raw, at, end)):
        written = unescape(found[0])
        return (found.end(), written) if written != found[0] else (at + 1, "&")
    if raw[at] in WHITE and (found := _SPACES.match(raw, at, end)):
        return found.end(), " " if following == " " else ""
    if raw[at] == "<" and following != "<":
        found = _TAG.match(raw, at, end)
        return (found.end(), "") if found else (-1, "")
    return at + 1, raw[at]
