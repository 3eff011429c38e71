"""Figures: pictures, what is said of them, and who made them (HTML Living Standard, 4.4.12)."""

import re
from typing import Any

import msgspec

from publisher.document.nodes import Blocks, Figure, Inlines, Paragraph, Quote, Table
from publisher.sources.html.notes import kinds
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE

_CAPTION = re.compile(r"caption|legende|bildunterschrift|bildtext|thumb-?text", re.IGNORECASE)
_CREDIT = re.compile(
    r"credit|copyright|photographer|attribution|(?:image|photo|picture|media)[-_]*(?:source|author|by\b)"
    r"|bildnachweis|bildquelle|fotograf|quelle\b",
    re.IGNORECASE,
)

Node = Element | Characters


class FigureParts(msgspec.Struct, frozen=True):
    """The elements that caption a figure, and what in them is the caption and what the credit."""

    captions: tuple[Element, ...]
    caption: tuple[Node, ...]
    credit: tuple[Node, ...]


def is_captioned(element: Element) -> bool:
    """Whether a box holds nothing but pictures and one caption that says it is one."""
    if element.name not in ("div", "section", "span", "p"):
        return False
    filled = [c for c in element.children if isinstance(c, Element) or c.text.strip(WHITE)]
    if not 2 <= len(filled) <= 4 or not all(isinstance(child, Element) for child in filled):
        return False
    boxes = [child for child in filled if isinstance(child, Element)]
    captions = [child for child in boxes if _is_caption(child)]
    rest = [child for child in boxes if not _is_caption(child)]
    return bool(captions) and bool(rest) and all(_is_picture(child) for child in rest)


def _is_caption(element: Element) -> bool:
    if element.name == "figcaption":
        return True
    said = f"{element.get('class')} {element.get('itemprop')} {element.get('id')}"
    return bool(_CAPTION.search(said) or _CREDIT.search(said)) and bool(element.text().strip(WHITE))


def _is_picture(element: Element) -> bool:
    return not element.text().strip(WHITE) and any(part.name == "img" for part in element.walk())


def figure_parts(element: Element) -> FigureParts:
    """The captions of a figure's element, and the credit in them or beside them."""
    captions = tuple(
        child
        for child in element.children
        if isinstance(child, Element) and (child.name == "figcaption" or _is_caption(child))
    )
    caption: list[Node] = []
    credit: list[Node] = []
    for found in captions:
        into = credit if _is_credit(found) else caption
        if into:
            into.append(Characters(" ", found.start, found.start))
        for child in found.children:
            apart = into is caption and isinstance(child, Element) and _is_credit(child)
            (credit if apart else into).append(child)
    return FigureParts(captions, tuple(caption), tuple(credit))


def _is_credit(element: Element) -> bool:
    return any(_CREDIT.search(kind) for kind in kinds(element)) or element.get("itemprop") in (
        "copyrightHolder",
        "creditText",
        "author",
    )


def captioned(rest: Blocks, caption: Inlines, credit: Inlines, fields: dict[str, Any]) -> Blocks:
    """The blocks of a figure: its pictures together with the caption, then what else is in it."""
    images = tuple(image for block in rest if isinstance(block, Figure) for image in block.images)
    others = tuple(block for block in rest if not isinstance(block, Figure))
    inner = tuple(part for block in rest if isinstance(block, Figure) for part in block.caption)
    if images:
        figure = Figure(images=images, caption=inner + caption, credit=credit, **fields)
        return (figure, *others)
    said = caption + credit
    if len(others) == 1 and isinstance(others[0], Table) and not others[0].caption:
        return (msgspec.structs.replace(others[0], caption=said),)
    if len(others) == 1 and isinstance(others[0], Quote) and not others[0].attribution:
        return (msgspec.structs.replace(others[0], attribution=said),)
    return (*others, Paragraph(children=said, **fields)) if said else others
