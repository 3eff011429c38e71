"""What stores and libraries find a book by (EPUB 3.3, 5.5; Standard Ebooks manual, Metadata)."""

from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath, words
from publisher.diagnostics import Diagnostic

_METADATA = XPath("/opf:package/opf:metadata")
_WANTED = {
    "its creator": XPath("//dc:creator | //dc:contributor | //dc:publisher"),
    "its publisher": XPath("//dc:publisher"),
    "its rights": XPath("//dc:rights | //opf:meta[@property='dcterms:rights']"),
    "a description": XPath("//dc:description"),
    "a subject": XPath("//dc:subject"),
    "its date": XPath("//dc:date | //opf:meta[@property='dcterms:issued']"),
}
_PEOPLE = XPath("//dc:creator | //dc:contributor")
_REFINED = XPath("//opf:meta[@refines]")
_OPF = "{http://www.idpf.org/2007/opf}"


def missing_metadata(book: Book) -> Iterator[Diagnostic]:
    """ELT031 with all that the metadata leaves open."""
    root = book.document.root
    missing = [name for name, path in _WANTED.items() if not any(map(words, path.elements(root)))]
    if missing:
        place = (_METADATA.elements(root) or [root])[0]
        yield book.document.diagnose("ELT031", place, missing=", ".join(missing))


def unrefined_people(book: Book) -> Iterator[Diagnostic]:
    """ELT032 for each creator and contributor without file-as or role."""
    root = book.document.root
    refined = {(one.get("refines"), one.get("property")) for one in _REFINED.elements(root)}
    for person in _PEOPLE.elements(root):
        id_ = f"#{person.get('id')}"
        missing = [
            name
            for name in ("file-as", "role")
            if not person.get(_OPF + name) and (id_, name) not in refined
        ]
        if missing:
            facts = {"name": words(person) or "a creator", "missing": " and no ".join(missing)}
            yield book.document.diagnose("ELT032", person, **facts)
