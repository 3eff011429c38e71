"""The levels of headings (WCAG 2.2, 1.3.1 and technique G141)."""

from collections.abc import Iterator

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic

HEADINGS = XPath(
    "descendant-or-self::*[self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4 or self::h:h5"
    " or self::h:h6]"
)
"""The headings in an element, or it itself."""


def level(heading: etree._Element) -> int:
    """The level of an element h1 to h6."""
    return int(str(heading.tag)[-1])


def skipped_levels(book: Book) -> Iterator[Diagnostic]:
    """ELT012 for a heading two or more levels below the one before it in its document.

    The first of a document may have any level: documents continue each other.
    """
    for text in book.texts:
        before = 6
        for heading in HEADINGS.elements(text.root):
            if level(heading) > before + 1:
                yield text.diagnose("ELT012", heading, level=level(heading), before=before)
            before = level(heading)


def several_chapters(book: Book) -> Iterator[Diagnostic]:
    """ELT013 for a document with more headings of level 1 than the contents lead to."""
    named: dict[str, int] = {}
    for file, _, (path, _fragment) in book.links:
        if file is book.navigation:
            named[path] = named.get(path, 0) + 1
    for text in book.texts:
        first = [one for one in HEADINGS.elements(text.root) if level(one) == 1]
        if len(first) > max(1, named.get(text.path, 0)) and text is not book.navigation:
            facts = {"count": len(first), "named": named.get(text.path, 0)}
            yield text.diagnose("ELT013", first[1], **facts)
