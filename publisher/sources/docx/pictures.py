"""Pictures inside a Word file (DrawingML, ECMA-376-1, 20; VML, part 4, 14), with their words."""

import io
import posixpath
import re
import warnings
from collections.abc import Iterator

import msgspec
from PIL import Image as Pixels

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.nodes import Image
from publisher.sources.docx.names import (
    ANCHORED,
    DECORATIVE,
    DRAWING,
    OFFICE,
    VML,
    Element,
    r,
    w,
)
from publisher.sources.docx.package import Package, Part
from publisher.span import Span

MOST_PIXELS = 100_000_000
"""Pixels of one picture: a page of A2 at 600 dots an inch has as many. More are not decoded."""

_SUFFIXES = {
    "PNG": ".png",
    "JPEG": ".jpg",
    "GIF": ".gif",
    "WEBP": ".webp",
    "TIFF": ".tif",
    "BMP": ".bmp",
}
_BOX = w("txbxContent")


class Found(msgspec.Struct, frozen=True):
    """A picture that a drawing names: the relationship, its words, whether it is only linked."""

    relationship: str
    alt: str | None
    title: str | None
    linked: bool = False


class Pictures:
    """Pictures taken out of the package, by the names that the document calls them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._names: dict[str, str | Diagnostic] = {}
        self.embedded: dict[str, bytes] = {}

    def image(self, found: Found, part: Part, place: Span) -> Image | Diagnostic:
        """The picture as an inline, or why it is left out."""
        relationship = part.relationships.get(found.relationship)
        if relationship is None:
            return _left_out(place, "it is not in the file")
        if relationship.external:
            return _left_out(place, f"it is only linked, to {relationship.target[:200]}")
        name = self._names.get(relationship.target)
        if name is None:
            name = self._names[relationship.target] = self._take(relationship.target, place)
        if isinstance(name, Diagnostic):
            return name
        return Image(src=name, alt=found.alt, title=found.title, span=place)

    def _take(self, target: str, place: Span) -> str | Diagnostic:
        if target not in self._package.archive:
            return _left_out(place, f"the file holds no {target[:200]}")
        try:
            data = self._package.archive.read(target)
        except PublisherError as failure:
            return _left_out(place, failure.diagnostics[0].message)
        kind = _kind(data)
        if kind not in _SUFFIXES:
            return _left_out(place, kind)
        stem = re.sub(r"[^\w.-]", "-", posixpath.splitext(posixpath.basename(target))[0])
        name = f"media/{stem}{_SUFFIXES[kind]}"
        while name in self.embedded:
            name = f"media/{len(self.embedded)}-{posixpath.basename(name)}"
        self.embedded[name] = data
        return name


def _kind(data: bytes) -> str:
    """The format by the picture's first bytes, or why it cannot be taken. Nothing is decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Pixels.open(io.BytesIO(data), formats=tuple(_SUFFIXES)) as picture:
                width, height = picture.size
                # A photograph with a second one behind it (MPO) begins as a JPEG does.
                kind = (picture.format or "").replace("MPO", "JPEG")
    except Pixels.DecompressionBombError:
        return f"it has more than {MOST_PIXELS // 1_000_000} million pixels"
    except (OSError, ValueError, SyntaxError, OverflowError):
        return "it is in no format for pictures that is read"
    if width * height > MOST_PIXELS:
        return f"it has {width} × {height} pixels, more than {MOST_PIXELS // 1_000_000} million"
    return kind


def _left_out(place: Span, reason: str) -> Diagnostic:
    return diagnose("DOC007", place, reason=reason)


def in_drawing(drawing: Element) -> Iterator[Found]:
    """The pictures of a drawing, those in its text boxes not counted."""
    said = next(drawing.iter(f"{{{ANCHORED}}}docPr"), None)
    alt = title = None
    if said is not None:
        alt = said.get("descr") or None
        title = said.get("title") or None
        if any(
            mark.get("val") in ("1", "true") for mark in said.iter(f"{{{DECORATIVE}}}decorative")
        ):
            alt = ""
    for blip in outside_boxes(drawing, f"{{{DRAWING}}}blip"):
        if blip.get(r("embed")):
            yield Found(blip.get(r("embed"), ""), alt, title)
        elif blip.get(r("link")):
            yield Found(blip.get(r("link"), ""), alt, title, linked=True)


def in_vml(picture: Element) -> Iterator[Found]:
    """The pictures of a VML drawing or of an embedded object."""
    for data in outside_boxes(picture, f"{{{VML}}}imagedata"):
        shape = data.getparent()
        alt = shape.get("alt") if shape is not None else None
        title = data.get(f"{{{OFFICE}}}title") or None
        identifier = data.get(r("id")) or data.get(r("pict"))
        if identifier:
            yield Found(identifier, alt or None, title)


def outside_boxes(drawing: Element, name: str) -> Iterator[Element]:
    """The descendants of that name that are not in a text box of the drawing."""
    return (found for found in drawing.iter(name) if not _boxed(found, drawing))


def boxes_in(drawing: Element) -> Iterator[Element]:
    """The contents of a drawing's text boxes, not those of boxes inside them."""
    return outside_boxes(drawing, _BOX)


def _boxed(element: Element, drawing: Element) -> bool:
    for outer in element.iterancestors():
        if outer is drawing:
            return False
        if outer.tag == _BOX:
            return True
    return False
