"""Lists and definition lists (HTML Living Standard, 4.4.5 to 4.4.11)."""

from collections.abc import Callable

from publisher.document.nodes import (
    Block,
    Blocks,
    Definition,
    DefinitionList,
    Inlines,
    List,
    ListItem,
)
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE, Nodes

Flow = Callable[[Context, Nodes], Blocks]
Flat = Callable[[Nodes], Nodes]


def list_(context: Context, element: Element, flow: Flow) -> Blocks:
    """A list; what stands between its items belongs to the one before."""
    if not any(isinstance(child, Element) and child.name == "li" for child in element.children):
        return flow(context.through(element), element.children)
    fields = context.fields(element)
    inside = context.inside()
    items: list[ListItem] = []
    for item in _items(element, context):
        box = _box(item)
        own = next((part for part in item if isinstance(part, Element) and part.name == "li"), None)
        nodes = [node for node in _opened(item) if node is not box]
        found = flow(inside.through(own) if own else inside, nodes)
        if found:
            items.append(ListItem(found, "checked" in box.attributes if box else None))
    if not items:
        return ()
    return (
        List(
            items=tuple(items),
            ordered=element.name == "ol",
            start=_start(element),
            tight=not any(_is_loose(child) for child in element.children),
            **fields,
        ),
    )


def _items(element: Element, context: Context) -> list[list[Element | Characters]]:
    items: list[list[Element | Characters]] = []
    for child in element.children:
        if isinstance(child, Element) and context.is_note(child):
            continue
        starts = isinstance(child, Element) and child.name == "li"
        if starts or (not items and (isinstance(child, Element) or child.text.strip(WHITE))):
            items.append([child])
        elif items:
            items[-1].append(child)
    return items


def _opened(item: list[Element | Characters]) -> list[Element | Characters]:
    found: list[Element | Characters] = []
    for node in item:
        found += node.children if isinstance(node, Element) and node.name == "li" else [node]
    return found


def _box(item: list[Element | Characters]) -> Element | None:
    """The box of a task at the start of an item (GFM, 5.3)."""
    for node in _opened(item):
        if isinstance(node, Element):
            return node if node.name == "input" else None
        if node.text.strip(WHITE):
            return None
    return None


def _is_loose(child: Element | Characters) -> bool:
    return isinstance(child, Element) and any(
        isinstance(part, Element) and part.name == "p" for part in child.children
    )


def _start(element: Element) -> int:
    """The number of the first item, as it says itself or its list does."""
    items = (one for one in element.children if isinstance(one, Element) and one.name == "li")
    first = next(items, None)
    return _number(first.get("value") if first else "", _number(element.get("start"), 1))


def _number(written: str, otherwise: int) -> int:
    digits = written.removeprefix("-")
    return int(written) if digits.isascii() and digits.isdigit() and len(digits) < 9 else otherwise


def definition_list(context: Context, element: Element, flow: Flow, flat: Flat) -> Blocks:
    """A definition list: a term, and what is said of it until the next one."""
    fields = context.fields(element)
    inside = context.inside()
    items: list[Definition] = []
    term: Inlines = ()
    said: list[tuple[Block, ...]] = []
    for part in _groups(element):
        if part.name == "dt":
            if said or term:
                items.append(Definition(term, tuple(said)))
            term, said = inlines(inside.through(part), flat(part.children)), []
        elif found := flow(inside.through(part), part.children):
            said.append(found)
    if said or term:
        items.append(Definition(term, tuple(said)))
    return (DefinitionList(items=tuple(items), **fields),) if items else ()


def _groups(element: Element) -> list[Element]:
    """The terms and definitions, also in a `<div>` around each group; anything else as one."""
    found: list[Element] = []
    for child in element.children:
        if isinstance(child, Characters):
            if child.text.strip(WHITE):
                found.append(_definition_of(child))
        elif child.name == "div":
            found += _groups(child)
        elif child.name in ("dt", "dd"):
            found.append(child)
        else:
            found.append(_definition_of(child))
    return found


def _definition_of(node: Element | Characters) -> Element:
    made = Element("dd", {}, node.start)
    made.end = node.end
    made.children = [node]
    return made
