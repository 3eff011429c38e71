"""What is taken out of a plain text before its lines are read: every change is an edit.

Line ends are structure, not text, and are not edits.
"""

import re
from collections.abc import Iterator

from publisher.sources.source_map import Edit, SourceMap

_END = "\r\n\u2028\u2029"
_BLANK = rf"[^\S{_END}]"
_UNUSUAL = re.compile(
    # Characters that XML 1.0 forbids or discourages (section 2.2), and byte order marks.
    rf"(?P<control>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff])"
    # White space wider than one blank, or other than one, or at either end of a line.
    rf"|(?P<blanks>{_BLANK}{{2,}}|[\t\x0b\x0c\x1c-\x1f\x85]"
    rf"|(?:(?<=[{_END}])|\A){_BLANK}|{_BLANK}(?=[{_END}]|\Z))"
)
_NO_BREAK = re.compile("[\u00a0\u2007\u202f]")


def normalise(name: str, raw: str) -> SourceMap:
    """`raw` with the edits that make its lines plain: no controls, single blanks, no margins."""
    return SourceMap(name, raw, tuple(_edits(raw)))


def _edits(raw: str) -> Iterator[Edit]:
    for found in _UNUSUAL.finditer(raw):
        start, end = found.span()
        if found["control"]:
            yield Edit(start, end, "", "control-character")
        elif start == 0 or raw[start - 1] in _END or end == len(raw) or raw[end] in _END:
            yield Edit(start, end, "", "outer-space")
        else:
            kept = _NO_BREAK.search(found[0])
            yield Edit(start, end, kept[0] if kept else " ", "inner-space")
