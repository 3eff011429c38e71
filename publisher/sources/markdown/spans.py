"""`[words]{.class}`: small capitals, roles, languages, index entries, references."""

from publisher.document.nodes import (
    IndexMark,
    Inlines,
    InlineSpan,
    SmallCaps,
    Subscript,
    Superscript,
)
from publisher.document.text import plain
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.page import Page
from publisher.span import Span

_SMALL_CAPS = ("smallcaps", "small-caps", "sc")
_ROLES = {"ul": "underline", "del": "deleted", "ins": "inserted", "mark": "highlight"}


def span_nodes(page: Page, children: Inlines, given: Attributes, span: Span) -> Inlines:
    """What brackets with attributes stand for."""
    classes = given.classes
    fields = page.fields(given, span, "entry", *classes)
    if "index" in classes:
        entry = given.values.get("entry") or plain(children)
        terms = tuple(part.strip() for part in entry.split("!") if part.strip())
        return (IndexMark(terms=terms, span=span, **fields), *children) if terms else children
    if any(name in classes for name in _SMALL_CAPS):
        return (SmallCaps(children=children, span=span, **fields),)
    if "subscript" in classes:
        return (Subscript(children=children, span=span, **fields),)
    if "superscript" in classes:
        return (Superscript(children=children, span=span, **fields),)
    role = next((_ROLES.get(name, name) for name in classes), None)
    return (InlineSpan(children=children, role=role, span=span, **fields),)
