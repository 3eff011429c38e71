"""Raw HTML in Markdown, through the HTML reader: clean nodes, and what was left out reported.

The HTML reader is imported where there is any HTML: it takes as long as all of the Markdown reader.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

import msgspec

from publisher.document.nodes import Blocks, Inline, Inlines, Node, Text
from publisher.sources.markdown.page import Page
from publisher.span import Span

if TYPE_CHECKING:
    from publisher.sources.html.fragment import InlineFragment

_Node = TypeVar("_Node", bound=msgspec.Struct)

_HOLE = "\ue000"
"""Stands in the HTML for the Markdown between two tags: a character of private use."""


def html_block(page: Page, markup: str, start: int, end: int) -> Blocks:
    """The blocks of HTML that stands at `start` to `end` of the text."""
    from publisher.sources.html.fragment import read_fragment

    found = read_fragment(markup, page.span(start, end))
    page.diagnostics += found.diagnostics
    page.embedded.update(found.embedded)
    for name, blocks in found.notes.items():
        page.notes.setdefault(name, blocks)
    return tuple(_with_own_ids(page, block) for block in found.blocks)


def _with_own_ids(page: Page, node: _Node) -> _Node:
    """`node` and all in it with the ids that no other element of the document has."""
    changes: dict[str, object] = {}
    if isinstance(node, Node) and node.id:
        changes["id"] = page.anchors.take(node.id)
        if changes["id"] is None:
            page.report("MKD014", node.span, id=node.id)
    for name in node.__struct_fields__:
        value = getattr(node, name)
        if isinstance(value, tuple) and value:
            changes[name] = _all_with_own_ids(page, value)
    return msgspec.structs.replace(node, **changes) if changes else node


def _all_with_own_ids(page: Page, values: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(
        _all_with_own_ids(page, value)
        if isinstance(value, tuple)
        else _with_own_ids(page, value)
        if isinstance(value, msgspec.Struct)
        else value
        for value in values
    )


def html_inline(
    page: Page, opening: str, children: Inlines | None, closing: str, span: Span
) -> Inlines:
    """The inlines of a tag by itself, or of two with the Markdown `children` between them."""
    from publisher.sources.html.fragment import read_inline

    if children is None:
        return _kept(page, read_inline(opening + closing, span))
    known = page.wrappers.get((opening, closing))
    if known is None:
        found = read_inline(opening + _HOLE + closing, span)
        known = _kept(page, found)
        if not found.diagnostics and "id" not in opening.lower():
            page.wrappers[opening, closing] = known
    nodes = tuple(_filled(known, children))
    if len(nodes) == 1 and nodes[0] not in children:
        return (msgspec.structs.replace(nodes[0], span=span),)
    return nodes


def _kept(page: Page, found: "InlineFragment") -> Inlines:
    page.diagnostics += found.diagnostics
    page.embedded.update(found.embedded)
    return tuple(_with_own_ids(page, inline) for inline in found.inlines)


def _filled(inlines: Inlines, children: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Text) and inline.text == _HOLE:
            yield from children
        elif inner := getattr(inline, "children", None):
            yield msgspec.structs.replace(inline, children=tuple(_filled(inner, children)))
        else:
            yield inline
