"""Content documents that stayed longer than a target allows: what is long in them cannot be cut."""

import io
import zipfile
from collections.abc import Iterator, Mapping

import msgspec
from lxml import etree

from publisher.sources.xml import parse_xml
from publisher.span import Span


class LongDocument(msgspec.Struct, frozen=True):
    """A content document of `size` bytes, and the source of what takes most of it."""

    name: str
    size: int
    place: Span | None


def long_documents(epub: bytes, limit: int, anchors: Mapping[str, Span]) -> Iterator[LongDocument]:
    """Each content document in `epub` of more than `limit` bytes.

    The source is found by the ids that `anchors` knows.
    """
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith(".xhtml") and entry.file_size > limit:
                place = anchors.get(_longest(archive.read(entry), anchors))
                yield LongDocument(entry.filename, entry.file_size, place)


def _longest(document: bytes, anchors: Mapping[str, Span]) -> str:
    """The id of the outermost block that takes most of a document; "" where that has none."""
    element = next(parse_xml(document, "", bare_doctype=True).root.iter("{*}body"), None)
    while element is not None and (element.get("id") or "") not in anchors:
        element = max(element.iterchildren(tag=etree.Element), key=_length, default=None)
    return "" if element is None else str(element.get("id"))


def _length(element: etree._Element) -> int:
    return len(etree.tostring(element, with_tail=False))
