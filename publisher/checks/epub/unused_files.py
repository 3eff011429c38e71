"""Files that are carried along for nothing."""

import re
from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.scripts import SCRIPTS
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic
from publisher.sources.epub.container import resolve

_ADDRESSES = XPath("//@src | //@href | //@xlink:href | //@poster | //@data")
_SETS = XPath("//@srcset | //@imagesrcset")
_ITEMS = XPath("/opf:package/opf:manifest/opf:item")
_LINKED = XPath("/opf:package/opf:metadata/opf:link/@href | //opf:guide/opf:reference/@href")
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")


def unused_files(book: Book) -> Iterator[Diagnostic]:
    """ELT028 for each file of the manifest that is in no reading order, and that nothing names.

    Scripts may load any file, and so may what could not be read: such a book is not looked at.
    """
    used = set(_used(book))
    if book.diagnostics or any(SCRIPTS.elements(text.root) for text in book.texts):
        return
    for element in _ITEMS.elements(book.document.root):
        path = resolve(book.package.path, str(element.get("href") or ""))
        if path and path in book.archive and path not in used:
            yield book.document.diagnose("ELT028", element, file=path)


def _used(book: Book) -> Iterator[str]:
    package = book.package
    special = (*package.spine, package.navigation, package.ncx, package.cover)
    yield from (item.path for item in special if item)
    elements = _ITEMS.elements(book.document.root)
    by_id = {element.get("id"): element for element in elements}
    for element in elements:  # a fallback or an overlay is used where what names it is
        for name in ("fallback", "media-overlay"):
            other = by_id.get(element.get(name)) if element.get(name) else None
            if other is not None:
                yield resolve(package.path, str(other.get("href"))) or ""
    yield from _resolved(package.path, _LINKED.strings(book.document.root))
    for file in (*book.texts, *book.drawings):
        yield from _resolved(file.path, _ADDRESSES.strings(file.root))
        for candidates in _SETS.strings(file.root):
            yield from _resolved(
                file.path, [one.split()[0] for one in candidates.split(",") if one.split()]
            )
        if "url(" in file.text:
            yield from _resolved(file.path, _URL.findall(file.text))
    for sheet in book.sheets:
        yield from _resolved(sheet.path, [url for one in sheet.declarations for url in one.urls])
    for item in book.items:
        if item.media_type in ("application/smil+xml", "application/pls+xml"):
            overlay = book.read(item.path)
            yield from _resolved(item.path, _ADDRESSES.strings(overlay.root) if overlay else [])


def _resolved(base: str, addresses: list[str]) -> Iterator[str]:
    return (path for address in addresses if (path := resolve(base, address.strip())))
