"""What is wrong with a PDF, whoever made it: its structure, fonts, tags and metadata."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import Span, whole_file

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def check_pdf(path: Path, name: str) -> Iterator[Diagnostic]:
    """Findings on the PDF at `path`, shown as `name`: PDF001 to PDF007."""
    place = whole_file(name)
    try:
        pdf = pikepdf.open(path)
    except (pikepdf.PdfError, pikepdf.PasswordError) as failure:
        yield diagnose("PDF001", place, reason=_first_line(failure, path))
        return
    with pdf:
        for problem in pdf.check_pdf_syntax():
            yield diagnose("PDF007", place, reason=problem)
        yield from _fonts(pdf, place)
        yield from _structure(pdf, place)
        yield from _active_content(pdf, place)


def _first_line(failure: Exception, path: Path) -> str:
    return str(failure).split("\n")[0].replace(f"{path}: ", "")


def _fonts(pdf: pikepdf.Pdf, place: Span) -> Iterator[Diagnostic]:
    names = {
        str(font.get("/BaseFont", "/without a name"))[1:]
        for font in pdf.objects
        if isinstance(font, pikepdf.Dictionary)
        and font.get("/Type") == "/Font"
        and font.get("/Subtype") not in ("/Type0", "/Type3")
        and not _is_embedded(font)
    }
    for name in sorted(names):
        yield diagnose("PDF002", place, font=name)


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in _EMBEDDED)


def _structure(pdf: pikepdf.Pdf, place: Span) -> Iterator[Diagnostic]:
    marked = pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    if "/StructTreeRoot" not in pdf.Root or not marked:
        yield diagnose("PDF003", place)
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title") and not pdf.docinfo.get("/Title"):
            yield diagnose("PDF004", place)
    if not str(pdf.Root.get("/Lang", "")):
        yield diagnose("PDF005", place)


def _active_content(pdf: pikepdf.Pdf, place: Span) -> Iterator[Diagnostic]:
    actions = {
        str(found.get("/S"))
        for found in pdf.objects
        if isinstance(found, pikepdf.Dictionary) and "/S" in found
    }
    for action, what in (
        ("/JavaScript", "JavaScript"),
        ("/Launch", "an action that starts a program"),
    ):
        if action in actions:
            yield diagnose("PDF006", place, what=what)
