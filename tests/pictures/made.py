"""Small pictures made for tests, good ones and hostile ones."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from publisher.document.document import Document, Meta
from publisher.document.nodes import Figure, Text
from publisher.document.nodes import Image as Shown
from publisher.span import Span


def photo(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """A picture with more colours than a drawing has, white in its left upper corner."""
    noise = Image.frombytes("L", size, bytes(n * 89 % 251 for n in range(size[0] * size[1])))
    image = Image.merge(
        "RGB", (noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_TOP_BOTTOM))
    )
    image.paste((255, 255, 255), (0, 0, size[0] // 4, size[1] // 4))
    return image.convert(mode)


def packed(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """EXIF with an orientation, a camera and the place of a house."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = "SecretCamera"
    found.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 30.0)})
    return found


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png_bomb(side: int = 20_000) -> bytes:
    """A PNG of two tones that says it is `side` pixels wide and high, and is."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def with_words() -> bytes:
    """A PNG with a text chunk, and a page of HTML after its end."""
    words = PngInfo()
    words.add_text("Comment", "secret words")
    return packed(photo(), "PNG", pnginfo=words) + b"<script>alert(1)</script>"


def animated(kind: str) -> bytes:
    first, second = Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    return packed(first, kind, save_all=True, append_images=[second], lossless=True)


def wide_gamut() -> bytes:
    """The profile of a colour space in which pure red is another red than that of sRGB."""
    lab = ImageCms.createProfile("LAB")
    return ImageCms.ImageCmsProfile(lab).tobytes()


def svg(body: str, attributes: str = 'viewBox="0 0 10 10"') -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f"{attributes}>{body}</svg>"
    ).encode()


def document(*srcs: str, alt: str | None = "A picture") -> Document:
    """A document with a figure a line, each with a caption."""
    figures = tuple(
        Figure(
            images=(Shown(src=src, alt=alt, span=Span("a.md", line, 1, line, 9)),),
            caption=(Text(text=f"Figure {line}"),),
        )
        for line, src in enumerate(srcs, start=1)
    )
    return Document(meta=Meta(title=(Text(text="Pictures"),), language="en"), blocks=figures)
