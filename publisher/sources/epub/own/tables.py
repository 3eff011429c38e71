"""Tables as layouts/blocks/table.j2 sets them, read back."""

from collections.abc import Callable, Iterator

from publisher.document.nodes import Alignment, Blocks, Cell, Table
from publisher.sources.epub.own.markup import has_class, inside
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Element
from publisher.sources.html.white_space import Nodes

Flow = Callable[[Context, Nodes], Blocks]
_ALIGNMENTS: tuple[Alignment, ...] = ("left", "center", "right")


def table(context: Context, element: Element, flow: Flow) -> Table:
    """A table with as many rows of heads as it has, each column aligned as its cells are."""
    fields = context.fields(element)
    caption = next((one for one in inside(element) if one.name == "caption"), None)
    rows = list(_rows(element))
    return Table(
        caption=inlines(context, caption.children) if caption else (),
        rows=tuple(tuple(_cell(context, one, flow) for one in inside(row)) for row, _ in rows),
        head=sum(in_head for _, in_head in rows),
        alignments=_alignments([row for row, _ in rows]),
        **fields,
    )


def _rows(element: Element) -> Iterator[tuple[Element, bool]]:
    for part in inside(element):
        if part.name in ("thead", "tbody"):
            for row in inside(part):
                yield row, part.name == "thead"


def _cell(context: Context, element: Element, flow: Flow) -> Cell:
    return Cell(
        flow(context, element.children),
        header=element.name == "th",
        colspan=_span(element.get("colspan")),
        rowspan=_span(element.get("rowspan")),
    )


def _span(written: str) -> int:
    return max(1, int(written)) if written.isdecimal() and len(written) < 6 else 1


def _alignments(rows: list[Element]) -> tuple[Alignment, ...]:
    """The alignment of each column, as far as any is aligned; a cell knows its own."""
    found: dict[int, Alignment] = {}
    below: dict[int, int] = {}
    for row in rows:
        at = 0
        taken: dict[int, int] = {}
        for cell in inside(row):
            while below.get(at, 0):
                at += 1
            said = next((one for one in _ALIGNMENTS if has_class(cell, one)), None)
            if said:
                found.setdefault(at, said)
            for column in range(at, at + min(_span(cell.get("colspan")), 1000)):
                taken[column] = _span(cell.get("rowspan"))
            at += min(_span(cell.get("colspan")), 1000)
        below = {column: left - 1 for column, left in (below | taken).items() if left > 1}
    return tuple(found.get(at, "none") for at in range(max(found) + 1)) if found else ()
