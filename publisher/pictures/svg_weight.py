"""What a drawing costs once every reference in it is followed: use, patterns, masks, markers.

The unit is a character of a path, about 4 µs in WeasyPrint; an element and a letter of a text cost
as many of them as was measured.
"""

import re

from lxml import etree

from publisher.pictures.picture import Refused

ELEMENT, LETTER = 50, 35
_REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
_SVG = "{http://www.w3.org/2000/svg}"
_TEXTS = {f"{_SVG}text", f"{_SVG}tspan", f"{_SVG}textPath"}
_CORNER = re.compile(r"[\s,A-Za-z]+")
_SELECTOR = re.compile(r"[,{]")
_GRADIENTS = ("linearGradient", "radialGradient")
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


def check_weight(root: etree._Element, most: int) -> None:
    """Weighs what is drawn, and what is referred to as often as it is.

    Raises Refused: IMG015 where they are too many, or refer to themselves.
    """
    named: dict[str, etree._Element] = {}
    for element in root.iter():
        if element.get("id"):
            named.setdefault(element.get("id", ""), element)
    _check_sheets(root, named)
    weight = _Weigher(named, most).weight(root) + _matching(root)
    if weight > most:
        raise Refused("IMG015", reason=f"to draw it costs more than {most} (limits.drawing_weight)")


def _check_sheets(root: etree._Element, named: dict[str, etree._Element]) -> None:
    """Style sheets refer to gradients alone: how often a rule applies is not counted."""
    for sheet in root.iter("{*}style"):
        for target in _REFERENCE.findall(sheet.text or ""):
            element = named.get(target)
            if element is not None and etree.QName(element).localname not in _GRADIENTS:
                raise Refused("IMG015", reason=f"its style sheet refers to #{target}")


def _matching(root: etree._Element) -> int:
    """What it costs to try each rule of the style sheets on each element: half a unit."""
    selectors = sum(len(_SELECTOR.findall(sheet.text or "")) for sheet in root.iter("{*}style"))
    return selectors * sum(1 for _ in root.iter()) // 2


class _Weigher:
    """Weighs each named element once; one that is being weighed already is in a circle."""

    def __init__(self, named: dict[str, etree._Element], most: int) -> None:
        self._named = named
        self._most = most
        self._weights: dict[str, int] = {}
        self._open: set[str] = set()

    def weight(self, element: etree._Element) -> int:
        """What `element` costs; a little over the most is as good as any more."""
        name = element.get("id")
        known = self._weights.get(name or "")
        if known is not None:
            return known
        if name:
            if len(self._open) > 200:
                raise Refused("IMG015", reason="its references are nested too deep")
            self._open.add(name)
        # A marker is drawn at every corner of its path.
        times = _corners(element) if "url(" in _marking(element) else 1
        total = _own_weight(element)
        total += times * sum(self._referred(target) for target in _references(element))
        for child in element:
            total = min(total + self.weight(child), self._most + 1)
        if name:
            self._open.discard(name)
            self._weights[name] = total
        return total

    def _referred(self, target: str) -> int:
        if target in self._open:
            raise Refused("IMG015", reason=f"#{target} refers to itself")
        element = self._named.get(target)
        return 0 if element is None else self.weight(element)


def _own_weight(element: etree._Element) -> int:
    letters = len(element.text or "") if element.tag in _TEXTS else 0
    letters += sum(len(child.tail or "") for child in element if element.tag in _TEXTS)
    paths = len(element.get("d", "")) + len(element.get("points", ""))
    lists = sum(len(element.get(name, "")) for name in ("transform", "stroke-dasharray", "style"))
    return ELEMENT + paths + lists + LETTER * letters


def _corners(element: etree._Element) -> int:
    return 1 + len(_CORNER.findall(element.get("d", "") + element.get("points", "")))


def _marking(element: etree._Element) -> str:
    """What an element says of its markers, or hands down to the shapes in it."""
    return " ".join(
        str(value) for name, value in element.items() if str(name).startswith(("marker", "style"))
    )


def _references(element: etree._Element) -> list[str]:
    found = [name for value in element.attrib.values() for name in _REFERENCE.findall(str(value))]
    link = element.get(_XLINK_HREF)
    return [*found, link[1:]] if link else found
