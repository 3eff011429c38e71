"""The pages of a PDF, and the page list of an EPUB, each read by itself, side by side.

Nothing here is the product's: PDFium tells what is on a page by its structure (ISO 32000-1, 14.7),
where running heads and folios are not, lxml what follows a marker.
"""

import ctypes
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

COMPARED = 40
"""Letters of a page's beginning: about eight words."""

_XHTML = "{http://www.w3.org/1999/xhtml}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_OPF = "{http://www.idpf.org/2007/opf}"


class PdfPage(NamedTuple):
    """The label of a page, its text in logical order, and whether it has a picture."""

    label: str
    text: str
    picture: bool


class PageStart(NamedTuple):
    """An entry of a page list: where it leads, what is read before, and what after it."""

    label: str
    href: str
    before: str
    after: str


def pdf_pages(data: bytes) -> list[PdfPage]:
    """Every page of a PDF, in order."""
    with pypdfium2.PdfDocument(data) as document:
        return [
            _pdf_page(document[number], document.get_page_label(number) or str(number + 1))
            for number in range(len(document))
        ]


def _pdf_page(page: pypdfium2.PdfPage, label: str) -> PdfPage:
    textpage = page.get_textpage()
    words: dict[int, list[str]] = {}
    picture = False
    for item in page.get_objects(max_depth=8):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            length = pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
            buffer = (ctypes.c_ushort * max(1, length // 2))()
            pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, length)
            text = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
            words.setdefault(mark, []).append(text)
        picture = picture or item.type == pdfium.FPDF_PAGEOBJ_IMAGE
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    roots = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)
        for number in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    marks = [mark for root in roots for mark in _marks(root)]
    pdfium.FPDF_StructTree_Close(tree)
    text = " ".join(word for mark in marks for word in words.get(mark, ()))
    return PdfPage(label, text, picture)


def _marks(element: object) -> Iterator[int]:
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from _marks(child)
        else:
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if mark >= 0:
                yield mark


def page_list(epub: Path) -> list[PageStart]:
    """Every entry of the page list of an EPUB, in order."""
    with zipfile.ZipFile(epub) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        items = {each.get("id"): each.get("href") for each in package.iter(f"{_OPF}item")}
        spine = [items[each.get("idref")] for each in package.iter(f"{_OPF}itemref")]
        roots = [(str(name), etree.fromstring(archive.read(f"EPUB/{name}"))) for name in spine]
        nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    lists = [one for one in nav.iter(f"{_XHTML}nav") if one.get(_TYPE) == "page-list"]
    links = [link for one in lists for link in one.iter(f"{_XHTML}a")]
    marks, text = _read(roots)
    starts = []
    for link in links:
        href = link.get("href", "")
        at = marks[href]
        starts.append(PageStart(link.text or "", href, text[max(0, at - 200) : at], text[at:]))
    return starts


def _read(documents: list[tuple[str, etree._Element]]) -> tuple[dict[str, int], str]:
    """Where each id is in the text of all documents, and that text."""
    marks: dict[str, int] = {}
    pieces: list[str] = []
    length = 0

    def add(words: str | None) -> None:
        nonlocal length
        pieces.append(words or "")
        length += len(words or "")

    def visit(name: str, node: etree._Element) -> None:
        if node.get("id"):
            marks[f"{name}#{node.get('id')}"] = length
        if node.get("aria-hidden") != "true" and node.get("hidden") is None:
            add(None if "MathML" in str(node.tag) else node.text)
            for child in node:
                if isinstance(child.tag, str) and not child.tag.endswith(("}svg", "}math")):
                    visit(name, child)
                add(child.tail)

    for name, root in documents:
        marks[name] = length
        visit(name, root.find(f"{_XHTML}body"))  # type: ignore[arg-type]
        add("\n")
    return marks, "".join(pieces)


def letters(text: str) -> str:
    """Letters alone: an index has pages in print, and other numbers where there are none."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def begins_with(page: PdfPage, start: PageStart) -> bool:
    """Whether what follows a marker is what the page begins with.

    Of a word that the page before began, the rest stays before the marker, with its beginning.
    """
    following = letters(start.after[: 10 * COMPARED])
    if not letters(page.text):
        return start.after.split()[:1] == page.text.split()[:1] if page.text else page.picture
    if _same(letters(page.text), following):
        return True
    rest = re.match(r"[\w’]+", page.text)
    words = re.findall(r"[\w\-’\u2010]+", start.before)
    if not rest or not words:
        return False
    divided = letters(words[-1]).endswith(letters(rest[0])) and letters(words[-1]) != rest[0]
    return divided and _same(letters(page.text[rest.end() :]), following)


def _same(one: str, other: str) -> bool:
    length = min(len(one), COMPARED)
    return length > 0 and one[:length] == other[:length]
