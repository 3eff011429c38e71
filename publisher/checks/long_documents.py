"""Content documents that stayed longer than a target allows: what is long in them cannot be cut."""

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.xml import parse_xml
from publisher.span import Span, whole_file


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
    """The id of the outermost block that takes most of a document; "" where that has none."""
    element = next(parse_xml(document, "", bare_doctype=True).root.iter("{*}body"), None)
    while element is not None and (element.get("id") or "") not in anchors:
        element = max(element.iterchildren(tag=etree.Element), key=_length, default=None)
    return "" if element is None else str(element.get("id"))


def _length(element: etree._Element) -> int:
    return len(etree.tostring(element, with_tail=False))
