"""`<pre>` to lines of code, its white space kept (HTML Living Standard, 4.4.3)."""

import re

from publisher.document.nodes import CodeBlock
from publisher.sources.html.context import Context
from publisher.sources.html.tree import Characters, Element

_SYNTAX = re.compile(
    r"(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|brush:\s*|sourceCode\s+)([\w+#.-]+)"
)


def code_block(context: Context, element: Element) -> CodeBlock | None:
    """The lines of a `<pre>`; what marks them up inside is left aside. None where it is empty."""
    text = "".join(node.text if isinstance(node, Characters) else "\n" for node in _leaves(element))
    text = text.strip("\r\n").rstrip()
    if not text:
        return None
    return CodeBlock(text=text, syntax=_syntax(element), **context.fields(element))


def _leaves(element: Element) -> list[Characters | Element]:
    found: list[Characters | Element] = []
    waiting: list[Characters | Element] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Characters) or node.name == "br":
            found.append(node)
        elif "line-number" not in node.get("class").split():  # as our own books number lines
            waiting += reversed(node.children)
    return found


def _syntax(element: Element) -> str | None:
    """The language of the code: what the classes of the `<pre>`, its code or its box say."""
    near = [element, *(child for child in element.children if isinstance(child, Element))]
    if element.parent:
        near.append(element.parent)
    for part in near:
        if found := _SYNTAX.search(part.get("class")):
            return found[1].lower()
    return None
