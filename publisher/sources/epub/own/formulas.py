"""Formulas as our layouts set them, read back: their TeX, or the MathML that they came as."""

from publisher.sources.epub.own.markup import has_class
from publisher.sources.html.mathml import formula
from publisher.sources.html.tree import Element


def formula_of(element: Element) -> tuple[str, str | None]:
    """The source of a formula, and its MathML where it came so."""
    math = next((one for one in element.walk() if one.name == "math"), None)
    if math is None:
        return element.text(), None
    source, mathml = formula(math)
    return math.get("alttext") or source, None if has_class(element, "tex") else mathml
