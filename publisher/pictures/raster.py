"""Pictures of pixels: decoded once in full, then kept as they are or written anew.

A JPEG or PNG whose pixels can stand as they are keeps them bit by bit and loses what is around
them. Everything else becomes one of the two, which every EPUB reader shows (EPUB 3.3, 3.2) and
every printer prints: upright, in sRGB or grey, its first frame.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import ExifTags, Image, ImageFile, ImageOps, UnidentifiedImageError

from publisher.pictures import jpeg, png
from publisher.pictures.colour import in_srgb, is_srgb
from publisher.pictures.kinds import Kind
from publisher.pictures.picture import Note, Processed, Refused

_QUALITY = 92
_COLOURS_OF_A_DRAWING = 4096
"""A picture with no more colours than this is a drawing, and is kept without loss."""

_SMOOTH = {"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"}
"""Modes whose pixels can be mixed: of a palette, or of two tones, they would be noise."""

_WEBP_BUFFERS = 2
"""How much more memory a WebP takes than others of its size, while it is decoded."""

_LONGEST = 4096
"""The longer side of a picture that is written anew: an A4 page at 300 an inch has 3508."""

_READABLE = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "I;16", "I;16B"}

# What Pillow's decoders raise on bytes that are not what they claim to be.
_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)


def process_raster(data: bytes, kind: Kind, *, pixels: int) -> Processed:
    """The picture in `data`, which has at most that many `pixels`, ready to be embedded.

    Raises Refused: IMG006 where it has more, IMG007 for a colour model that no output has,
    IMG008 where it is damaged.
    """
    source = png.to_decode(data) if kind == "PNG" else data
    with _decoding(pixels), Image.open(io.BytesIO(source), formats=[kind]) as image:
        _check_size(image, kind, pixels)
        if image.mode not in _READABLE:
            raise Refused("IMG007", found=f"coded in {image.mode}")
        notes = _notes(image, kind)
        upright = _orientation(image) == 1
        image.load()
        if upright and (kept := _kept(data, kind, image)):
            return _processed(image, kind, kept, notes)
        return _converted(image, kind, notes)


@contextmanager
def _decoding(pixels: int) -> Iterator[None]:
    """Pillow's warnings silent, its limit an error, and its faults refusals."""
    with warnings.catch_warnings(), _whole():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
            raise Refused("IMG006", size="more", limit=_millions(pixels)) from bomb
        except UnidentifiedImageError as fault:  # its words name an address in memory
            raise Refused("IMG008", reason="no decoder takes it") from fault
        except _FAULTS as fault:
            raise Refused("IMG008", reason=str(fault) or type(fault).__name__) from fault


@contextmanager
def _whole() -> Iterator[None]:
    """A cut-off picture is a fault, though WeasyPrint tells Pillow, for everyone, it is none."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check_size(image: Image.Image, kind: Kind, pixels: int) -> None:
    width, height = image.size
    if width * height * (_WEBP_BUFFERS if kind == "WEBP" else 1) > pixels:
        raise Refused("IMG006", size=f"{width} × {height}", limit=_millions(pixels))


def _millions(pixels: int) -> str:
    return f"{pixels / 1e6:g} million"


def _notes(image: Image.Image, kind: Kind) -> tuple[Note, ...]:
    if kind != "JPEG" and getattr(image, "is_animated", False):
        return (Note("IMG012"),)
    return ()


def _orientation(image: Image.Image) -> int:
    """EXIF's Orientation (CIPA DC-008, 4.6.5.1.4); upright where it cannot be read."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except _FAULTS:
        return 1


def _kept(data: bytes, kind: Kind, image: Image.Image) -> bytes | None:
    """The file without what is not pixels; None where its pixels cannot stand as they are."""
    if not is_srgb(image):
        return None
    if kind == "JPEG" and image.mode in ("L", "RGB"):
        return jpeg.stripped(data)
    if kind == "PNG" and data[24] <= 8:  # bits a sample (PNG, 11.2.1)
        return png.stripped(data)
    return None


def _converted(image: Image.Image, kind: Kind, notes: tuple[Note, ...]) -> Processed:
    claimed = _density(image)
    before = image.mode
    reduced = _reduced(image)
    upright = ImageOps.exif_transpose(reduced) if _orientation(image) != 1 else reduced
    picture = in_srgb(upright)
    if kind == "JPEG" or not (is_transparent(picture) or is_drawn(picture)):
        made: Kind = "JPEG"
        data = packed_jpeg(picture, _QUALITY)
    else:
        made, data = "PNG", png.written(picture)
    if kind not in ("JPEG", "PNG"):
        notes = (*notes, Note("IMG013", {"before": kind, "after": made}))
    elif before == "CMYK":
        notes = (*notes, Note("IMG013", {"before": "CMYK", "after": "sRGB"}))
    return _processed(picture, made, data, notes, claimed)


def packed_jpeg(image: Image.Image, quality: int) -> bytes:
    """`image`, which is opaque, as a baseline JPEG of that quality, its colours not thinned out."""
    written = io.BytesIO()
    grey = image.mode in ("1", "L", "LA")
    image.convert("L" if grey else "RGB").save(written, "JPEG", quality=quality, subsampling=0)
    return written.getvalue()


def _reduced(image: Image.Image) -> Image.Image:
    """`image`, if need be smaller, at the same proportions."""
    if max(image.size) <= _LONGEST or image.mode not in _SMOOTH:
        return image
    scale = _LONGEST / max(image.size)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def is_transparent(image: Image.Image) -> bool:
    """Whether anything may shine through `image`."""
    return image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info


def is_drawn(image: Image.Image) -> bool:
    """Whether `image` has so few colours that it is a drawing."""
    return image.getcolors(_COLOURS_OF_A_DRAWING) is not None


def _processed(
    image: Image.Image,
    kind: Kind,
    data: bytes,
    notes: tuple[Note, ...],
    dpi: float | None = None,
) -> Processed:
    width, height = image.size
    suffix, media_type = (".jpg", "image/jpeg") if kind == "JPEG" else (".png", "image/png")
    return Processed(data, media_type, suffix, width, height, dpi or _density(image), notes)


def _density(image: Image.Image) -> float | None:
    """The density that the file claims, in pixels an inch; None where it is none or absurd."""
    try:
        value = float(image.info["dpi"][0])
    except _FAULTS:
        return None
    return round(value, 2) if 1 <= value <= 10_000 else None
