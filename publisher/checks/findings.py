"""EPUBCheck's messages as diagnostics, led back to the source line they come from."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from publisher.checks.epubcheck import Message
from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import Span, whole_file

_CODES = {"fatal": "EPB001", "error": "EPB001", "warning": "EPB002"}
_USAGE = "EPB003"

OUR_OWN: frozenset[str] = frozenset(
    {
        "CSS-028",  # a @font-face rule: fonts are embedded on purpose
        "OPF-097",  # the cover picture is shown by libraries, and linked from no page
    }
)
"""Usage notes of EPUBCheck on what the EPUB backend does on purpose."""
_ID = re.compile(r'\bid="([^"]+)"')


def findings(
    epub: Path,
    name: str,
    messages: tuple[Message, ...],
    *,
    anchors: Mapping[str, Span] = MappingProxyType({}),
    expected: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """A diagnostic for each of `messages` on the file `epub`, which is shown as `name`.

    A message that points into a content document is placed at the source of the block it stands
    in, by the id that `anchors` knows; any other at the file inside the EPUB. A note that is
    `expected` is left out, one that is given many times is given at its first place.
    """
    noted = set(expected)
    for message in messages:
        if message.severity == "usage":
            if message.id in noted:
                continue
            noted.add(message.id)
        span = _source(epub, message, anchors) or _inside(name, message)
        yield diagnose(
            _CODES.get(message.severity, _USAGE),
            span,
            id=message.id,
            text=message.text,
            suggestion=message.suggestion or "see the EPUBCheck documentation of this message",
        )


def _inside(name: str, message: Message) -> Span:
    if not message.path:
        return whole_file(name)
    line, column = max(message.line, 1), max(message.column, 1)
    return Span(f"{name}/{message.path}", line, column, line, column)


def _source(epub: Path, message: Message, anchors: Mapping[str, Span]) -> Span | None:
    if not anchors or not message.line:
        return None
    with zipfile.ZipFile(epub) as archive:
        if message.path not in archive.namelist():
            return None
        lines = archive.read(message.path).decode("utf-8", errors="replace").split("\n")
    for line in reversed(lines[: message.line]):
        for found in reversed(_ID.findall(line)):
            if found in anchors:
                return anchors[found]
    return None
