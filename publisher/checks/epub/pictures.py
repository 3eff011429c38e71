"""Pictures with more pixels than stores take (Apple Books Asset Guide, Interior images)."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.rasters import raster
from publisher.diagnostics import Diagnostic, diagnose

_MOST = 5_600_000


def huge_pictures(book: Book) -> Iterator[Diagnostic]:
    """ELT041 for each picture above 5.6 million pixels."""
    for item in book.items:
        if item.media_type.startswith("image/") and item.media_type != "image/svg+xml":
            found = raster(book, item.path)
            if found and found.width * found.height > _MOST:
                size = f"{found.width * found.height / 1e6:.1f}"
                yield diagnose("ELT041", book.archive.place(item.path), file=item.path, size=size)
