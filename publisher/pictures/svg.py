"""SVG drawings made safe: only what draws is copied, into a new tree (SVG 2).

`process_svg` takes a file, `clean` an element that a reader has parsed.
"""

import re
from typing import cast
from xml.parsers import expat

import msgspec
from lxml import etree

from publisher.pictures.picture import SVG as MEDIA_TYPE
from publisher.pictures.picture import Note, Processed, Refused
from publisher.pictures.svg_styles import filtered_sheet, filtered_style, is_own, own_value
from publisher.pictures.svg_weight import check_weight
from publisher.pictures.svg_words import ATTRIBUTES, ELEMENTS, UNSEEN, UNWRAPPED

NAMESPACE = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_PREFIXES = cast("dict[str, str]", {None: NAMESPACE, "xlink": _XLINK})  # None: no prefix

BYTES = 4_000_000
DEEPEST = 60
MOST_ELEMENTS = 20_000
WEIGHT = 400_000
"""What a drawing may cost (`svg_weight`) where nobody says otherwise: about two seconds."""
_LONGEST_VALUE, _LONGEST_SHEET = 10_000, 200_000
LARGEST = 20_000
"""Units of width or height: beyond it, a size is a mistake or meant to cost."""


class Drawing(msgspec.Struct, frozen=True):
    """A safe drawing, and the names of what was left out of it."""

    root: etree._Element
    lost: tuple[str, ...]


