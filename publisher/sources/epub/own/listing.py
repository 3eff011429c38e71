"""Code as layouts/blocks/listing.j2 sets it, read back with the numbers of its lines."""

import re

from publisher.document.nodes import CodeBlock, Inlines
from publisher.sources.epub.own.markup import has_class, words
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Element

_SYNTAX = re.compile(r"(?:^|\s)language-(\S+)")


def listing(context: Context, element: Element) -> CodeBlock | None:
    """The lines of a `<pre>`, or of a figure that holds one below its caption."""
    code = next((one for one in element.walk() if one.name == "code"), None)
    if code is None:
        return None
    fields = context.fields(element)
    caption: Inlines = ()
    for one in element.walk():
        if has_class(one, "caption"):
            caption = inlines(context, one.children)
    lines = [one for one in code.walk() if has_class(one, "code-line")]
    syntax = _SYNTAX.search(code.get("class"))
    return CodeBlock(
        text="".join(map(_text, lines)),
        syntax=syntax[1] if syntax else None,
        caption=caption,
        start=_first_number(lines),
        marked=tuple(number for number, one in enumerate(lines, start=1) if _is_marked(one)),
        **fields,
    )


def _text(line: Element) -> str:
    """The code of a line, its end with it, without its number."""
    return "".join(
        part.text() if isinstance(part, Element) else part.text
        for part in line.children
        if not (isinstance(part, Element) and has_class(part, "line-number"))
    )


def _first_number(lines: list[Element]) -> int | None:
    numbers = (one for line in lines[:1] for one in line.walk() if has_class(one, "line-number"))
    written = words(next(numbers, None))
    return int(written) if written.removeprefix("-").isdecimal() else None


def _is_marked(line: Element) -> bool:
    return line.parent is not None and has_class(line.parent, "marked-line")
