"""Scripts (EPUB 3.3, 3.9 and 6.4; stores' guidelines)."""

import re
from collections.abc import Iterator

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath
from publisher.diagnostics import Diagnostic

# Data blocks are no scripts: EPUB allows them anywhere (6.1.3).
_RUN = (
    "[not(@type) or @type='' or @type='module' or contains(@type, 'javascript')"
    " or contains(@type, 'ecmascript')]"
)
SCRIPTS = XPath(f"//h:script{_RUN} | //svg:script{_RUN}")
_HANDLER = re.compile(r"\son[a-z]{3,}\s*=")
_HANDLED = XPath("//@*[starts-with(name(), 'on')]/..")
_ADDRESS = XPath(
    "//h:a[starts-with(translate(normalize-space(@href), 'JAVSCRIPT', 'javscript'), 'javascript:')]"
)


def scripts(book: Book) -> Iterator[Diagnostic]:
    """ELT043 for each script element, each element with handlers, each address that is a script."""
    for file in (*book.texts, *book.drawings):
        for script in SCRIPTS.elements(file.root):
            yield file.diagnose("ELT043", script, what=str(script.get("src") or "in the document"))
        if _HANDLER.search(file.text):
            for element in _HANDLED.elements(file.root):
                names = ", ".join(
                    str(name) for name in element.attrib if str(name).startswith("on")
                )
                what = f"{names} of {etree.QName(element).localname}"
                yield file.diagnose("ELT043", element, what=what)
        for link in _ADDRESS.elements(file.root):
            yield file.diagnose("ELT043", link, what="an address that runs one")