def process_svg(data: bytes, *, weight: int = WEIGHT) -> Processed:
    """The drawing in `data`, safe to embed, which costs at most `weight` to draw.

    Raises Refused: IMG005 where it is too large, IMG008 where it is not well-formed, IMG015 for
    entities, and for more elements, nesting or repetition than any drawing needs.
    """
    if len(data) > BYTES:
        raise Refused("IMG005", size=f"{len(data) / 1e6:.1f} MB", limit=f"{BYTES / 1e6:.1f} MB")
    _look_ahead(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused("IMG008", reason=str(fault)) from fault
    drawing = clean(root, weight=weight)
    width, height = _sized(drawing.root)
    notes = (Note("IMG014", {"parts": ", ".join(drawing.lost)}),) if drawing.lost else ()
    written = etree.tostring(drawing.root, encoding="utf-8", xml_declaration=True)
    return Processed(written, MEDIA_TYPE, ".svg", width, height, None, notes)


def _look_ahead(data: bytes) -> None:
    """Reads the file by expat before anything builds a tree from it.

    Raises Refused as `process_svg`.
    """
    depth = count = 0

    def refuse(*_: object) -> None:
        raise Refused("IMG015", reason="it declares entities")

    def enter(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        _check_bounds(depth, count)

    def leave(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise Refused("IMG008", reason=f"not well-formed: {fault}") from fault
    except (ValueError, LookupError) as fault:  # an encoding that expat does not read
        raise Refused("IMG008", reason=str(fault)) from fault


def _check_bounds(depth: int, count: int) -> None:
    if depth > DEEPEST:
        raise Refused("IMG015", reason=f"it is nested more than {DEEPEST} deep")
    if count > MOST_ELEMENTS:
        raise Refused("IMG015", reason=f"it has more than {MOST_ELEMENTS} elements")


def clean(root: etree._Element, *, weight: int = WEIGHT) -> Drawing:
    """A copy of the element `root` that holds only what may stay.

    Raises Refused: IMG015 where it is no svg element, or costs too much.
    """
    if _name(root) != "svg":
        raise Refused("IMG015", reason="its first element is no svg")
    copier = _Copier()
    copied = copier.copy(root, None, 1)
    assert copied is not None
    check_weight(copied, weight)
    return Drawing(copied, tuple(sorted(copier.lost)))


def _name(element: etree._Element) -> str | None:
    """The local name of an element of SVG; None for what belongs to another language."""
    if not isinstance(element.tag, str):
        return None
    found = etree.QName(element)
    return found.localname if found.namespace in (NAMESPACE, None) else None


class _Copier:
    """Copies a tree, and notes what it leaves out."""

    def __init__(self) -> None:
        self.lost: set[str] = set()
        self._count = 0

    def copy(
        self, element: etree._Element, parent: etree._Element | None, depth: int
    ) -> etree._Element | None:
        """The copy of `element` below `parent`; None where it, or all but its content, goes."""
        self._count += 1
        _check_bounds(depth, self._count)
        name = _name(element)
        if name in UNWRAPPED and parent is not None:
            self._copy_content(element, parent, depth)
            return None
        if name not in ELEMENTS:
            if name is None and isinstance(element.tag, str):
                if etree.QName(element).namespace == "http://www.w3.org/1999/xhtml":
                    self.lost.add(etree.QName(element).localname)
            elif name is not None and name not in UNSEEN:
                self.lost.add(name)
            return None
        tag = f"{{{NAMESPACE}}}{name}"
        if parent is None:
            made = etree.Element(tag, nsmap=_PREFIXES)
        else:
            made = etree.SubElement(parent, tag)
        self._copy_attributes(element, made)
        if name == "style":
            sheet = "".join(map(str, element.itertext()))
            made.text, lost = filtered_sheet(sheet) if len(sheet) <= _LONGEST_SHEET else ("", True)
            if lost:
                self.lost.add("rules of style")
        else:
            self._copy_content(element, made, depth)
        return made

    def _copy_content(self, element: etree._Element, made: etree._Element, depth: int) -> None:
        _append_text(made, element.text)
        for child in element:
            self.copy(child, made, depth + 1)
            _append_text(made, child.tail)

    def _copy_attributes(self, element: etree._Element, made: etree._Element) -> None:
        for key, value in element.attrib.items():
            found = etree.QName(key)
            kept = self._value(found.namespace, found.localname, str(value))
            if kept is not None:
                made.set(f"{{{_XLINK}}}href" if found.localname == "href" else key, kept)

    def _value(self, namespace: str | None, name: str, value: str) -> str | None:
        """What may stay of an attribute's value; None where all of it goes."""
        if name in ("d", "points"):
            return value
        if len(value) > _LONGEST_VALUE:
            return self._kept(value, False, name)
        if namespace == _XML and name in ("lang", "space"):
            return value
        if name == "href" and namespace in (None, _XLINK):
            return self._kept(value.strip(), is_own(value), name)
        if namespace is not None:
            return None
        if name == "style":
            kept, lost = filtered_style(value)
            return self._kept(kept, not lost, "style") or kept or None
        if name in ATTRIBUTES:
            return self._kept(value, own_value(value), name)
        if name.lower().startswith("on") or name == "filter":
            self.lost.add(name)
        return None

    def _kept(self, value: str, safe: bool, name: str) -> str | None:
        if not safe:
            self.lost.add(name)
        return value if safe else None


def _append_text(made: etree._Element, text: str | None) -> None:
    """Adds `text` after what `made` holds so far; white space between shapes is not kept."""
    if not text:
        return
    last = made[-1] if len(made) else None
    if last is None:
        made.text = (made.text or "") + text
    else:
        last.tail = (last.tail or "") + text


_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)\s*([a-z]*|%)\s*")
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}
_BOX = re.compile(r"[\s,]+")


def _sized(root: etree._Element) -> tuple[int, int]:
    """The drawing's size in pixels; `root` gets a viewBox where it has none, so that it scales.

    Raises Refused: IMG015 for a size that no page has.
    """
    box = _view_box(root)
    width = _pixels(root.get("width")) or (box[0] if box else 300.0)
    height = _pixels(root.get("height")) or (box[1] if box else 150.0)
    if box and root.get("width") is None and root.get("height") is not None:
        width = height * box[0] / box[1]
    elif box and root.get("height") is None and root.get("width") is not None:
        height = width * box[1] / box[0]
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise Refused("IMG015", reason=f"its size is {width:g} × {height:g}")
    if box is None:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    return max(1, round(width)), max(1, round(height))


def _pixels(length: str | None) -> float | None:
    """A length in CSS pixels; None for none, for a share, and for what is no length."""
    found = _LENGTH.fullmatch(length or "")
    if found is None or found[2] not in _PIXELS:
        return None
    return float(found[1]) * _PIXELS[found[2]]


def _view_box(root: etree._Element) -> tuple[float, float] | None:
    parts = _BOX.split(root.get("viewBox", "").strip())
    if len(parts) != 4 or not all(_LENGTH.fullmatch(part) for part in parts):
        return None
    try:
        width, height = float(parts[2]), float(parts[3])
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 else None
