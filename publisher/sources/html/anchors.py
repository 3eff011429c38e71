"""The anchors of a page: each id once, in a form that XML takes (XML 1.0, 3.3.1; NCName)."""

import re
from collections.abc import Container, Iterable, Iterator
from urllib.parse import unquote

from msgspec import Struct

from publisher.sources.html.tree import Element
from publisher.span import Span

_START = (
    r"A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_STARTS = re.compile(f"[{_START}]")
_BAD = re.compile(rf"[^{_START}.0-9\u00b7\u0300-\u036f\u203f\u2040-]")


def collect_ids(root: Element) -> tuple[dict[str, str], list[Element]]:
    """From each id as it is written to the anchor it becomes; and the elements with an id again.

    The first of two elements with one id has it, as browsers find it (DOM, getElementById).
    """
    found: dict[str, str] = {}
    taken = Taken()
    again = []
    for element in root.walk():
        written = element.get("id") or (element.get("name") if element.name == "a" else "")
        element.attributes.pop("id", None)
        if not written:
            continue
        if written in found:
            again.append(element)
            continue
        found[written] = taken.take(anchor_of(written))
        element.attributes["id"] = written
    return found, again


def led_to(root: Element, address: str | None) -> set[str]:
    """The ids that links of a page lead to; `address` is the page's own, if it is known."""
    own = {"", (address or "").partition("#")[0]}
    found = (element.get("href").partition("#") for element in root.walk() if element.name == "a")
    return {unquote(target) for page, _, target in found if page in own and target}


def ids_outside(root: Element, kinds: Container[str]) -> set[str]:
    """The ids of all elements but those of the names in `kinds`."""
    return {element.get("id") for element in root.walk() if element.name not in kinds}


def anchor_of(written: str) -> str:
    """An id in the form that XML takes: the same where it can be."""
    anchor = _BAD.sub("-", written)
    return anchor if _STARTS.match(anchor) else f"id-{anchor}"


class Taken:
    """Anchors that are taken, each once. Numbers go on where they have got to for a name."""

    def __init__(self, anchors: Iterable[str] = ()) -> None:
        self._anchors = set(anchors)
        self._last: dict[str, int] = {}

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._anchors

    def take(self, anchor: str) -> str:
        """`anchor`, or with the first number behind it that no other has."""
        found, number = anchor, self._last.get(anchor, 1)
        while found in self._anchors:
            number += 1
            found = f"{anchor}-{number}"
        self._last[anchor] = number
        self._anchors.add(found)
        return found


def anchors_in(value: object) -> Iterator[str]:
    """The anchors of all nodes in `value`, blocks or notes or nodes."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting += one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, Struct) and not isinstance(one, Span):
            if anchor := getattr(one, "id", None):
                yield anchor
            waiting += [getattr(one, name) for name in one.__struct_fields__]
