"""What a page has for a screen and not for paper: links, comments, bookmarks, forms, layers."""

from collections.abc import Iterator

import pikepdf

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.geometry import box_of
from publisher.checks.preflight.marks import overlap
from publisher.checks.preflight.subject import Subject

_OF_PRINTERS = ("/TrapNet", "/PrinterMark")


def annotations(subject: Subject) -> Iterator[Found]:
    """PRE050: an annotation on the page, where the target wants none."""
    if not subject.rules or subject.rules.annotations == "keep":
        return
    for sheet in subject.sheets:
        found = sheet.page.obj.get("/Annots")
        for one in found if isinstance(found, pikepdf.Array) else ():
            if not isinstance(one, pikepdf.Dictionary) or one.get("/Subtype") in _OF_PRINTERS:
                continue
            box = box_of(one.get("/Rect"))
            if box is None or overlap(box, sheet.bleed):
                kind = str(one.get("/Subtype", "/unknown"))[1:]
                yield Found(code="PRE050", facts={"kind": kind}, page=sheet.number, box=box)


def bookmarks(subject: Subject) -> Iterator[Found]:
    """PRE051: bookmarks, where the target wants none."""
    if subject.rules and subject.rules.outline == "none":
        outlines = subject.pdf.Root.get("/Outlines")
        if isinstance(outlines, pikepdf.Dictionary) and "/First" in outlines:
            yield Found(code="PRE051")


def attachments(subject: Subject) -> Iterator[Found]:
    """PRE053: files inside the file, where the target wants none."""
    if subject.rules and subject.rules.attachments == "none":
        for name in subject.pdf.attachments:
            yield Found(code="PRE053", facts={"name": str(name)})


def forms(subject: Subject) -> Iterator[Found]:
    """PRE054: fields to fill in, on paper."""
    if subject.rules and subject.rules.for_print:
        form = subject.pdf.Root.get("/AcroForm")
        fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
        if isinstance(fields, pikepdf.Array) and len(fields):
            yield Found(code="PRE054")


def layers(subject: Subject) -> Iterator[Found]:
    """PRE055: layers (8.11), where the target takes no more than PDF 1.4 or asks for flat pages."""
    if subject.rules and not subject.rules.transparency:
        found = subject.pdf.Root.get("/OCProperties")
        groups = found.get("/OCGs") if isinstance(found, pikepdf.Dictionary) else None
        if isinstance(groups, pikepdf.Array) and len(groups):
            yield Found(code="PRE055", facts={"count": str(len(groups))})
