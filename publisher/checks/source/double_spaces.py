"""Two spaces and more inside a line.

Read from the source, not from the document: a reader of plain text has made one of them already.
"""

import re
from collections.abc import Iterator

from publisher.checks.source.finding import Finding, Fix
from publisher.checks.source.passages import Subject
from publisher.diagnostics import diagnose

_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_SET_IN_COLUMNS = frozenset(("table", "code", "verse"))


def double_spaces(subject: Subject) -> Iterator[Finding]:
    """LNT004 for each run of spaces; the fix leaves one of them."""
    source_map = subject.reading.source_map
    seen = 0
    for passage in subject.prose:
        for piece in passage.pieces if passage.kind not in _SET_IN_COLUMNS else ():
            if piece.span is None:
                continue
            start, end = subject.offsets(source_map.within(piece.span, 0, len(piece.text)))
            for found in _SPACES.finditer(source_map.raw, max(start, seen), end):
                place = source_map.raw_span(*found.span())
                diagnostic = diagnose("LNT004", place, count=len(found[0]))
                yield Finding(diagnostic, Fix(*found.span(), " ", "LNT004"))
            seen = max(seen, end)
