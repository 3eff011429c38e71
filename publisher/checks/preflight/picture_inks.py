"""The pixel of a picture that takes most ink."""

import io

import pikepdf
from PIL import Image, ImageMath

from publisher.checks.preflight.colour import Space, inks, total
from publisher.checks.preflight.limits import MOST_PIXELS

_FULL = 255


def heaviest_pixel(stream: pikepdf.Stream, space: Space) -> float | None:
    """The inks of the heaviest pixel together, in per cent; None where that cannot be told.

    That is so for colours that are no inks, pictures of more than `MOST_PIXELS`, and packings that
    are not read here (JPEG 2000, JBIG2).
    """
    if space.real.family not in ("cmyk", "spot"):
        return None
    try:
        width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        if not 0 < width * height <= MOST_PIXELS:
            return None
        if space.palette:
            return _indexed(stream, space)
        return _summed(_planes(stream, space.count, (width, height)), stream)
    except (pikepdf.PdfError, OSError, ValueError, TypeError):
        return None  # damaged, or packed in another way: another rule tells


def _indexed(stream: pikepdf.Stream, space: Space) -> float | None:
    """Of an indexed picture: the heaviest of the colours that are used."""
    base = space.real
    used = set(stream.read_bytes()) if stream.get("/BitsPerComponent") == 8 else range(256)
    rows = [space.palette[at * base.count : (at + 1) * base.count] for at in used]
    found = [
        plates
        for row in rows
        if len(row) == base.count
        and (plates := inks(base, [value / _FULL for value in row])) is not None
    ]
    return max(map(total, found), default=None)


def _planes(stream: pikepdf.Stream, count: int, size: tuple[int, int]) -> list[Image.Image]:
    """A picture of grey for each component, as the file has them."""
    filters = stream.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if names[-1] == "/DCTDecode":
        return _jpeg_planes(stream.read_raw_bytes(), count) if len(names) == 1 else []
    bits = stream.get("/BitsPerComponent")
    if bits not in (8, 16):
        return []
    data = stream.read_bytes()[:: 2 if bits == 16 else 1]
    data = data[: size[0] * size[1] * count]
    return [Image.frombytes("L", size, data[at::count]) for at in range(count)]


def _jpeg_planes(data: bytes, count: int) -> list[Image.Image]:
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            return []
        planes = list(picture.split())
        # Pillow turns the inks of files that Adobe's programs wrote; a PDF has them as they are.
        if picture.mode == "CMYK" and "adobe" in picture.info:
            planes = [plane.point(lambda value: _FULL - value) for plane in planes]
    return planes if len(planes) == count else []


def _summed(planes: list[Image.Image], stream: pikepdf.Stream) -> float | None:
    if not planes:
        return None
    decode = stream.get("/Decode")
    if isinstance(decode, pikepdf.Array) and len(decode) and decode[0] == 1:
        planes = [plane.point(lambda value: _FULL - value) for plane in planes]
    named = {f"plane{number}": plane for number, plane in enumerate(planes)}
    summed = ImageMath.lambda_eval(lambda given: _sum([given[name] for name in named]), **named)
    _, highest = summed.getextrema()
    return float(highest) / _FULL * 100


def _sum(parts: list[object]) -> object:
    found = parts[0]
    for part in parts[1:]:
        found = found + part  # type: ignore[operator]
    return found
