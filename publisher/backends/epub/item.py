"""A file inside an EPUB, before it is packed."""

import re
from pathlib import PurePosixPath

import msgspec

_MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".ncx": "application/x-dtbncx+xml",
    ".css": "text/css",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
"""Core media types of EPUB 3.3 (3.2) that this backend writes, by suffix."""


class Item(msgspec.Struct, frozen=True):
    """`name` is the path below the package document, `properties` as EPUB 3.3, D.5 names them."""

    name: str
    data: bytes
    properties: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The manifest id, from all of the path: two folders may have a file of one name.

        It is "ncx" for the NCX, which ebooklib's spine refers to by that name.
        """
        return "ncx" if self.name.endswith(".ncx") else re.sub(r"[/.]", "-", self.name)

    @property
    def media_type(self) -> str:
        """The media type, by suffix."""
        return _MEDIA_TYPES[PurePosixPath(self.name).suffix]
