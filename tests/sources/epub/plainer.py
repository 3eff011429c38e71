"""Documents as they are compared: before they were made an EPUB, and read back from it.

`CANNOT_COME_BACK` names all that is not compared, and why.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import msgspec

from publisher.document import nodes as n
from publisher.document.document import Document
from publisher.document.text import leaves, runs
from publisher.languages import direction
from publisher.publication.anchors import nodes
from publisher.publication.links import external

CANNOT_COME_BACK = {
    "places": "a node read back stands in the EPUB, not in the source",
    "ids": "an output gives each block an id, and one that stands twice a number; others come back",
    "names of notes": "an output numbers them; they are compared by their numbers",
    "names of pictures": "a picture is compared by its bytes; an output names its file anew",
    "bytes of drawings": "an EPUB makes them fit for dark screens; their names are compared",
    "paths": "a link to chapter.md, or to an id in it, is one to that id in the whole book",
    "form of addresses": "an output writes an address as RFC 3986 has it",
    "directions": "a passage in a language of its own direction says so in an output",
    "MathML": "an output cleans it; that it is MathML, and its words, are compared",
    "empty headings of a table": "a header cell without words is no header, a row of them none",
    "cells of the head": "all of them are headings, whatever the source has",
    "levels below the sixth": "HTML has six levels of headings, a document any number",
    "white space": "XHTML has one space between words, and none at the ends of a run",
}


SPACES = re.compile(r"[ \n]+")
DIGEST = re.compile(r"-[0-9a-f]{10}\.svg$")


class Side:
    """One of the two: the ids and the pictures by which its nodes are compared."""

    def __init__(
        self,
        ids: set[str],
        pictures: Mapping[str, bytes],
        parts: Mapping[str, str],
        names: set[str],
    ) -> None:
        self._ids = ids - names
        self._names = names
        self._pictures = pictures
        self._parts = parts
        self._notes: dict[str, int] = {}

    def document(self, document: Document) -> dict[str, Any]:
        """Blocks and notes of a document; notes in the order of their first calls."""
        self._notes = {}
        blocks = [self._plain(one) for one in document.blocks]
        title = self._plain(document.meta.title)
        notes = []
        names = list(self._notes)
        for name in names:  # grows by those that notes call
            notes.append(self._plain(document.notes.get(name, ())))
            names += [one for one in self._notes if one not in names]
        uncalled = [note for name, note in document.notes.items() if name not in names]
        notes += [self._plain(note) for note in uncalled]
        return {"title": title, "blocks": blocks, "notes": notes}

    def run(self, run: n.Inlines) -> Any:
        return self._plain(run)

    def _plain(self, value: Any) -> Any:
        if isinstance(value, tuple):
            if value and hasattr(value[0], "__struct_config__") and _is_inline(value[0]):
                value = _joined(value)
            return [self._plain(one) for one in value]
        if not isinstance(value, msgspec.Struct):
            return value
        value = self._changed(value)
        found = {
            name: self._plain(inner)
            for name in value.__struct_fields__
            if name not in ("span", "id")
            and (inner := getattr(value, name)) not in (None, (), False)
        }
        if getattr(value, "id", None) in self._ids:
            found["id"] = value.id
        return {"": type(value).__name__, **found}

    def _changed(self, value: msgspec.Struct) -> msgspec.Struct:
        change = msgspec.structs.replace
        match value:
            case n.NoteRef():
                return change(value, note=str(self._notes.setdefault(value.note, len(self._notes))))
            case n.Image():
                data = self._pictures.get(value.src, value.src.encode())
                if value.src.endswith(".svg"):
                    data = DIGEST.sub("", PurePosixPath(value.src).name).encode()
                return change(value, src=hashlib.sha256(data).hexdigest()[:16])
            case n.Link():
                return change(value, href=self._address(value.href))
            case n.CrossRef():
                return change(value, target=value.target.rpartition("#")[2])
            case n.InlineMath() | n.MathBlock():
                return change(value, mathml="MathML" if value.mathml else None)
            case n.Table():
                rows = tuple(
                    tuple(_headed(cell, at < value.head) for cell in row)
                    for at, row in enumerate(value.rows)
                )
                head = tuple(row for row in rows[: value.head] if any(one.header for one in row))
                rows = (*head, *rows[value.head :])
                trimmed = _trimmed(value.alignments)
                return change(value, rows=rows, head=len(head), alignments=trimmed)
            case n.IndexMark():
                sort = ("",) * (len(value.terms) - len(value.sort)) + value.sort
                return change(value, sort=sort if any(sort) else ())
        own = getattr(value, "language", None)
        if own and getattr(value, "direction", None) == direction(own):
            return change(value, direction=None)
        return value

    def _address(self, href: str) -> str:
        path, _, name = href.partition("#")
        if re.match(r"[a-z]+:", href):
            return external(href) or href
        target = name or self._parts.get(path, path)
        return f"#{target if target in self._ids | self._names else '?'}"


def ids_of(*documents: Document) -> set[str]:
    """The ids that sources gave to one node alone."""
    found = Counter(node.id for document in documents for node in nodes(document))
    return {name for name, count in found.items() if name and count == 1}


def _is_inline(value: Any) -> bool:
    return isinstance(value, n.Inline)


def _joined(run: n.Inlines) -> n.Inlines:
    """A run whose words are in one piece, spans that say nothing opened."""
    found: list[n.Inline] = []
    for node in run:
        if isinstance(node, n.InlineSpan) and node == n.InlineSpan(
            children=node.children, span=node.span
        ):
            inner: n.Inlines = node.children
        else:
            inner = (node,)
        for one in inner:
            last = found[-1] if found else None
            bare = isinstance(one, n.Text) and not (one.id or one.language or one.direction)
            if bare and isinstance(last, n.Text) and isinstance(one, n.Text):
                found[-1] = n.Text(text=SPACES.sub(" ", last.text + one.text))
            elif bare and isinstance(one, n.Text):
                found.append(n.Text(text=SPACES.sub(" ", one.text)))
            else:
                found.append(one)
    if found and isinstance(last := found[-1], n.Text):
        found[-1] = msgspec.structs.replace(last, text=last.text.rstrip())
    return tuple(one for one in found if not (isinstance(one, n.Text) and not one.text))


def _headed(cell: n.Cell, in_head: bool) -> n.Cell:
    says = any(
        not isinstance(leaf, n.Text) or leaf.text.strip()
        for block in cell.blocks
        for run in runs(block)
        for leaf in leaves(run)
    )
    return msgspec.structs.replace(cell, header=(cell.header or in_head) and says)


def _trimmed(alignments: tuple[n.Alignment, ...]) -> tuple[n.Alignment, ...]:
    while alignments and alignments[-1] == "none":
        alignments = alignments[:-1]
    return alignments
