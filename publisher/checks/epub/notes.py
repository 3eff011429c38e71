"""Notes and their calls: the way there, and back (Standard Ebooks manual, Endnotes; DPUB-ARIA)."""

from collections.abc import Iterator

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XmlFile, XPath, shortened, types, words
from publisher.diagnostics import Diagnostic

_NOTES = frozenset(("footnote", "endnote", "rearnote"))
_AROUND = _NOTES | {"footnotes", "endnotes", "rearnotes", "notes"}
_TYPED = XPath("//*[@epub:type or @role]")
_INNER_LINKS = XPath(".//h:a[@href]")


def notes_without_way_back(book: Book) -> Iterator[Diagnostic]:
    """ELT014 for each note that no link leads out of."""
    for text, note in _notes(book):
        if not _INNER_LINKS.elements(note):
            yield text.diagnose("ELT014", note, note=_name(note))


def calls_without_note(book: Book) -> Iterator[Diagnostic]:
    """ELT015 for each call whose target is there, but is no note nor within one."""
    for text, link, target in book.links:
        if "noteref" in types(link):
            found = book.ids.get(target)
            around = (
                []
                if found is None
                else [found, *found.iterancestors(), *found.iterdescendants("*")]
            )
            if found is not None and not any(types(one) & _AROUND for one in around):
                facts = {"call": words(link), "target": link.get("href")}
                yield text.diagnose("ELT015", link, **facts)


def uncalled_notes(book: Book) -> Iterator[Diagnostic]:
    """ELT016 for each note that no link from outside of it leads to."""
    targets: dict[tuple[str, str], list[etree._Element]] = {}
    for _, link, target in book.links:
        targets.setdefault(target, []).append(link)
    for text, note in _notes(book):
        ids = [one.get("id") for one in note.iter("*") if one.get("id")]
        calls = (link for each in ids for link in targets.get((text.path, str(each)), ()))
        if not any(note not in link.iterancestors() for link in calls):
            yield text.diagnose("ELT016", note, note=_name(note))


def _notes(book: Book) -> Iterator[tuple[XmlFile, etree._Element]]:
    for text in book.texts:
        for element in _TYPED.elements(text.root):
            if types(element) & _NOTES:
                yield text, element


def _name(note: etree._Element) -> str:
    return str(note.get("id") or shortened(words(note), 30) or "without an id")
