"""Documents that are long to lay out (readers on Adobe's engine stop at 300 kB)."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.diagnostics import Diagnostic

_LARGEST = 300_000


def long_documents(book: Book) -> Iterator[Diagnostic]:
    """ELT042 for each content document above 300 kB."""
    for text in book.texts:
        if text.size > _LARGEST:
            yield text.diagnose("ELT042", text.root, size=round(text.size / 1000))
