"""The names of Office Open XML (ECMA-376 part 1), as lxml writes them, and short ways to look."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
ANCHORED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{MAIN}}}{name}"


def r(name: str) -> str:
    """A name of the relationships that parts refer by."""
    return f"{{{RELATIONSHIPS}}}{name}"


def m(name: str) -> str:
    """A name of Office's mathematics."""
    return f"{{{MATH}}}{name}"


VAL = w("val")


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of WordprocessingML names, None where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` at the end of such a path."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def number(text: str | None, default: int = 0) -> int:
    """A whole number as parts write it, the default where it is none."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def switch(element: Element | None, name: str) -> bool | None:
    """Whether the property `name` is on (17.17.4, ST_OnOff); None where nothing is said."""
    found = child(element, name)
    if found is None:
        return None
    return found.get(VAL, "true").lower() not in ("0", "false", "off")


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children with a WordprocessingML name."""
    if element is not None:
        yield from element.iterchildren(w(name))
