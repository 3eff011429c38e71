"""EPUBCheck's messages as diagnostics, led back to the source line they come from."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from publisher.checks.epubcheck import Message
from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import Span, whole_file

_CODES = {"fatal": "EPB001", "error": "EPB001", "warning": "EPB002"}
_USAGE = "EPB003"
_ID = re.compile(r'\bid="([^"]+)"')


def findings(
    epub: Path, name: str, messages: tuple[Message, ...], anchors: dict[str, Span]
) -> Iterator[Diagnostic]:
    """A diagnostic for each of `messages` on the file `epub`, which is shown as `name`.

    A message that points into a content document is placed at the source of the block it stands
    in, by the id that `anchors` knows; any other at the file inside the EPUB.
    """
    for message in messages:
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


def _source(epub: Path, message: Message, anchors: dict[str, Span]) -> Span | None:
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
