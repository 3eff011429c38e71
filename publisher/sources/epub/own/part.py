"""A part of a book of ours (layouts/parts), read back: what it is, its opening, its blocks."""

import re

import msgspec

from publisher.configuration.publication import PartEntry
from publisher.document.document import Meta
from publisher.document.nodes import Block, Blocks, Heading
from publisher.sources.epub.own.markup import child, classes, inside
from publisher.sources.epub.own.opening import read_opening, run_in_dateline
from publisher.sources.html.blocks import blocks
from publisher.sources.html.context import Context, direction_of, language_of
from publisher.sources.html.tree import Element

_ROLE = re.compile(r"(?:^|\s)role-([\w-]+)")
_MATTER = re.compile(r"(?:^|\s)of-(?:front|body|back)(?:\s|$)")
_WITHOUT_TEXT = frozenset(
    ("cover", "half-title", "title-page", "contents", "list-of-figures", "list-of-tables")
) | frozenset(("notes", "index"))
"""Roles of pages that are made of what the publication holds, and have nothing of their own."""
_MADE = frozenset(("signed", "contributor", "staff", "imprint-lines"))
"""What a layout adds to a part's text."""


class OwnPart(msgspec.Struct, frozen=True):
    """A part as publication.toml would name it, what it says of itself, and its text.

    Headings right in the text count from 1, whatever the `depth` of the part.
    """

    entry: PartEntry
    depth: int
    meta: Meta
    blocks: Blocks


def own_part(section: Element) -> Element | None:
    """The element of the part that a content document of ours holds."""
    return next((one for one in inside(section) if _is_part(one)), None)


def _is_part(element: Element) -> bool:
    kinds = element.get("class")
    return bool(_ROLE.search(kinds) and _MATTER.search(kinds))


def read_part(context: Context, element: Element, whole: Meta) -> OwnPart:
    """The part in `element`; `whole` says the language of the book."""
    role = _said(element, "role") or "chapter"
    depth = int(_said(element, "depth") or 0)
    meta = Meta(
        language=language_of(element) or whole.language,
        direction=direction_of(element) or whole.direction,  # type: ignore[arg-type]
        role=role,
    )
    if role != "title-page":  # its headline is the title of the book
        meta = read_opening(context, element, meta)
    entry = msgspec.convert(
        {
            "role": role,
            "section": element.get("data-section") or None,
            "start": _said(element, "starts"),
            "layout": _said(element, "layout"),
            "space": _said(element, "space"),
        },
        PartEntry,
    )
    made = () if role in _WITHOUT_TEXT else tuple(_text(context, element, role))
    if meta.dateline is None and (filed := run_in_dateline(made, meta.language)):
        meta = msgspec.structs.replace(meta, dateline=filed)
    return OwnPart(entry, depth, meta, tuple(_raised(one, depth) for one in made))


def _said(element: Element, name: str) -> str | None:
    """What the class `NAME-value` of an element says."""
    before = f"{name}-"
    found = (one.removeprefix(before) for one in classes(element) if one.startswith(before))
    return next(found, None)


def _text(context: Context, element: Element, role: str) -> Blocks:
    """The blocks of a part's text, less what its layout has added to them."""
    text = child(element, "space" if role == "advertisement" else "text")
    if text is None:
        return ()
    kept = [one for one in text.children if not (isinstance(one, Element) and _is_made(one))]
    return blocks(context, kept)


def _is_made(element: Element) -> bool:
    return bool(_MADE & set(classes(element)))


def _raised(block: Block, depth: int) -> Block:
    if isinstance(block, Heading):
        return msgspec.structs.replace(block, level=max(1, block.level - depth))
    return block
