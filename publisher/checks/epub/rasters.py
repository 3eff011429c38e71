"""The pictures of pixels in a book: their kind and size, of their first bytes alone."""

import io
import warnings
from typing import NamedTuple

from PIL import Image

from publisher.checks.epub.book import Book

_HEAD = 1 << 17
_KINDS = ("JPEG", "PNG", "GIF", "WEBP")
_FAULTS = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, RuntimeError)


class Raster(NamedTuple):
    """The `kind` as Pillow names it, the sides in pixels."""

    kind: str
    width: int
    height: int


def raster(book: Book, path: str) -> Raster | None:
    """The picture at `path`; None where it is none, or damaged (EPUBCheck says so)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(book.head(path, _HEAD)), formats=_KINDS) as image:
                return Raster(str(image.format), *image.size)
        except (*_FAULTS, Image.DecompressionBombError):
            return None
