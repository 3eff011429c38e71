"""Parts that stand in several files (publisher/backends/epub/pieces), put together again."""

from collections.abc import Sequence

from publisher.sources.epub.own.markup import has_class, inside
from publisher.sources.html.tree import Characters, Element


def continues(part: Element) -> bool:
    """Whether an element of a part goes on with the part of the file before."""
    return has_class(part, "continues")


def put_together(parts: Sequence[Element]) -> None:
    """Moves what continues a part into it: its text behind its text, its notes behind its notes."""
    whole: Element | None = None
    for part in parts:
        if whole is None or not continues(part):
            whole = part
            continue
        for one in inside(part):
            place = next((each for each in inside(whole) if _alike(each, one)), None)
            if place:
                _append(one, place)
            else:
                _move([one], whole)
        part.children.clear()


def _alike(one: Element, other: Element) -> bool:
    return one.name == other.name and one.get("class") == other.get("class")


def _append(piece: Element, place: Element) -> None:
    """Puts what is in `piece` behind what is in `place`.

    Each block of ours has an id, but for the further pieces of one that was cut.
    """
    last = next(reversed(inside(place)), None)
    first = next(iter(inside(piece)), None)
    nodes = list(piece.children)
    if first and last and not first.get("id") and _alike(first, last) and first.name in _CUT:
        _append(first, last)
        nodes.remove(first)
    _move(nodes, place)


_CUT = frozenset(("ul", "ol", "dl", "div", "blockquote"))
"""Elements of the blocks that may be cut: lists, dialogue, verse, quotations."""


def _move(nodes: Sequence[Element | Characters], into: Element) -> None:
    for node in nodes:
        into.children.append(node)
        if isinstance(node, Element):
            node.parent = into
