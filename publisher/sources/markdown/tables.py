"""Tables of pipes (GFM 0.29, 4.10), with the caption that Pandoc puts below them."""

import re
from collections.abc import Iterator
from typing import cast

from markdown_it.token import Token

from publisher.document.nodes import Alignment, Cell, Inlines, Paragraph, Table
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.runs import run
from publisher.span import Span

CAPTION = re.compile(r"(?:Table)?: ?")
"""How a caption begins; the word is markup, whatever the language."""


def table(page: Page, tokens: list[Token], span: Span) -> Table:
    """The table of the tokens from its opening one to its closing one."""
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    head = 0
    for index, token in enumerate(tokens):
        if token.type in ("th_open", "td_open"):
            cells.append(_cell(page, tokens[index + 1], header=token.tag == "th"))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
        elif token.type == "thead_close":
            head = len(rows)
    alignments = tuple(_alignments(tokens))
    given = () if set(alignments) <= {"none"} else alignments
    return Table(rows=tuple(rows), head=head, alignments=given, span=span)


def _cell(page: Page, token: Token, *, header: bool) -> Cell:
    children: Inlines = run(page, token) if token.content else ()
    if not children:
        return Cell(blocks=(), header=header)
    segments = token.meta["segments"]
    for pipe in segments.places[1:]:
        page.edit(pipe - 1, pipe, "", "escape")
    place = page.span(segments.at(0), segments.end(0, len(token.content)))
    return Cell(blocks=(Paragraph(children=children, span=place),), header=header)


def _alignments(tokens: list[Token]) -> Iterator[Alignment]:
    for token in tokens:
        if token.type == "th_open":
            style = str(token.attrs.get("style", ""))
            yield cast(Alignment, style.removeprefix("text-align:") or "none")
        elif token.type == "thead_close":
            return
