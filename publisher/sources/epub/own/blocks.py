"""The blocks of our own layouts (layouts/blocks), read back."""

from collections.abc import Callable
from typing import Any

from publisher.document.nodes import (
    Aside,
    Block,
    Blocks,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Image,
    Inlines,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    PullQuote,
    Quote,
    ThematicBreak,
)
from publisher.sources.epub.own.dialogue import dialogue
from publisher.sources.epub.own.formulas import formula_of
from publisher.sources.epub.own.listing import listing
from publisher.sources.epub.own.markup import child, classes, has_class, inside, remove
from publisher.sources.epub.own.tables import table
from publisher.sources.epub.own.verse import verse
from publisher.sources.html.blocks import blocks
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Element

Maker = Callable[[Context, Element], Block | None]


def block(context: Context, element: Element) -> Blocks | None:
    """The blocks that `element` was made from; None for what no macro of ours makes.

    A heading is of the level that it has in a part that stands in no division.
    """
    if element.name == "div" and has_class(element, "turned"):
        return blocks(context, element.children)
    maker = _MAKERS.get(element.name)
    made = maker(context, element) if maker else None
    return None if made is None else (made,)


def _run(context: Context, element: Element | None) -> Inlines:
    return inlines(context, element.children) if element else ()


def _paragraph(context: Context, element: Element) -> Block:
    fields = context.fields(element)
    role = " ".join(classes(element)) or None
    return Paragraph(children=_run(context, element), role=role, **fields)


def _heading(context: Context, element: Element) -> Block:
    fields = context.fields(element)
    level = max(1, int(element.name[1]) - 1)
    return Heading(level=level, children=_run(context, element), **fields)


def _list(context: Context, element: Element) -> Block:
    start = element.get("start")
    return List(
        **context.fields(element),
        items=tuple(_item(context, one) for one in inside(element) if one.name == "li"),
        ordered=element.name == "ol",
        start=int(start) if start.removeprefix("-").isdecimal() else 1,
        tight=has_class(element, "tight"),
    )


def _item(context: Context, element: Element) -> ListItem:
    box = next((one for one in element.walk() if has_class(one, "task-box")), None)
    if not has_class(element, "task") or box is None:
        return ListItem(blocks(context, element.children))
    checked = box.text() == "☑"
    line = box.parent
    remove(box)
    if line and line in element.children and not line.children and not line.get("id"):
        element.children.remove(line)  # it was made for the box
    return ListItem(blocks(context, element.children), checked)


def _definitions(context: Context, element: Element) -> Block:
    fields = context.fields(element)
    items: list[Definition] = []
    for one in inside(element):
        if one.name == "dt":
            items.append(Definition(_run(context, one), ()))
        elif items:
            said = blocks(context, one.children)
            known = items[-1].definitions
            items[-1] = Definition(items[-1].term, (*known, said) if said else known)
    return DefinitionList(items=tuple(items), **fields)


def _quote(context: Context, element: Element) -> Block:
    fields = context.fields(element)
    role = " ".join(classes(element)) or None
    said, rest = _attributed(context, element)
    return Quote(blocks=blocks(context, rest), attribution=said, role=role, **fields)


def _attributed(context: Context, element: Element) -> tuple[Inlines, list[Any]]:
    """Whose words an element holds, and what else is in it."""
    last = next((one for one in reversed(inside(element)) if has_class(one, "attribution")), None)
    return _run(context, last), [one for one in element.children if one is not last]


def _aside(context: Context, element: Element) -> Block | None:
    fields = context.fields(element)
    if has_class(element, "pull-quote"):
        said, _ = _attributed(context, element)
        line = next((one for one in inside(element) if not has_class(one, "attribution")), None)
        return PullQuote(children=_run(context, line), attribution=said, **fields)
    if not has_class(element, "aside"):
        return None
    title = child(element, "aside-title")
    role = next((name for name in classes(element) if name not in ("aside", "box")), None)
    rest = [one for one in element.children if one is not title]
    words = _run(context, title)
    return Aside(blocks=blocks(context, rest), title=words, role=role, **fields)


def _figure(context: Context, element: Element) -> Block | None:
    if has_class(element, "listing"):
        return listing(context, element)
    fields = context.fields(element)
    shown = _run(context, child(element, "pictures"))
    around = next((one for one in inside(element) if one.name == "figcaption"), element)
    return Figure(
        images=tuple(one for one in shown if isinstance(one, Image)),
        caption=_run(context, child(around, "caption")),
        credit=_run(context, child(around, "credit")),
        **fields,
    )


def _box(context: Context, element: Element) -> Block | None:
    kinds = classes(element)
    if "verse" in kinds:
        return verse(context, element)
    if "dialogue" in kinds:
        return dialogue(context, element, blocks)
    if "formula" in kinds:
        text, mathml = formula_of(element)
        return MathBlock(text=text, mathml=mathml, **context.fields(element))
    return None


def _table(context: Context, element: Element) -> Block:
    return table(context, element, blocks)


def _rule(context: Context, element: Element) -> Block:
    return ThematicBreak(**context.fields(element))


_MAKERS: dict[str, Maker] = {
    "p": _paragraph,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "dl": _definitions,
    "blockquote": _quote,
    "aside": _aside,
    "figure": _figure,
    "pre": listing,
    "div": _box,
    "table": _table,
    "hr": _rule,
}
