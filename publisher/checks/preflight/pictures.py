"""Pictures of pixels: their facts, how fine they are as placed, the inks that they take."""

import re

import pikepdf

from publisher.checks.preflight.colour import CMYK, GREY, RGB, Space, read_space
from publisher.checks.preflight.geometry import sides
from publisher.checks.preflight.marks import Picture

_POINTS_PER_INCH = 72


def picture_of(value: pikepdf.Dictionary | pikepdf.Stream, key: tuple[int, int] | None) -> Picture:
    """The facts of a picture's dictionary (ISO 32000-1, 8.9.5)."""
    mask = bool(value.get("/ImageMask", False))
    return Picture(
        width=int(value.get("/Width", 0)),
        height=int(value.get("/Height", 0)),
        bits=1 if mask else int(value.get("/BitsPerComponent", 8)),
        mask=mask,
        key=key,
    )


def space_of(value: pikepdf.Dictionary | pikepdf.Stream, named: object) -> Space:
    """The colour space of a picture; one packed as JPEG 2000 may say it itself (7.4.9)."""
    stated = value.get("/ColorSpace")
    if stated is None and isinstance(value, pikepdf.Stream) and value.get("/Filter") == _JPX:
        head = value.read_raw_bytes()[:_HEAD]
        found = _COLOUR_BOX.search(head)
        return _ENUMERATED.get(int.from_bytes(found[1], "big"), RGB) if found else RGB
    return read_space(stated, named)


_JPX = pikepdf.Name.JPXDecode
_HEAD = 10_000
_COLOUR_BOX = re.compile(rb"colr\x01..(.{4})", re.DOTALL)
_ENUMERATED = {12: CMYK, 16: RGB, 17: GREY, 18: RGB}
"""Enumerated colour spaces of ISO 15444-1, I.5.3.3, and 15444-2."""


def inline_picture(image: pikepdf.PdfInlineImage) -> pikepdf.Dictionary:
    """The dictionary that a picture amid the operators (8.9.7) would have as an object."""
    value = pikepdf.Dictionary(
        Width=image.width,
        Height=image.height,
        BitsPerComponent=image.bits_per_component or 1,
        ImageMask=bool(image.image_mask),
    )
    space = image.obj.get("/ColorSpace", image.obj.get("/CS"))
    if space is not None:
        value["/ColorSpace"] = space
    return value


def resolution(ctm: pikepdf.Matrix, picture: Picture) -> float:
    """Pixels to the inch as it is placed, in the direction that has fewer; 0 for none."""
    across, up = sides(ctm)
    if not across or not up:
        return 0.0
    return min(picture.width / across, picture.height / up) * _POINTS_PER_INCH
