"""The inlines of our own layouts (layouts/inlines), read back."""

from collections.abc import Callable
from typing import Any, Literal

from publisher.document.nodes import (
    CrossRef,
    Image,
    Inline,
    InlineMath,
    Inlines,
    InlineSpan,
    Link,
)
from publisher.sources.epub.own.formulas import formula_of
from publisher.sources.epub.own.markup import classes
from publisher.sources.html.context import Context
from publisher.sources.html.tree import Element

_FORMS = {"by-number": "number", "by-title": "title", "by-page": "page"}

_LINKS: dict[str, Literal["biblioref", "glossref"]] = {
    "biblioref": "biblioref",
    "glossref": "glossref",
}
"""Types of links that say what they lead to."""


def inline(
    context: Context, element: Element, fields: dict[str, Any], inner: Callable[[], Inlines]
) -> Inline | None:
    """The inline that `element` was made from; None for what is in HTML as it is.

    `fields` are its span, anchor, language and direction, `inner` reads what is in it.
    """
    kinds = classes(element)
    match element.name:
        case "a" if "cross-reference" in kinds:
            target = (context.address(element) or "").removeprefix("#")
            form: Any = next((_FORMS[kind] for kind in kinds if kind in _FORMS), "number")
            return CrossRef(target=target, form=form, **fields) if target else None
        case "a" if led := _LINKS.get(element.get("epub:type")):
            href, title = context.address(element), element.get("title") or None
            if href is None:
                return None
            return Link(href=href, children=inner(), title=title, role=led, **fields)
        case "cite":
            return InlineSpan(role="citation", children=inner(), **fields)
        case "mark" if kinds:
            return InlineSpan(role=" ".join(kinds), children=inner(), **fields)
        case "img":
            return _picture(element, fields)
        case "span" | "code" if "formula" in kinds:
            text, mathml = formula_of(element)
            return InlineMath(text=text, mathml=mathml, **fields)
        case "span" if kinds and not element.get("data-type") and "small-caps" not in kinds:
            entry = element.get("data-target") or None
            return InlineSpan(role=" ".join(kinds), children=inner(), target=entry, **fields)
    return None


def _picture(element: Element, fields: dict[str, Any]) -> Image:
    """An image; one without words and without a role has no alternative text."""
    alt = element.attributes.get("alt")
    told = bool(alt) or element.get("role") == "presentation"
    title = element.get("title") or None
    return Image(src=element.get("src"), alt=alt if told else None, title=title, **fields)
