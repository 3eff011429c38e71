"""A PNG without what does not belong to its pixels (W3C PNG, third edition), and one written.

Pillow's own PNGs are packed by the zlib that it was built with, and zlib-ng packs otherwise from
machine to machine; libdeflate comes with a wheel that the lock file pins (docs/decisions/0004).
"""

import io
import struct
import zlib
from collections.abc import Iterator

import deflate
from PIL import Image

from publisher.pictures.picture import Refused

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIXELS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_TO_DECODE = {*_PIXELS, b"iCCP", b"sRGB", b"eXIf", b"pHYs"}
_LEVEL = 6


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and whole bytes of each chunk up to the last, IEND (5.3).

    Raises Refused: IMG008 where the file breaks off or a checksum is wrong.
    """
    at = len(SIGNATURE)
    kind = b""
    while kind != b"IEND":
        length = int.from_bytes(data[at : at + 4], "big")
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise Refused("IMG008", reason="it breaks off")
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise Refused("IMG008", reason=f"the checksum at byte {end - 4} is wrong")
        yield kind, data[at:end]
        at = end


def to_decode(data: bytes) -> bytes:
    """The PNG in `data` with its pixels, profile and orientation, and nothing else."""
    return SIGNATURE + b"".join(chunk for kind, chunk in chunks(data) if kind in _TO_DECODE)


def stripped(data: bytes) -> bytes:
    """The PNG in `data` with just its pixels: the default image of an animation, no words."""
    return SIGNATURE + b"".join(chunk for kind, chunk in chunks(data) if kind in _PIXELS)


def written(image: Image.Image) -> bytes:
    """`image` as a PNG with the same bytes on each machine."""
    stored = io.BytesIO()
    image.save(stored, "PNG", compress_level=0)
    parts = [(kind, chunk) for kind, chunk in chunks(stored.getvalue()) if kind in _PIXELS]
    del stored
    unpack = zlib.decompressobj()
    pixels = b"".join(unpack.decompress(chunk[8:-4]) for kind, chunk in parts if kind == b"IDAT")
    head = [chunk for kind, chunk in parts if kind not in (b"IDAT", b"IEND")]
    del parts
    packed = bytes(deflate.zlib_compress(pixels, _LEVEL))
    return b"".join((SIGNATURE, *head, _chunk(b"IDAT", packed), _chunk(b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
