"""The cover picture (Apple Books Asset Guide, Cover art; Kindle Publishing Guidelines, 4)."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.rasters import raster
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic

_METADATA = XPath("/opf:package/opf:metadata | /opf:package")
_SHORTEST = 1400
"""Pixels of the shorter side, which Apple Books asks for."""


def cover_faults(book: Book) -> Iterator[Diagnostic]:
    """ELT039 for a book without a cover picture, ELT040 for one that stores refuse."""
    place = (_METADATA.elements(book.document.root) or [book.document.root])[-1]
    item = book.package.cover
    if item is None:
        yield book.document.diagnose("ELT039", place)
        return
    found = raster(book, item.path)
    if item.media_type == "image/svg+xml":
        fault = "it is a drawing"
    elif found and found.kind not in ("JPEG", "PNG"):
        fault = f"it is a {found.kind}"
    elif found and min(found.width, found.height) < _SHORTEST:
        fault = f"it has {found.width} × {found.height} pixels"
    else:
        return
    yield book.document.diagnose("ELT040", place, file=item.path, fault=fault)
