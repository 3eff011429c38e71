"""Raw HTML in Markdown, through the HTML reader: clean nodes, and what was left out reported."""

from collections.abc import Iterator

import msgspec

from publisher.document.nodes import Blocks, Inline, Inlines, Text
from publisher.sources.html.fragment import InlineFragment, read_fragment, read_inline
from publisher.sources.markdown.page import Page
from publisher.span import Span

_HOLE = "\ue000"
"""Stands in the HTML for the Markdown between two tags: a character of private use."""


def html_block(page: Page, markup: str, start: int, end: int) -> Blocks:
    """The blocks of HTML that stands at `start` to `end` of the text."""
    found = read_fragment(markup, page.span(start, end))
    page.diagnostics += found.diagnostics
    page.embedded.update(found.embedded)
    for name, blocks in found.notes.items():
        page.notes.setdefault(name, blocks)
    return found.blocks


def html_inline(
    page: Page, opening: str, children: Inlines | None, closing: str, span: Span
) -> Inlines:
    """The inlines of a tag by itself, or of two with the Markdown `children` between them."""
    if children is None:
        return _kept(page, read_inline(opening + closing, span))
    known = page.wrappers.get((opening, closing))
    if known is None:
        found = read_inline(opening + _HOLE + closing, span)
        known = _kept(page, found)
        if not found.diagnostics:
            page.wrappers[opening, closing] = known
    nodes = tuple(_filled(known, children))
    if len(nodes) == 1 and nodes[0] not in children:
        return (msgspec.structs.replace(nodes[0], span=span),)
    return nodes


def _kept(page: Page, found: InlineFragment) -> Inlines:
    page.diagnostics += found.diagnostics
    page.embedded.update(found.embedded)
    return found.inlines


def _filled(inlines: Inlines, children: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Text) and inline.text == _HOLE:
            yield from children
        elif inner := getattr(inline, "children", None):
            yield msgspec.structs.replace(inline, children=tuple(_filled(inner, children)))
        else:
            yield inline
