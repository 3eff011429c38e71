"""Formulas: MathML cleaned of what is not MathML (MathML Core), and the words beside it."""

from xml.sax.saxutils import escape, quoteattr

from publisher.document.mathml import ATTRIBUTES, ELEMENTS, MATHML
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE

_TEX = ("application/x-tex", "text/x-tex", "tex", "latex")


def formula(element: Element) -> tuple[str, str]:
    """The words of a `<math>` element (its TeX, where it carries that), and its MathML."""
    written = _tex(element) or element.get("alttext") or "".join(_words(element))
    return " ".join(written.split()), _element(element)


def is_display(element: Element) -> bool:
    """Whether a formula stands on lines of its own."""
    return element.get("display") == "block"


def _tex(element: Element) -> str:
    for part in element.walk():
        if part.name == "annotation" and part.get("encoding").lower() in _TEX:
            return part.text().strip()
    return ""


def _words(element: Element) -> list[str]:
    found = []
    for child in element.children:
        if isinstance(child, Characters):
            found.append(child.text)
        elif not child.name.startswith("annotation"):
            found += _words(child)
    return found


def _element(element: Element) -> str:
    inner = "".join(_child(child) for child in element.children)
    if element.name == "math":
        display = ' display="block"' if is_display(element) else ""
        return f'<math xmlns="{MATHML}"{display}>{inner}</math>'
    if element.name not in ELEMENTS:
        return inner  # `semantics` and whatever a page has put inside: what it holds is kept
    kept = "".join(
        f" {key}={quoteattr(value)}"
        for key, value in element.attributes.items()
        if key in ATTRIBUTES
    )
    return f"<{element.name}{kept}>{inner}</{element.name}>"


def _child(child: Element | Characters) -> str:
    if isinstance(child, Characters):
        return escape(child.text) if child.text.strip(WHITE) else ""
    return "" if child.name.startswith("annotation") else _element(child)
