"""Pictures made to fit a reading system: no more pixels, bytes, colours than it takes."""

import io
import math
from collections.abc import Iterator

import msgspec
from PIL import Image

from publisher.pictures import png
from publisher.pictures.picture import Picture, Processed
from publisher.pictures.raster import is_drawn, is_transparent, packed_jpeg
from publisher.pictures.shelf import Shelf, digest_of

_SMALLER = 0.8
_TRIES = 8
"""A picture whose file is too large loses a fifth of its sides, at most that often."""


class Frame(msgspec.Struct, frozen=True):
    """What a picture of pixels may be: at most so many pixels and bytes, in these colours.

    `white`: what is transparent is set on white. `quality` is Pillow's, of a JPEG written anew.
    """

    pixels: int
    size: int
    grey: bool
    white: bool
    quality: int


def fit_picture(picture: Picture, frame: Frame, shelf: Shelf) -> Picture:
    """`picture` as it fits into `frame`, converted once; itself where it does or is a drawing.

    It may still be larger than `frame.size` where no smaller one could be told from dirt.
    """
    if picture.vector or _fits(picture, frame):
        return picture
    key = f"{digest_of(picture.data)} {frame}"
    made = shelf.get(key)
    if made is None:
        made = _converted(picture, frame)
        shelf.put(key, made)
    if made.data == picture.data:
        return picture
    stem = picture.name.rpartition("-")[0]
    return msgspec.structs.replace(
        picture,
        name=f"{stem}-{digest_of(made.data)[:10]}{made.suffix}",
        data=made.data,
        media_type=made.media_type,
        width=made.width,
        height=made.height,
    )


def _fits(picture: Picture, frame: Frame) -> bool:
    if picture.width * picture.height > frame.pixels or len(picture.data) > frame.size:
        return False
    if not (frame.grey or frame.white):
        return True
    with Image.open(io.BytesIO(picture.data)) as image:  # its head says enough
        return not (
            (frame.grey and image.mode not in ("1", "L", "LA"))
            or (frame.white and is_transparent(image))
        )


def _converted(picture: Picture, frame: Frame) -> Processed:
    image = _coloured(picture.data, frame)
    drawn = picture.media_type == "image/png" and (is_transparent(image) or is_drawn(image))
    sizes = list(_sizes(image.size, frame.pixels))
    for size in sizes:
        pixels = image if size == image.size else _resized(image, size)
        data = png.written(pixels) if drawn else packed_jpeg(pixels, frame.quality)
        # A photograph as PNG would have to lose most of its pixels.
        if drawn and len(data) > frame.size and not is_transparent(pixels):
            data, drawn = packed_jpeg(pixels, frame.quality), False
        if len(data) <= frame.size:
            break
    kind, suffix = ("image/png", ".png") if drawn else ("image/jpeg", ".jpg")
    return Processed(data, kind, suffix, *pixels.size)


def _coloured(data: bytes, frame: Frame) -> Image.Image:
    with Image.open(io.BytesIO(data)) as file:
        image: Image.Image = file.copy()
    if frame.white and is_transparent(image):
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(ground, layered).convert("RGB")
    if frame.grey and image.mode not in ("1", "L", "LA"):
        image = image.convert("LA" if is_transparent(image) else "L")
    return image


def _sizes(size: tuple[int, int], most: int) -> Iterator[tuple[int, int]]:
    """The sizes that are tried: the largest that has no more pixels, then smaller ones."""
    width, height = size
    scale = min(1.0, math.sqrt(most / (width * height)))
    for _ in range(_TRIES):
        yield max(1, math.floor(width * scale)), max(1, math.floor(height * scale))
        scale *= _SMALLER


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """`image` in another size; of a palette's colours none could be mixed."""
    modes = {"1": "L", "P": "RGBA" if is_transparent(image) else "RGB"}
    smooth = image.convert(modes[image.mode]) if image.mode in modes else image
    return smooth.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
