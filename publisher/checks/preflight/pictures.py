"""Pictures of pixels: their facts, how fine they are as placed, the inks that they take."""

import pikepdf

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
