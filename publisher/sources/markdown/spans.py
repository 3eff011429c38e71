"""`[words]{.class}`: small capitals, roles, languages, index entries, references."""

from publisher.document.nodes import (
    Inlines,
    InlineSpan,
    SmallCaps,
    Subscript,
    Superscript,
)
from publisher.document.text import plain
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.index_marks import attribute_marks
from publisher.sources.markdown.page import Page
from publisher.span import Span

_SMALL_CAPS = ("smallcaps", "small-caps", "sc")
_GLOSSARY = ("gloss", "glossary")
_ROLES = {"ul": "underline", "del": "deleted", "ins": "inserted", "mark": "highlight"}


def span_nodes(page: Page, children: Inlines, given: Attributes, span: Span) -> Inlines:
    """What brackets with attributes stand for."""
    classes = given.classes
    if "index" in classes:
        return (*attribute_marks(page, children, given, span), *children)
    if any(name in classes for name in _GLOSSARY):
        fields = page.fields(given, span, "entry", *classes)
        entry = " ".join((given.values.get("entry") or plain(children)).split())
        fields |= {"role": "glossary-term", "target": entry, "span": span}
        return (InlineSpan(children=children, **fields),)
    fields = page.fields(given, span, *classes)
    if any(name in classes for name in _SMALL_CAPS):
        return (SmallCaps(children=children, span=span, **fields),)
    if "subscript" in classes:
        return (Subscript(children=children, span=span, **fields),)
    if "superscript" in classes:
        return (Superscript(children=children, span=span, **fields),)
    role = next((_ROLES.get(name, name) for name in classes), None)
    return (InlineSpan(children=children, role=role, span=span, **fields),)
