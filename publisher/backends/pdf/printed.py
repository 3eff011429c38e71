"""What stands on each page of a layout, in reading order: what the page list of an EPUB asks for.

WeasyPrint's boxes know it before a PDF is written, at a hundredth of what reading that costs.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import weasyprint
from weasyprint.formatting_structure import boxes

from publisher.backends.pdf.footnotes import is_moved
from publisher.pagination import PICTURE


def printed_texts(document: weasyprint.Document) -> list[str]:
    """The text of each page, less what is repeated, generated, or set at its foot or edge."""
    heads: set[Element] = set()
    return ["".join(_texts(page._page_box, heads)) for page in document.pages]


def _texts(page: Any, heads: set[Element]) -> Iterator[str]:
    """The words of a page; `heads` are those of tables that were met, and grow by its own."""
    begun: set[Element] = set()
    waiting = [page]
    while waiting:
        box = waiting.pop()
        if isinstance(box, boxes.TextBox):
            yield box.text
        elif isinstance(box, boxes.ReplacedBox):
            if not _is_decorative(box.element):
                yield PICTURE
        elif _is_cover(box.element):
            yield PICTURE
        elif not _is_apart(box):
            if box.element_tag == "thead":
                if box.element in heads:
                    continue  # repeated on this page
                begun.add(box.element)
            if isinstance(box, boxes.LineBox):
                yield " "
            waiting += reversed(getattr(box, "children", ()))
    heads |= begun


def _is_apart(box: Any) -> bool:
    """Whether a box is a running head, a folio, a mark before a line, a note at the foot."""
    if isinstance(box, boxes.MarginBox | boxes.FootnoteAreaBox):
        return True
    tag = box.element_tag or ""
    if "::" in tag and not tag.endswith("::first-letter"):
        return True
    element = box.element
    return element is not None and (element.get("aria-hidden") == "true" or is_moved(element))


def _is_cover(element: Element | None) -> bool:
    """Whether it is the cover of an issue, which other editions have as a picture."""
    return element is not None and "role-cover" in element.get("class", "").split()


def _is_decorative(element: Element | None) -> bool:
    return element is not None and element.get("alt") == ""
