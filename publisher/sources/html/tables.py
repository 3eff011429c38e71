"""Tables: rows of cells, with spans, head, caption and alignment (HTML Living Standard, 4.9)."""

import re
from collections.abc import Callable, Iterator
from itertools import compress

from publisher.document.nodes import Alignment, Blocks, Cell, Table
from publisher.document.rows import told
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE, Nodes

_WIDEST = 1000
_TALLEST = 65534
"""The most columns and rows that a cell spans (HTML, 4.9.11)."""

_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}


def is_layout(element: Element) -> bool:
    """Whether a table only puts things in their places: it says so, or has but one column."""
    if element.get("role") in ("presentation", "none"):
        return True
    rows = list(_rows(element))
    if any(cell.name == "th" for row, _ in rows for cell in _cells(row)):
        return False
    boxes = any(
        part.name in ("table", "h1", "h2", "h3", "ul", "ol", "blockquote", "p")
        for row, _ in rows
        for cell in _cells(row)
        for part in cell.walk()
        if part is not cell
    )
    columns = max((len(_cells(row)) for row, _ in rows), default=0)
    return columns <= 1 or (boxes and len(rows) <= 2 and not _caption(element))


def table(
    context: Context,
    element: Element,
    flow: Callable[[Context, Nodes], Blocks],
    flat: Callable[[Nodes], Nodes],
) -> Blocks:
    """A table, and before it what a page has put into it outside its cells."""
    fields = context.fields(element)
    inside = context.inside()
    caption = _caption(element)
    words = inlines(inside, flat(caption.children)) if caption else ()
    read = list(_rows(element))
    rows = tuple(tuple(_cell(inside, cell, flow) for cell in _cells(row)) for row, _ in read)
    is_row = list(told(rows))
    kept = tuple(compress(rows, is_row))
    before = flow(inside, _strays(element))
    if not any(cell.blocks for row in kept for cell in row):
        return before
    made = Table(
        rows=kept,
        head=_head(kept, list(compress((in_head for _, in_head in read), is_row))),
        alignments=_alignments(read),
        caption=words,
        **fields,
    )
    return (*before, made)


def _caption(element: Element) -> Element | None:
    return next(
        (c for c in element.children if isinstance(c, Element) and c.name == "caption"), None
    )


def _rows(element: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, not those of tables in its cells, and whether each is in its head.

    Those of its foot come last, wherever they are written (HTML 4.01, 11.2.3).
    """
    parts = [part for part in element.children if isinstance(part, Element)]
    for part in sorted(parts, key=lambda part: part.name == "tfoot"):
        if part.name == "tr":
            yield part, False
        elif part.name in ("thead", "tbody", "tfoot"):
            rows = [row for row in part.children if isinstance(row, Element) and row.name == "tr"]
            for row in rows:
                yield row, part.name == "thead"


def _cells(row: Element) -> list[Element]:
    return [
        cell for cell in row.children if isinstance(cell, Element) and cell.name in ("td", "th")
    ]


def _cell(context: Context, cell: Element, flow: Callable[[Context, Nodes], Blocks]) -> Cell:
    return Cell(
        blocks=flow(context.through(cell), cell.children),
        header=cell.name == "th",
        colspan=_span(cell.get("colspan"), _WIDEST),
        rowspan=_span(cell.get("rowspan"), _TALLEST),
    )


def _span(written: str, most: int) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    return min(max(1, number), most)


def _head(rows: tuple[tuple[Cell, ...], ...], in_head: list[bool]) -> int:
    """How many rows are the head: those of `<thead>`, or the first ones of headers alone."""
    if any(in_head):
        return in_head.index(False) if False in in_head else len(rows)
    count = 0
    while count < len(rows) - 1 and rows[count] and all(cell.header for cell in rows[count]):
        count += 1
    return count


def _alignments(rows: list[tuple[Element, bool]]) -> tuple[Alignment, ...]:
    """How the columns are aligned, as the first row with cells of the body says."""
    for row, in_head in rows:
        cells = _cells(row)
        if in_head or not any(cell.name == "td" for cell in cells):
            continue
        found = [
            one for cell in cells for one in [_alignment(cell)] * _span(cell.get("colspan"), 100)
        ]
        return tuple(found) if any(one != "none" for one in found) else ()
    return ()


def _alignment(cell: Element) -> Alignment:
    said = _ALIGN.search(cell.get("style"))
    return _ALIGNMENTS.get((said[1] if said else cell.get("align")).lower(), "none")


def _strays(element: Element) -> list[Element | Characters]:
    """What a table holds outside its cells and caption; only XHTML can have it."""
    found: list[Element | Characters] = []
    for part in element.children:
        if isinstance(part, Characters):
            found += [part] if part.text.strip(WHITE) else []
        elif part.name in ("thead", "tbody", "tfoot", "tr"):
            found += _strays(part)
        elif part.name not in ("caption", "colgroup", "col", "td", "th"):
            found.append(part)
    return found
