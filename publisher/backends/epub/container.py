"""The container: ebooklib's writer, made to give the same bytes for the same book.

EPUB 3.3, 4.2 (OCF): `mimetype` comes first and stored, entries follow in a fixed order.
"""

import datetime
from collections.abc import Sequence

from ebooklib import epub
from lxml import etree

from publisher.backends.epub.archive import Archive
from publisher.backends.epub.item import Item
from publisher.publication import Publication

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_container(
    book: epub.EpubBook, publication: Publication, beside: Sequence[Item] = ()
) -> bytes:
    """The bytes of the EPUB; the items `beside` the package go by their names from the root."""
    writer = _Writer(book, publication, beside)
    writer.write()
    return writer.out.finished()


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """ebooklib's writer without its clock, its zlib and its files, with the package's language."""

    def __init__(
        self, book: epub.EpubBook, publication: Publication, beside: Sequence[Item]
    ) -> None:
        modified = datetime.datetime.strptime(publication.modified, "%Y-%m-%dT%H:%M:%SZ")
        super().__init__("", book, {"mtime": modified})
        self._publication = publication
        self._beside = beside
        self.out = Archive()

    def write(self) -> None:
        self.out.writestr("mimetype", "application/epub+zip", stored=True)
        self._write_container()
        for item in self._beside:
            self.out.writestr(item.name, item.data)
        self._write_opf()
        self._write_items()

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set(_XML_LANG, self._publication.language)
        root.set("dir", self._publication.direction)
        del root.attrib["prefix"]  # ebooklib declares one that this package does not use
        if self.book.prefixes:
            root.set("prefix", " ".join(self.book.prefixes))
        super()._write_opf_file(root)
