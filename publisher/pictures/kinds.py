"""What a file is by its first bytes; its name and its declared type say nothing."""

import re
from typing import Literal

from publisher.pictures.picture import Refused

Kind = Literal["PNG", "JPEG", "GIF", "WEBP", "TIFF", "SVG"]

SUFFIXES: dict[str, Kind] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".svg": "SVG",
}
"""The suffixes by which people and programs know the kinds."""

_SIGNATURES: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "WEBP"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
)
_OTHERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"%PDF"), "a PDF"),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "PostScript"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"8BPS"), "a Photoshop file"),
    (re.compile(rb"\x1f\x8b"), "packed with gzip"),
    (re.compile(rb"PK\x03\x04"), "a ZIP archive"),
    (re.compile(rb".{4}ftyp(heic|heix|mif1|avif)", re.DOTALL), "a HEIF or AVIF picture"),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), "a JPEG XL picture"),
    (re.compile(rb"version https://git-lfs"), "a pointer of Git LFS"),
    (re.compile(rb"\s*<!doctype html|\s*<html", re.IGNORECASE), "an HTML page"),
)
_LOOKED_AT = 4096


def kind_of(data: bytes) -> Kind:
    """The kind of picture that `data` is.

    Raises Refused: IMG007 where it is none that can be read.
    """
    for signature, kind in _SIGNATURES:
        if signature.match(data):
            return kind
    if _is_svg(data[:_LOOKED_AT]):
        return "SVG"
    found = next((what for pattern, what in _OTHERS if pattern.match(data)), "no picture")
    raise Refused("IMG007", found=found if data else "empty")


def _is_svg(head: bytes) -> bool:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "latin-1", errors="replace")
    text = text.removeprefix("\xef\xbb\xbf").lstrip()
    return (
        re.match(r"<(\?xml|!--|!DOCTYPE svg|([\w.-]+:)?svg\b)", text) is not None and "svg" in text
    )
