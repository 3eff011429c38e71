"""The titles of documents (HTML, 4.2.2; WCAG 2.2, 2.4.2)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath, words
from publisher.diagnostics import Diagnostic

_TITLE = XPath("/h:html/h:head/h:title")
_HEAD = XPath("/h:html/h:head | /h:html")
_NOTHING = re.compile(r"(?i)untitled|unknown|no title|document|title|[\w.-]+\.x?html?")


def silent_titles(book: Book) -> Iterator[Diagnostic]:
    """ELT011 for a document whose title is missing, empty, or the name of a file."""
    for text in book.texts:
        titles = _TITLE.elements(text.root)
        title = words(titles[0]) if titles else ""
        stem = PurePosixPath(text.path).stem
        named = title == stem and ("_" in stem or any(map(str.isdigit, stem)))
        if not title or named or _NOTHING.fullmatch(title):
            element = (titles or _HEAD.elements(text.root) or [text.root])[-1]
            shown = f"“{title}”" if title else "empty" if titles else "missing"
            yield text.diagnose("ELT011", element, title=shown)
