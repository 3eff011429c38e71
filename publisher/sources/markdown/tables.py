"""Tables of pipes (GFM 0.29, 4.10), with the caption that Pandoc puts below them."""

from typing import cast

from markdown_it.token import Token

from publisher.document.nodes import Alignment, Cell, Paragraph, Table
from publisher.sources.markdown.cells import cell_segments
from publisher.sources.markdown.inlines import inlines
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.places import Segments
from publisher.span import Span


def table(page: Page, tokens: list[Token], span: Span) -> Table:
    """The table of the tokens from its opening one to its closing one."""
    rows = [token for token in tokens if token.type == "table_row"]
    alignments = tuple(_alignment(header) for header in rows[0].children or ())
    return Table(
        rows=tuple(_row(page, row) for row in rows),
        head=1,
        alignments=() if set(alignments) <= {"none"} else alignments,
        span=span,
    )


def _alignment(header: Token) -> Alignment:
    style = str(header.attrs.get("style", ""))
    return cast(Alignment, style.removeprefix("text-align:") or "none")


def _row(page: Page, row: Token) -> tuple[Cell, ...]:
    start, end = row.map or (0, 0)
    header = bool(row.children)
    cells: list[str] = row.meta["cells"]
    segments = cell_segments(page.places.text[start:end], start)
    filled = [_cell(page, *pair, header=header) for pair in zip(cells, segments, strict=False)]
    return (*filled, *(_empty(header) for _ in range(len(cells) - len(filled))))


def _cell(page: Page, content: str, segments: Segments, *, header: bool) -> Cell:
    for pipe in segments.places[1:]:
        page.edit(pipe - 1, pipe, "", "escape")
    children = inlines(page, content, segments) if content else ()
    if not children:
        return _empty(header)
    if len(children) == 1:
        place = children[0].span
    else:
        place = page.span(segments.at(0), segments.end(0, len(content)))
    return Cell(blocks=(Paragraph(children=children, span=place),), header=header)


def _empty(header: bool) -> Cell:
    return Cell(blocks=(), header=header)
