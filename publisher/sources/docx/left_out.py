"""What a Word file holds beside its text, told once each: changes, comments, page heads, macros."""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.docx.desk import excerpt
from publisher.sources.docx.names import Element, children, w
from publisher.sources.docx.package import Package, Part
from publisher.span import whole_file

_CHANGES = tuple(
    map(
        w,
        (
            *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
            *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
            *("sectPrChange", "numberingChange", "tblGridChange", "tblPrExChange"),
        ),
    )
)


def left_out(package: Package, parts: tuple[Part, ...]) -> Iterator[Diagnostic]:
    """The findings about a file whose text stands in `parts`, the main one first."""
    place = whole_file(package.archive.name)
    changes = [change for part in parts for change in part.root.iter(*_CHANGES)]
    if changes:
        yield diagnose("DOC003", place, count=len(changes), authors=_authors(changes))
    comments = package.related(parts[0], "comments")
    if comments is not None:
        rows = list(children(comments.root, "comment"))
        if rows:
            yield diagnose("DOC004", place, count=len(rows), authors=_authors(rows))
    text = " ".join(_page_heads(package, parts[0]))
    if text.strip():
        yield diagnose("DOC005", place, text=excerpt(text))
    kinds = {relationship.kind for relationship in parts[0].relationships.values()}
    if "vbaProject" in kinds or any(name.endswith("vbaProject.bin") for name in package.archive):
        yield diagnose("DOC006", place)


def _authors(elements: list[Element]) -> str:
    names = dict.fromkeys(element.get(w("author"), "").strip() for element in elements)
    return ", ".join(name for name in names if name) or "nobody named"


def _page_heads(package: Package, main: Part) -> Iterator[str]:
    seen: set[str] = set()
    for relationship in main.relationships.values():
        name = relationship.target
        new = name not in seen and name in package.archive
        if relationship.kind in ("header", "footer") and not relationship.external and new:
            seen.add(name)
            root = package.part(name).root
            yield "".join(found.text or "" for found in root.iter(w("t"))).strip()
