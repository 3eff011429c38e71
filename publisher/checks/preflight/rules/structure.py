"""What PDF/UA-1 asks of a file's structure (ISO 14289-1; failure conditions of Matterhorn 1.1)."""

import re
from collections.abc import Iterator

import pikepdf

from publisher.checks.parity.pdf.tree import Annotation, Node
from publisher.checks.preflight.elements import elements, stands
from publisher.checks.preflight.found import Found
from publisher.checks.preflight.geometry import box_of
from publisher.checks.preflight.rules.basics import is_tagged
from publisher.checks.preflight.subject import Subject

_HEADING = re.compile(r"H([1-9])")
_ROLES = frozenset(
    """Document DocumentFragment Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct
    Private Title FENote Sub Aside P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody
    TFoot Span Quote Note Reference BibEntry Code Link Annot Em Strong Ruby RB RT RP Warichu WT WP
    Figure Formula Form Artifact""".split()
)
"""Roles of ISO 32000-1, 14.8.4, and those of ISO 32000-2 that other files use."""


def _is_judged(subject: Subject) -> bool:
    wanted = subject.rules is not None and subject.rules.tags == "required"
    return wanted and is_tagged(subject.pdf)


def skipped_headings(subject: Subject) -> Iterator[Found]:
    """PRE090: a heading more than one level below the one before it (7.4.2; 14-003)."""
    before = 0
    for node in elements(subject) if _is_judged(subject) else ():
        if found := _HEADING.fullmatch(node.role):
            level = int(found[1])
            if level > before + 1:
                page, box = stands(subject, node)
                facts = {"level": str(level), "before": str(before) if before else "none"}
                yield Found(code="PRE090", facts=facts, page=page, box=box)
            before = level


def headless_tables(subject: Subject) -> Iterator[Found]:
    """PRE091: a table of more than one row without a cell that heads any (7.5; 15-003)."""
    for node in elements(subject) if _is_judged(subject) else ():
        if node.role == "Table":
            cells = list(_inside(node, "TH", "TD"))
            rows = list(_inside(node, "TR"))
            if len(rows) > 1 and not any(cell.role == "TH" for cell in cells):
                page, box = stands(subject, node)
                yield Found(code="PRE091", page=page, box=box)


def _inside(node: Node, *roles: str) -> Iterator[Node]:
    waiting = list(node.kids)
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Node):
            if kid.role in roles:
                yield kid
            waiting += kid.kids


def silent_figures(subject: Subject) -> Iterator[Found]:
    """PRE092: a figure or formula without words in its place (7.3, 7.7; 13-004, 17-002)."""
    for node in elements(subject) if _is_judged(subject) else ():
        if node.role in ("Figure", "Formula") and not node.alternative and not node.actual:
            if node.role == "Figure" and next(_inside(node, "Figure"), None):
                continue  # it holds figures that have their own
            page, box = stands(subject, node)
            yield Found(code="PRE092", facts={"role": node.role}, page=page, box=box)


def unmarked_content(subject: Subject) -> Iterator[Found]:
    """PRE093: what is painted, and is neither content nor an artifact (7.1; 01-005)."""
    for sheet in subject.sheets if _is_judged(subject) else ():
        for mark in subject.marks(sheet):
            if mark.inside is None and mark.where in ("page", "form"):
                yield Found(code="PRE093", page=sheet.number, box=mark.box)
                break


def hidden_title(subject: Subject) -> Iterator[Found]:
    """PRE094: viewers are not told to show the title (7.1; 07-001, 07-002)."""
    if _is_judged(subject):
        wishes = subject.pdf.Root.get("/ViewerPreferences")
        shown = isinstance(wishes, pikepdf.Dictionary) and wishes.get("/DisplayDocTitle")
        if not shown:
            yield Found(code="PRE094")


def tab_order(subject: Subject) -> Iterator[Found]:
    """PRE095: links of a page that are not met in the order of the structure (7.18.3; 28-009)."""
    for sheet in subject.sheets if _is_judged(subject) else ():
        found = sheet.page.obj.get("/Annots")
        has_any = isinstance(found, pikepdf.Array) and len(found) > 0
        if has_any and sheet.page.obj.get("/Tabs") != "/S":
            yield Found(code="PRE095", page=sheet.number)


def missing_label(subject: Subject) -> Iterator[Found]:
    """PRE096: a file that does not say that it keeps to PDF/UA-1 (5; 06-002)."""
    wanted = subject.rules is not None and subject.rules.standard == "PDF/UA-1"
    if wanted and _is_judged(subject) and subject.xmp("pdfuaid:part") != "1":
        yield Found(code="PRE096")


def loose_links(subject: Subject) -> Iterator[Found]:
    """PRE097: a link that is in no element, or says nothing of itself (7.18.5; 28-011, 28-012)."""
    if not _is_judged(subject):
        return
    held = {
        kid.value.objgen
        for node in elements(subject)
        for kid in node.kids
        if isinstance(kid, Annotation)
    }
    for sheet in subject.sheets:
        found = sheet.page.obj.get("/Annots")
        for one in found if isinstance(found, pikepdf.Array) else ():
            if not isinstance(one, pikepdf.Dictionary) or one.get("/Subtype") != "/Link":
                continue
            what = None
            if one.objgen not in held:
                what = "is in no element of the structure"
            elif not str(one.get("/Contents", "")):
                what = "says nothing of itself (/Contents)"
            if what:
                box = box_of(one.get("/Rect"))
                yield Found(code="PRE097", facts={"what": what}, page=sheet.number, box=box)


def strange_roles(subject: Subject) -> Iterator[Found]:
    """PRE098: a role that is none of the standard's, and stands for none (7.1; 02-001)."""
    told: set[str] = set()
    for node in elements(subject) if _is_judged(subject) else ():
        if node.role and node.role not in _ROLES and node.role not in told | {"StructTreeRoot"}:
            told.add(node.role)
            page, box = stands(subject, node)
            yield Found(code="PRE098", facts={"role": node.role}, page=page, box=box)
