"""Ids that two documents share (Standard Ebooks manual, General patterns: ids)."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.diagnostics import Diagnostic


def shared_ids(book: Book) -> Iterator[Diagnostic]:
    """ELT027 at the first id of a document that one before it has too."""
    owners: dict[str, str] = {}
    told: set[str] = set()
    files = {text.path: text for text in book.texts}
    for (path, name), element in book.ids.items():
        owner = owners.setdefault(name, path)
        if owner != path and path not in told:
            told.add(path)
            yield files[path].diagnose("ELT027", element, id=name, other=owner)
