"""Elements without content, as word processors and spacers leave them."""

from collections.abc import Iterator

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic

_NAMES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "figcaption")
# Cells may be empty; so may what a script, a style or a marker fills.
_EMPTY = XPath(
    "//*["
    + " or ".join(f"self::h:{name}" for name in (*_NAMES, "caption"))
    + "][not(normalize-space(translate(., '\u00a0\u200b', '')))]"
    "[not(.//h:img | .//svg:svg | .//m:math | .//h:object | .//h:audio | .//h:video | .//h:canvas"
    " | .//h:iframe | .//h:input | .//h:hr | .//h:embed | .//h:table | .//h:picture)]"
)


def empty_elements(book: Book) -> Iterator[Diagnostic]:
    """ELT010 for each paragraph, heading, item, caption or quotation that holds nothing."""
    for text in book.texts:
        for element in _EMPTY.elements(text.root):
            yield text.diagnose("ELT010", element, element=etree.QName(element).localname)
