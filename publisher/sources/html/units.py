"""A page as the passages a reader sees: each a line of words or a picture, in the order they stand.

The article is chosen out of these, and each of them is told in `explain`.
"""

from collections.abc import Iterator, Sequence

from publisher.sources.html import names
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE, leaves

Node = Element | Characters


class Unit:
    """A passage: `nodes` stand one after the other in `parent`, and no block in between."""

    __slots__ = ("linked", "nodes", "parent", "text")

    def __init__(self, parent: Element, nodes: list[Node]) -> None:
        self.parent = parent
        self.nodes = nodes
        found = list(leaves(nodes))
        self.text = "".join(leaf.text if isinstance(leaf, Characters) else " " for leaf in found)
        self.linked = sum(
            len(part.text().strip())
            for node in nodes
            if isinstance(node, Element)
            for part in node.walk()
            if part.name == "a"
        )

    @property
    def start(self) -> int:
        """Where the passage starts in the markup."""
        return self.nodes[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.nodes[-1].end

    @property
    def words(self) -> str:
        """Its words, with one space between them."""
        return " ".join(self.text.split())

    @property
    def pictures(self) -> list[Element]:
        """The pictures in it."""
        return [
            part
            for node in self.nodes
            if isinstance(node, Element)
            for part in node.walk()
            if part.name in ("img", "math")
        ]

    def around(self) -> Iterator[Element]:
        """The elements around it, the innermost first."""
        element: Element | None = self.parent
        while element:
            yield element
            element = element.parent


def take_out(passages: Sequence[Unit]) -> None:
    """Takes passages out of the tree, and boxes that are empty without them.

    All at once: a page may have many thousands of them in one box.
    """
    gone = {id(node) for one in passages for node in one.nodes}
    around = {id(one.parent): one.parent for one in passages}
    while around:
        further: dict[int, Element] = {}
        for element in around.values():
            element.children[:] = [c for c in element.children if id(c) not in gone]
            held = any(isinstance(c, Element) or c.text.strip(WHITE) for c in element.children)
            if not held and element.parent and element.name not in ("body", "html"):
                gone.add(id(element))
                further[id(element.parent)] = element.parent
        around = further


def units(root: Element) -> Iterator[Unit]:
    """The passages below `root`, in order; white space between boxes is none."""
    waiting: list[Element | Unit] = [root]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Unit):
            yield part
        else:
            waiting += reversed(list(_parts(part)))


def _parts(element: Element) -> Iterator[Element | Unit]:
    line: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and (child.name in names.BLOCKS or child.holds_blocks):
            yield from _unit(element, line)
            line = []
            yield child
        else:
            line.append(child)
    yield from _unit(element, line)


def _unit(parent: Element, line: list[Node]) -> Iterator[Unit]:
    if any(
        leaf.text.strip(WHITE) if isinstance(leaf, Characters) else leaf.name in ("img", "math")
        for leaf in leaves(line)
    ):
        yield Unit(parent, line)
