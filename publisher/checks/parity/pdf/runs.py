"""The characters of a page by the marks that its structure refers to (ISO 32000-1, 14.7.4).

PDFium decodes fonts and encodings, and knows where a line ends in a hyphen.
"""

import ctypes
import re
from collections.abc import Iterator

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from publisher.checks.parity.normal import HYPHEN, normal
from publisher.checks.parity.pdf.limits import MOST_OBJECTS, too_much

_LINE_HYPHEN = re.compile("[\x02\ufffe]")
"""What PDFium has for a hyphen that ends a line inside a word."""

_DEEPEST = 8
"""Forms in forms."""


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters set in one piece: their left edge, base line and size, in points.

    A picture is a run without characters.
    """

    text: str
    left: float
    base: float
    size: float


def read_runs(document: pypdfium2.PdfDocument, number: int, name: str) -> dict[int, list[Run]]:
    """The runs of page `number`, from 0, by their marks; what has none is no text of the reader's.

    Raises PublisherError: PAR022 where it holds too much.
    """
    page = document[number]
    textpage = page.get_textpage()
    try:
        found: dict[int, list[Run]] = {}
        for count, (mark, item) in enumerate(_items(page)):
            if count >= MOST_OBJECTS:
                raise too_much(name, f"more than {MOST_OBJECTS:,} objects on a page")
            if mark >= 0 and (run := _run(item, textpage)):
                found.setdefault(mark, []).append(run)
        return found
    finally:
        textpage.close()
        page.close()


def _items(page: pypdfium2.PdfPage) -> Iterator[tuple[int, object]]:
    """The objects of a page in order, each with its mark, -1 where it has none."""
    count = pdfium.FPDFPage_CountObjects(page)
    for at in range(count):
        yield from _inside(pdfium.FPDFPage_GetObject(page, at), -1, 0)


def _inside(item: object, outer: int, depth: int) -> Iterator[tuple[int, object]]:
    """An object, or those of a form, which have the form's mark."""
    mark = outer if outer >= 0 else pdfium.FPDFPageObj_GetMarkedContentID(item)
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM or depth > _DEEPEST:
        yield mark, item
        return
    for at in range(pdfium.FPDFFormObj_CountObjects(item)):
        yield from _inside(pdfium.FPDFFormObj_GetObject(item, at), mark, depth + 1)


def _run(item: object, textpage: pypdfium2.PdfTextPage) -> Run | None:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        pdfium.FPDFTextObj_GetFontSize(item, size)
        height = abs(size.value * (matrix.d or matrix.b))
        return Run(_text(item, textpage), matrix.e, matrix.f, height)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return Run("", left.value, top.value, 0)


def _text(item: object, textpage: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(item, textpage, None, 0)  # in bytes, with a NUL
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFTextObj_GetText(item, textpage, buffer, length)
    text = bytes(buffer)[:-2].decode("utf-16-le", errors="replace")
    return readable(text)


def readable(text: str) -> str:
    """Characters as PDFium has them, normalised; a hyphen at a line's end stays marked."""
    return HYPHEN.join(normal(part) for part in _LINE_HYPHEN.split(text))
