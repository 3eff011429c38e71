"""What a drawing costs once every reference in it is followed: use, patterns, masks, markers."""

import re

from lxml import etree

from publisher.pictures.picture import Refused

HEAVIEST = 30_000
_REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
_GRADIENTS = ("linearGradient", "radialGradient")
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


def check_weight(root: etree._Element) -> None:
    """Counts the elements that are drawn, those that are referred to as often as they are.

    Raises Refused: IMG015 where they are too many, or refer to themselves.
    """
    named: dict[str, etree._Element] = {}
    for element in root.iter():
        if element.get("id"):
            named.setdefault(element.get("id", ""), element)
    _check_sheets(root, named)
    weigher = _Weigher(named)
    if weigher.weight(root) > HEAVIEST:
        raise Refused("IMG015", reason=f"it repeats its parts more than {HEAVIEST} times")


def _check_sheets(root: etree._Element, named: dict[str, etree._Element]) -> None:
    """Style sheets refer to gradients alone: how often a rule applies is not counted."""
    for sheet in root.iter("{*}style"):
        for target in _REFERENCE.findall(sheet.text or ""):
            element = named.get(target)
            if element is not None and etree.QName(element).localname not in _GRADIENTS:
                raise Refused("IMG015", reason=f"its style sheet refers to #{target}")


class _Weigher:
    """Weighs each named element once; one that is being weighed already is in a circle."""

    def __init__(self, named: dict[str, etree._Element]) -> None:
        self._named = named
        self._weights: dict[str, int] = {}
        self._open: set[str] = set()

    def weight(self, element: etree._Element) -> int:
        """The elements drawn for `element`; a little over `HEAVIEST` is as good as more."""
        name = element.get("id")
        known = self._weights.get(name or "")
        if known is not None:
            return known
        if name:
            if len(self._open) > 200:
                raise Refused("IMG015", reason="its references are nested too deep")
            self._open.add(name)
        total = 1 + sum(self._referred(target) for target in _references(element))
        for child in element:
            total = min(total + self.weight(child), HEAVIEST + 1)
        if name:
            self._open.discard(name)
            self._weights[name] = total
        return total

    def _referred(self, target: str) -> int:
        if target in self._open:
            raise Refused("IMG015", reason=f"#{target} refers to itself")
        element = self._named.get(target)
        return 0 if element is None else self.weight(element)


def _references(element: etree._Element) -> list[str]:
    found = [name for value in element.attrib.values() for name in _REFERENCE.findall(str(value))]
    link = element.get(_XLINK_HREF)
    return [*found, link[1:]] if link else found
