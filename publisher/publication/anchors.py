"""Ids: one for each block, so that contents, notes and validators' findings can point at it.

An id is unique in its publication and an XML name (Namespaces in XML 1.0, NCName), whatever the
source had.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from publisher.document.document import Document
from publisher.document.ids import Ids
from publisher.document.nodes import Block, Heading, Inline, Node
from publisher.document.shape import holding, is_block
from publisher.document.slugs import slug
from publisher.document.text import plain
from publisher.span import Span

# The shape of a language tag (RFC 5646, 2.1); a source may have anything there.
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


class Anchored(msgspec.Struct, frozen=True):
    """A document whose ids are valid and unique.

    `targets` leads from each id that the source had to the first node's that has it now;
    `repeated` holds the nodes whose id stood before them already, by that id.
    """

    document: Document
    targets: dict[str, str]
    repeated: dict[str, Span | None]


def anchor_blocks(document: Document, prefix: str, ids: Ids) -> Anchored:
    """`document` with an id on each block that has none: `prefix`, and its number in order."""
    giver = _Giver(prefix, ids)
    giver.reserve(document)
    return Anchored(giver.given(document), giver.targets, giver.repeated)


class _Giver:
    def __init__(self, prefix: str, ids: Ids) -> None:
        self._numbers = iter(range(1, 1_000_000_000))
        self._prefix = prefix
        self._ids = ids
        self.targets: dict[str, str] = {}
        self.repeated: dict[str, Span | None] = {}
        self._met: set[str] = set()

    def reserve(self, document: Document) -> None:
        """The ids of the source keep their names before any is made up."""
        for node in nodes(document):
            if node.id and node.id not in self.targets:
                self.targets[node.id] = self._ids.fresh(node.id)

    def given(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self.given, value))
        if isinstance(value, dict):
            return {key: self.given(item) for key, item in value.items()}
        if not isinstance(value, msgspec.Struct) or isinstance(value, Span):
            return value
        changes: dict[str, object] = {}
        if isinstance(value, Node) and (value.id or is_block(value.__class__)):
            changes["id"] = self._id(value)
        if language := getattr(value, "language", None):
            changes["language"] = language if _LANGUAGE.fullmatch(language) else None
        for name in holding(value.__class__):
            inner = getattr(value, name)
            if inner:
                changes[name] = self.given(inner)
        return msgspec.structs.replace(value, **changes) if changes else value

    def _id(self, node: Node) -> str:
        if not node.id:
            return self._ids.fresh(f"{self._prefix}-{next(self._numbers)}")
        if node.id not in self._met:
            self._met.add(node.id)
            return self.targets[node.id]
        self.repeated.setdefault(node.id, node.span)
        return self._ids.fresh(node.id)


def heading_slugs(document: Document, headline: str | None) -> dict[str, str]:
    """From the words of each heading, as `slug` writes them, to its id; `headline` is the title's.

    The second heading of the same words has 1 behind them, as on GitHub.
    """
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    titles = [(plain(document.meta.title), headline)] if headline else []
    headings = (node for node in nodes(document.blocks) if isinstance(node, Heading))
    for words, anchor in (*titles, *((plain(node.children), node.id) for node in headings)):
        wanted = slug(words) if words.strip() else ""
        count = counts[wanted] = counts.get(wanted, -1) + 1
        if wanted and anchor:
            found.setdefault(f"{wanted}-{count}" if count else wanted, anchor)
    return found


def deepest(document: Document) -> tuple[int, Span | None]:
    """How many nodes stand in each other at most, and where; found without recursion."""
    found: tuple[int, Span | None] = (0, None)
    waiting: list[tuple[object, int, Span | None]] = [(document, 0, None)]
    while waiting:
        value, depth, place = waiting.pop()
        if isinstance(value, Node):
            depth, place = depth + 1, value.span or place
            if depth > found[0]:
                found = depth, place
        if isinstance(value, tuple):
            waiting += [(item, depth, place) for item in value]
        elif isinstance(value, dict):
            waiting += [(item, depth, place) for item in value.values()]
        elif isinstance(value, msgspec.Struct):
            inner = (getattr(value, name) for name in holding(type(value)))
            waiting += [(item, depth, place) for item in inner if item]
    return found


def anchors(document: object) -> dict[str, Span]:
    """From each id in `document` to the span of its node."""
    return {
        node.id: node.span
        for node in nodes(document)
        if is_block(type(node)) and node.id and node.span
    }


def nodes(value: object) -> Iterator[Block | Inline]:
    """Every block and inline in `value`, in reading order."""
    found: list[Block | Inline] = []
    _gather(value, found)
    return iter(found)


def _gather(value: Any, found: list[Block | Inline]) -> None:
    """Appends to one list: generators in each other cost twice the time on a book."""
    if isinstance(value, tuple):
        for item in value:
            if isinstance(item, Node) and not holding(item.__class__):
                found.append(item)  # type: ignore[arg-type]  # words mostly, half of all nodes
            else:
                _gather(item, found)
    elif isinstance(value, dict):
        for item in value.values():
            _gather(item, found)
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, Node):
            found.append(value)  # type: ignore[arg-type]  # each is a block or an inline
        for name in holding(type(value)):
            inner = getattr(value, name)
            if inner:
                _gather(inner, found)
