"""Soft hyphens where words are looked up: titles, headings, contents."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic

_WHERE = {
    "a heading": XPath(
        "//*[self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4 or self::h:h5 or self::h:h6]"
        "[contains(., '\u00ad')]"
    ),
    "the title of a document": XPath("//h:head/h:title[contains(., '\u00ad')]"),
    "the contents": XPath(
        "//h:nav//h:a[contains(., '\u00ad')] | //ncx:text[contains(., '\u00ad')]"
    ),
    "the metadata": XPath("//dc:*[contains(., '\u00ad')]"),
}


def soft_hyphens(book: Book) -> Iterator[Diagnostic]:
    """ELT045 for each heading, title, entry or field of the metadata with a soft hyphen."""
    for file in (book.document, *filter(None, [book.ncx]), *book.texts):
        if "\u00ad" in file.text or "&#" in file.text or "&shy;" in file.text:
            for what, path in _WHERE.items():
                for element in path.elements(file.root):
                    yield file.diagnose("ELT045", element, what=what)
