"""A run of inline elements to inlines (HTML Living Standard, 4.5)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from publisher.document.nodes import (
    Emphasis,
    Inline,
    InlineCode,
    InlineMath,
    Inlines,
    InlineSpan,
    LineBreak,
    Link,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.sources.html.context import Context, direction_of, language_of
from publisher.sources.html.index_marks import index_mark
from publisher.sources.html.mathml import formula
from publisher.sources.html.notes import call
from publisher.sources.html.pictures import is_emoji, picture
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import Nodes, collapse

Words = dict[Characters, tuple[str, int]]

_NODES: dict[str, Callable[..., Inline]] = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Emphasis),
    **dict.fromkeys(("strong", "b"), Strong),
    "sub": Subscript,
    "sup": Superscript,
}
_ROLES = {
    **dict.fromkeys(("del", "s", "strike"), "deleted"),
    "ins": "inserted",
    "mark": "marked",
    "u": "underline",
    "small": "small",
    "abbr": "abbreviation",
    "ruby": "ruby",
    "rt": "ruby-text",
    "rp": "ruby-parenthesis",
}
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_MARKS = (('"', '"'), ("'", "'"))
"""What stands for the marks of a `<q>`, by its depth: typography sets those of the language."""


def inlines(context: Context, nodes: Nodes) -> Inlines:
    """The inlines of a run, its white space collapsed, inside the elements that wrap it."""
    run = _run(context, nodes, collapse(nodes, context.options.solid))
    for wrapper in reversed(context.wrappers):
        leads = wrapper.name == "a" and context.address(wrapper) is not None
        if run and (leads or wrapper.name in _NODES or wrapper.name in _ROLES):
            run = (_wrapped(context, wrapper, run, {}),)
    anchors = tuple(InlineSpan(children=(), id=anchor) for anchor in context.waiting)
    context.waiting.clear()
    return anchors + run


def _run(context: Context, nodes: Nodes, words: Words) -> Inlines:
    found: list[Inline] = []
    for node in nodes:
        if isinstance(node, Characters):
            text, skipped = words[node]
            if text:
                place = context.place(min(node.start + skipped, node.end), node.end)
                found.append(Text(text=text, span=place))
        else:
            found += _element(context, node, words)
    return tuple(found)


def _element(context: Context, element: Element, words: Words) -> Inlines:
    fields = _fields(context, element)
    name = element.name
    if name == "br":
        return (LineBreak(span=fields["span"]),)
    if context.options.inline:
        inner = partial(_run, context, element.children, words)
        if made := context.options.inline(context, element, fields, inner):
            return (made,)
    if name == "img":
        if is_emoji(element):
            return (Text(text=element.get("alt"), span=fields["span"]),)
        found = picture(context, element)
        return (found,) if found else ()
    if name == "math":
        text, mathml = formula(element)
        return (InlineMath(text=text, mathml=mathml, **fields),) if text else ()
    if name == "input":
        context.leave_out("form control", element)
        return ()
    if (note := call(context, element)) is not None:
        return (NoteRef(note=note, **fields),)
    if name in _CODE and all(isinstance(child, Characters) for child in element.children):
        text = "".join(
            words[child][0] for child in element.children if isinstance(child, Characters)
        )
        return (InlineCode(text=text, **fields),) if text else ()
    children = _run(context, element.children, words)
    if mark := index_mark(element, fields):
        return (mark, *children)
    if name == "sup" and len(children) == 1 and isinstance(children[0], NoteRef):
        return children
    return _with(context, element, children, fields)


def _with(context: Context, element: Element, run: Inlines, fields: dict[str, Any]) -> Inlines:
    name = element.name
    leads = name == "a" and context.address(element) is not None
    if name == "a" and element.get("href") and not leads:
        context.leave_out("dead link", element)
    known = leads or name in _NODES or name in _ROLES or name in _CODE or name == "q"
    means = any(fields.get(key) for key in ("id", "language", "direction"))
    if not run and not fields.get("id"):
        return ()
    if (known and run) or means or _is_small_caps(element):
        return (_wrapped(context, element, run, fields),)
    return run


def _wrapped(context: Context, element: Element, run: Inlines, fields: dict[str, Any]) -> Inline:
    name = element.name
    if not run:
        return InlineSpan(children=(), **fields)
    if name == "a" and (href := context.address(element)):
        return Link(href=href, children=run, title=element.get("title") or None, **fields)
    if name == "q":
        opening, closing = _MARKS[_quotations_around(element) % 2]
        run = (Text(text=opening), *run, Text(text=closing))
    if node := _NODES.get(name):
        return node(children=run, **fields)
    if _is_small_caps(element):
        return SmallCaps(children=run, **fields)
    role = _ROLES.get(name) or ("code" if name in _CODE else None)
    title = element.get("title") if role == "abbreviation" else None
    return InlineSpan(children=run, role=role, title=title or None, **fields)


def _fields(context: Context, element: Element) -> dict[str, Any]:
    return {
        "span": context.place(element.start, element.end),
        "id": context.ids.get(element.get("id")),
        "language": language_of(element),
        "direction": direction_of(element),
    }


def _is_small_caps(element: Element) -> bool:
    style = "".join(element.get("style").lower().split())
    return "font-variant:small-caps" in style or "small-caps" in element.get("class").split()


def _quotations_around(element: Element) -> int:
    around, depth = element.parent, 0
    while around:
        depth += around.name == "q"
        around = around.parent
    return depth
