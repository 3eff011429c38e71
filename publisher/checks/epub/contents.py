"""Contents beside what they lead to (EPUB 3.3, 7.4; Standard Ebooks manual, The ToC)."""

import re
from collections.abc import Iterator

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.headings import HEADINGS, level
from publisher.checks.epub.xml_file import XmlFile, XPath, shortened, types
from publisher.diagnostics import Diagnostic
from publisher.sources.epub.navigation import words

_TOC = XPath(
    "//h:nav[contains(concat(' ', normalize-space(@epub:type), ' '), ' toc ')]//h:a[@href]"
)
_POINTS = XPath("//ncx:navMap//ncx:navPoint")
_LABEL = XPath("ncx:navLabel/ncx:text")
_CONTENT = XPath("ncx:content/@src")
_DEPTH = XPath("count(ancestor-or-self::ncx:navPoint)")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""The share of the shorter one's words that both have: a chapter's number may be left off."""
_UNLISTED = frozenset(("cover", "titlepage", "halftitlepage", "toc", "landmarks", "copyright-page",
                       "imprint", "colophon", "dedication", "epigraph"))  # fmt: skip


def other_words(book: Book) -> Iterator[Diagnostic]:
    """ELT017 for each entry with hardly a word of the heading that it leads to."""
    for link, target in _entries(book):
        heading = _heading(book, target)
        if book.navigation is None or heading is None:
            continue
        entry, title = spoken(link), spoken(heading)
        if not _alike(entry, title) and not _kinds(heading) & _UNLISTED:
            facts = {"entry": shortened(entry), "heading": shortened(title)}
            yield book.navigation.diagnose("ELT017", link, **facts)


def unlisted_documents(book: Book) -> Iterator[Diagnostic]:
    """ELT018 for a document that no entry leads to, with a heading of the level of chapters."""
    entries = [target for _, target in _entries(book)]
    listed = {path for path, _ in entries}
    headings = [_heading(book, target) for target in entries]
    levels = [level(heading) for heading in headings if heading is not None]
    for text in book.texts:
        if text is book.navigation or text.path in listed or text.path not in book.reading_order:
            continue
        found = HEADINGS.elements(text.root)
        chapter = levels and found and level(found[0]) <= min(levels)
        if chapter and not _kinds(found[0]) & _UNLISTED:
            yield text.diagnose("ELT018", found[0], heading=shortened(spoken(found[0])))


def two_contents(book: Book) -> Iterator[Diagnostic]:
    """ELT019 at the first entry of the NCX that is another one than that of the navigation.

    An NCX with fewer levels is right where those that it has are all there.
    """
    ncx = book.ncx
    if ncx is None or book.navigation is None:
        return
    points = _POINTS.elements(ncx.root)
    deepest = max((_DEPTH.number(point) for point in points), default=0)
    ours = [_key(_label(point), _path(book, ncx, point)) for point in points]
    theirs = [
        _key(spoken(link), path)
        for link, (path, _) in _entries(book)
        if sum(str(one.tag).endswith("}ol") for one in link.iterancestors()) <= deepest
    ]
    for number, point in enumerate(points):
        if number >= len(theirs) or ours[number] != theirs[number]:
            yield ncx.diagnose("ELT019", point, entry=shortened(_label(point)))
            return
    if len(theirs) > len(ours) > 0:
        yield ncx.diagnose("ELT019", points[-1], entry=shortened(_label(points[-1])))


def spoken(element: etree._Element) -> str:
    """The words of a heading or an entry, those that stand for pictures and formulas among them."""
    return " ".join("".join(words(element, lambda each: "noteref" in types(each))).split())


def _entries(book: Book) -> list[tuple[etree._Element, tuple[str, str]]]:
    navigation = book.navigation
    if navigation is None:
        return []
    links = _TOC.elements(navigation.root)
    targets = ((link, book.target(navigation, str(link.get("href")))) for link in links)
    return [(link, target) for link, target in targets if target]


def _heading(book: Book, target: tuple[str, str]) -> etree._Element | None:
    """The heading that an entry leads to: the element itself, or the first one in it."""
    path, fragment = target
    place = book.ids.get(target)
    if not fragment:
        place = next((text.root for text in book.texts if text.path == path), None)
    return next(iter(HEADINGS.elements(place)), None) if place is not None else None


def _kinds(heading: etree._Element) -> frozenset[str]:
    """What a heading, and all that it stands in, say that they are."""
    return frozenset[str]().union(*map(types, (heading, *heading.iterancestors())))


def _alike(one: str, other: str) -> bool:
    first, second = ("".join(_WORD.findall(text.casefold())) for text in (one, other))
    if not first or not second or first in second or second in first:
        return True
    words = [set(_WORD.findall(text.casefold())) for text in (one, other)]
    return len(words[0] & words[1]) >= _ALIKE * min(map(len, words))


def _label(point: etree._Element) -> str:
    return " ".join("".join(spoken(label) for label in _LABEL.elements(point)[:1]).split())


def _path(book: Book, ncx: XmlFile, point: etree._Element) -> str:
    target = next((book.target(ncx, source) for source in _CONTENT.strings(point)), None)
    return target[0] if target else ""


def _key(label: str, path: str) -> tuple[str, str]:
    return "".join(_WORD.findall(label.casefold())), path
