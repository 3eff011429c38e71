"""Content documents that stayed longer than a target allows: what is long in them cannot be cut."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import Span, whole_file

_ID = re.compile(rb'\bid="([^"]+)"')


def long_documents(
    epub: bytes, name: str, limit: int, anchors: Mapping[str, Span]
) -> Iterator[Diagnostic]:
    """EPB006 for each content document in `epub` of more than `limit` bytes.

    It is placed at the source of what takes most of it, by the ids that `anchors` knows; else at
    the file inside the EPUB, which is shown as `name`.
    """
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith(".xhtml") and entry.file_size > limit:
                longest = _longest(archive.read(entry), anchors)
                yield diagnose(
                    "EPB006",
                    anchors.get(longest) or whole_file(f"{name}/{entry.filename}"),
                    file=entry.filename,
                    size=f"{entry.file_size / 1000:.0f}",
                    limit=f"{limit / 1000:.0f}",
                )


def _longest(document: bytes, anchors: Mapping[str, Span]) -> str:
    """The id after which most is written before the next; "" where the document has none."""
    places = [(found.start(), found[1].decode()) for found in _ID.finditer(document)]
    places = [(start, name) for start, name in places if name in anchors]
    ends = [start for start, _ in places[1:]] + [len(document)]
    lengths = [
        (end - start, name) for (start, name), end in zip(places, ends[: len(places)], strict=True)
    ]
    return max(lengths, default=(0, ""))[1]
