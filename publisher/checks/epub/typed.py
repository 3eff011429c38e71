"""How the text is typed; both are made only where they are asked for.

What stands here is style rather than a fault, and a book by others is not rewritten for it.
"""

import re
from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath, own_texts
from publisher.diagnostics import Diagnostic

_STRINGS = XPath(
    "//h:body//*[not(ancestor-or-self::h:pre or ancestor-or-self::h:code or ancestor-or-self::h:kbd"
    " or ancestor-or-self::h:samp or ancestor-or-self::h:script or ancestor-or-self::h:style)]"
    "[text()]"
)
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_STRAIGHT = re.compile(r"[\"']")


def typed_spaces(book: Book) -> Iterator[Diagnostic]:
    """ELT046 for each element whose own text has several spaces in a row."""
    for text in book.texts:
        for element in _STRINGS.elements(text.root):
            found = next(filter(None, map(_SPACES.search, own_texts(element))), None)
            if found:
                yield text.diagnose("ELT046", element, count=len(found[0]))


def typed_quotes(book: Book) -> Iterator[Diagnostic]:
    """ELT047 for each element whose own text has straight quotation marks or apostrophes."""
    for text in book.texts:
        for element in _STRINGS.elements(text.root):
            found = next(filter(None, map(_STRAIGHT.search, own_texts(element))), None)
            if found:
                yield text.diagnose("ELT047", element, mark=found[0])
