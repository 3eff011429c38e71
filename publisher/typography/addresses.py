"""Web and mail addresses in a text: no rule changes them, and no hyphen goes into them."""

import msgspec

from publisher.document.addresses import ADDRESS, may_hold_address
from publisher.document.document import Document
from publisher.document.nodes import Inline, Inlines, InlineSpan, Text
from publisher.document.text import map_runs

ROLE = "address"
"""The role of the span around an address."""


def mark_addresses(document: Document) -> Document:
    """`document` with each address in a span with the role `address`."""
    return map_runs(document, marked_addresses)


def marked_addresses(run: Inlines) -> Inlines:
    """`run` with each address in a span of its own."""
    if not any(isinstance(node, Text) and may_hold_address(node.text) for node in run):
        return run
    inlines: list[Inline] = []
    for node in run:
        inlines += _parts(node) if isinstance(node, Text) else [node]
    return tuple(inlines)


def _parts(leaf: Text) -> list[Inline]:
    parts: list[Inline] = []
    position = 0
    for found in ADDRESS.finditer(leaf.text):
        if before := leaf.text[position : found.start()]:
            parts.append(msgspec.structs.replace(leaf, text=before))
        address = msgspec.structs.replace(leaf, text=found[0])
        parts.append(InlineSpan(role=ROLE, children=(address,)))
        position = found.end()
    if rest := leaf.text[position:]:
        parts.append(msgspec.structs.replace(leaf, text=rest) if position else leaf)
    return parts
