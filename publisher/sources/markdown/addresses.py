"""Which addresses a document may lead to, and which pictures it may show."""

import re
from urllib.parse import unquote

import msgspec

from publisher.document.nodes import Image, Inline, Inlines, Link, Text
from publisher.document.slugs import valid_id
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.page import Page
from publisher.span import Span

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = re.compile("[\x00-\x20\u00ad\u200b-\u200f\u2060\ufeff]")
_REFUSED = frozenset(
    ("javascript", "vbscript", "data", "file", "blob", "filesystem", "view-source")
)


def scheme(address: str) -> str | None:
    """The scheme of an address (RFC 3986, 3.1), in small letters; None for a relative one."""
    found = _SCHEME.match(_IGNORED.sub("", unquote(address)))
    return found[1].lower() if found else None


def is_relative(href: str) -> bool:
    """Whether an address leads to this text, or to a file beside it."""
    return scheme(href) is None and not href.startswith("//")


def inside(href: str) -> str:
    """A relative address whose part after # is an id as this reader gives them."""
    path, _, name = href.partition("#")
    return f"{path}#{valid_id(unquote(name))}" if name else href


def link(page: Page, href: str, title: str | None, children: Inlines, span: Span) -> Inlines:
    """A link, or its words alone where it leads to what a book may not open."""
    refused = scheme(href)
    if refused in _REFUSED:
        page.report("MKD010", span, scheme=refused)
        return children
    if is_relative(href):
        href = inside(href)
    return (Link(href=page.clean(href), title=title, children=children, span=span),)


def image(page: Page, src: str, alt: str, title: str | None, span: Span) -> Inline:
    """A picture; its words where there is no address, or one that may not be opened."""
    kind = scheme(src)
    if not src or (kind is not None and kind not in ("http", "https")):
        page.report("MKD011" if src else "MKD012", span, scheme=kind)
        return Text(text=alt, span=span)
    path = src if kind or src.startswith("//") else page.clean(unquote(src))
    return Image(src=path, alt=alt, title=title, span=span)


def with_alternative(node: Image, attributes: Attributes) -> tuple[Image, str | None]:
    """A picture whose braces give its alternative text: then its brackets hold the caption."""
    given = attributes.values.get("fig-alt", attributes.values.get("alt"))
    if given is None:
        return node, None
    return msgspec.structs.replace(node, alt=given), node.alt
