"""Landmarks (EPUB 3.3, 7.4.4; Kindle Publishing Guidelines, 5.2), or the guide of EPUB 2."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import TYPE, XPath
from publisher.diagnostics import Diagnostic

_LANDMARKS = XPath(
    "//h:nav[contains(concat(' ', normalize-space(@epub:type), ' '), ' landmarks ')]//h:a"
)
_PACKAGE = XPath("/opf:package/opf:spine")
_PLACES = {"start of the text": ("bodymatter", "text", "start"), "contents": ("toc",)}


def missing_landmarks(book: Book) -> Iterator[Diagnostic]:
    """ELT020 for the start of the text and the contents, where nothing names their place."""
    links = _LANDMARKS.elements(book.navigation.root) if book.navigation else []
    named = {kind for link in links for kind in str(link.get(TYPE) or "").split()}
    named |= set(book.package.guide.values())
    for place, kinds in _PLACES.items():
        if not named & set(kinds):
            element = (_PACKAGE.elements(book.document.root) or [book.document.root])[0]
            yield book.document.diagnose("ELT020", element, place=place)
