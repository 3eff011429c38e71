"""Verse as layouts/blocks/verse.j2 sets it, read back."""

import re

from publisher.document.nodes import Verse, VerseLine
from publisher.sources.epub.own.markup import child, has_class, inside, remove
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Element

_INDENT = re.compile(r"(?:^|\s)indent-(\d{1,2})(?:\s|$)")


def verse(context: Context, element: Element) -> Verse:
    """The stanzas of a poem, its title and its attribution."""
    fields = context.fields(element)
    for number in [one for one in element.walk() if has_class(one, "line-number")]:
        remove(number)
    title, said = child(element, "verse-title"), child(element, "attribution")
    stanzas = [one for one in inside(element) if has_class(one, "stanza")]
    return Verse(
        title=inlines(context, title.children) if title else (),
        stanzas=tuple(
            tuple(_line(context, one) for one in inside(stanza) if has_class(one, "line"))
            for stanza in stanzas
        ),
        attribution=inlines(context, said.children) if said else (),
        numbered=_number(element, "data-numbered", 0),
        start=_number(element, "data-start", 1),
        **fields,
    )


def _line(context: Context, element: Element) -> VerseLine:
    indent = _INDENT.search(element.get("class"))
    return VerseLine(inlines(context, element.children), int(indent[1]) if indent else 0)


def _number(element: Element, name: str, otherwise: int) -> int:
    written = element.get(name)
    return int(written) if written.isdecimal() and len(written) < 7 else otherwise
