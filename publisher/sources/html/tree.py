"""The tree that HTML is read into: elements and characters, each with its place.

One form for what a HTML5 parser and what an XML parser found. `Builder` is fed by both, and lets
nothing through that is active: what it leaves out is counted in `removed`.
"""

from collections.abc import Iterator

import msgspec

from publisher.sources.html import names
from publisher.sources.html.safety import DATA, harmless, refusal

DEEPEST = 60
"""Elements inside one another that are kept; a page that people write has about thirty."""

DEEPEST_MEANING = 24
"""Lists, quotations, tables and emphases inside one another that are kept."""


class Characters:
    """Words, from `start` to `end` of the markup (offsets from 0; a line number in XML)."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


class Element:
    """An element with its attributes; names are in lower case, without a namespace."""

    __slots__ = ("attributes", "children", "end", "holds_blocks", "name", "parent", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | Characters] = []
        self.parent: Element | None = None
        self.holds_blocks = False
        self.start = start
        self.end = start

    def get(self, attribute: str) -> str:
        """The value of an attribute, without white space around it; empty where there is none."""
        return self.attributes.get(attribute, "").strip()

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def characters(self) -> Iterator[Characters]:
        """All characters below this element, in the order of the document."""
        waiting: list[Element | Characters] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Characters):
                yield node
            else:
                waiting += reversed(node.children)

    def text(self) -> str:
        """The words below this element, as they are written."""
        return "".join(node.text for node in self.characters())


class Removal(msgspec.Struct, frozen=True):
    """Something that was left out: what kind of thing, where, and the words that were in it."""

    kind: str
    start: int
    text: str = ""


class Tree(msgspec.Struct, frozen=True):
    """What was parsed, and what was left out of it, in the order of the document.

    `data` holds what the page says of itself in JSON-LD.
    """

    root: Element
    removed: tuple[Removal, ...]
    data: tuple[str, ...] = ()


class Builder:
    """Takes what a parser finds, in the order of the document, and builds a tree of it."""

    def __init__(self) -> None:
        self.root = Element("#root", {}, 0)
        self.data: list[str] = []
        self.removed: list[Removal] = []
        self._open = self.root
        # What closes with each open tag: the element it made, or None where it made none.
        self._tags: list[Element | None] = []
        self._depth = 0
        self._meaning = 0

    def start(self, name: str, attributes: dict[str, str], start: int) -> bool:
        """Opens an element; False where it and all in it is left out, and must not be closed."""
        reason = refusal(name, attributes)
        if name == "title" and self._open.name not in ("head", "html"):
            reason = "title inside the text"
        if name == "object" and not reason:  # what is in it stands for it, where it cannot be shown
            self.removed.append(Removal("frame or object", start))
            self._tags.append(None)
            return True
        if reason:
            self.removed.append(Removal(reason, start))
            return False
        kept = harmless(name, attributes, lambda kind: self.removed.append(Removal(kind, start)))
        self._tags.append(self._opened(name, kept, start))
        return True

    def _opened(self, name: str, attributes: dict[str, str], start: int) -> Element | None:
        means = name in names.NESTING
        if means and (self._meaning >= DEEPEST_MEANING or self._depth >= 2 * DEEPEST):
            self.removed.append(Removal("level of nesting", start))
            return None
        if name not in names.VOID and self._depth >= (2 if name in names.INNER else 1) * DEEPEST:
            return None  # a box in boxes: what it holds is kept, and it says nothing
        if name in names.UNWRAPPED:
            return None
        element = Element(name, attributes, start)
        element.parent = self._open
        self._open.children.append(element)
        self._open = element
        self._depth += 1
        self._meaning += means
        return element

    def characters(self, text: str, start: int, end: int) -> None:
        """Adds words to the element that is open."""
        children = self._open.children
        children.append(Characters(text, start, end))

    def words_left_out(self, text: str) -> None:
        """Notes the words that were in what `start` refused last."""
        last = self.removed[-1]
        self.removed[-1] = msgspec.structs.replace(last, text=text)
        if last.kind == DATA:
            self.data.append(text)

    def end(self, end: int) -> None:
        """Closes the element that was opened last."""
        element = self._tags.pop()
        if element is None or element.parent is None:
            return
        last = element.children[-1].end if element.children else element.start
        element.end = max(end, last)
        parent = element.parent
        if element.name in names.BLOCKS or element.holds_blocks:
            parent.holds_blocks = True
        self._open = parent
        self._depth -= 1
        self._meaning -= element.name in names.NESTING

    def finish(self) -> Tree:
        """The whole tree."""
        children = self.root.children
        self.root.end = children[-1].end if children else 0
        return Tree(self.root, tuple(self.removed), tuple(self.data))
