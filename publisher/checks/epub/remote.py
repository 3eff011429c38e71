"""What the book needs from elsewhere (EPUB 3.3, 3.6: allowed for sound, films and fonts)."""

from collections.abc import Iterator

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic, diagnose

_REMOTE = XPath(
    "//@src[contains(., '://')]/.. | //h:link[contains(@href, '://')][contains(@rel, 'stylesheet')]"
    " | //h:object[contains(@data, '://')] | //svg:image[contains(@xlink:href, '://')]"
    " | //svg:image[contains(@href, '://')]"
)
_XLINK = "{http://www.w3.org/1999/xlink}href"


def remote_resources(book: Book) -> Iterator[Diagnostic]:
    """ELT044 for each picture, sound, film, font or style that is loaded over a network."""
    for file in (*book.texts, *book.drawings):
        for element in _REMOTE.elements(file.root):
            names = ("src", "data", "href", _XLINK)
            address = next(value for name in names if (value := element.get(name)))
            facts = {"what": etree.QName(element).localname, "address": address}
            yield file.diagnose("ELT044", element, **facts)
    for sheet in book.sheets:
        for declaration in sheet.declarations:
            for url in declaration.urls:
                if url.startswith(("http://", "https://", "//")):
                    facts = {"what": declaration.property, "address": url}
                    yield diagnose("ELT044", sheet.place(declaration), **facts)
