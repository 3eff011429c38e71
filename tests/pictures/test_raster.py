"""Pictures of pixels: what is kept, what is converted, what is refused."""

import io

import pytest
from PIL import Image, ImageCms

from publisher.pictures.kinds import kind_of
from publisher.pictures.picture import Processed, Refused
from publisher.pictures.raster import process_raster
from tests.pictures.made import animated, exif, packed, photo, png_bomb, with_words


def processed(data: bytes, pixels: int = 1_000_000) -> Processed:
    return process_raster(data, kind_of(data), pixels=pixels)


def opened(made: Processed) -> Image.Image:
    image = Image.open(io.BytesIO(made.data))
    image.load()
    return image


CONVERTED = {
    "gif": (packed(photo(mode="P"), "GIF"), "image/png", "GIF", "PNG"),
    "webp": (packed(photo(), "WEBP", quality=80), "image/png", "WEBP", "PNG"),
    "webp-see-through": (packed(photo(mode="RGBA"), "WEBP"), "image/png", "WEBP", "PNG"),
    "webp-photograph": (packed(photo((120, 90)), "WEBP"), "image/jpeg", "WEBP", "JPEG"),
    "tiff": (packed(photo(), "TIFF"), "image/png", "TIFF", "PNG"),
    "tiff-grey": (packed(photo(mode="L"), "TIFF"), "image/png", "TIFF", "PNG"),
    "tiff-cmyk": (packed(photo(mode="CMYK"), "TIFF"), "image/png", "TIFF", "PNG"),
    "jpeg-cmyk": (packed(photo(mode="CMYK"), "JPEG"), "image/jpeg", "CMYK", "sRGB"),
}


@pytest.mark.parametrize("name", CONVERTED)
def test_other_kinds_become_png_or_jpeg_in_srgb(name: str) -> None:
    data, media_type, before, after = CONVERTED[name]
    made = processed(data)
    (note,) = made.notes
    assert (note.code, note.facts) == ("IMG013", {"before": before, "after": after})
    assert made.media_type == media_type
    image = opened(made)
    assert image.mode in ("RGB", "RGBA", "L", "P")
    corner = image.convert("RGB").getpixel((1, 1))
    assert isinstance(corner, tuple)
    assert min(corner) > 240  # white has not turned


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_pixels_are_kept_bit_by_bit_and_words_are_not(kind: str) -> None:
    data = packed(photo(), kind, exif=exif(), dpi=(300, 300), icc_profile=srgb())
    made = processed(data + b"<script>alert(1)</script>")
    assert opened(made).tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert made.dpi == pytest.approx(300, abs=1)
    for secret in (b"SecretCamera", b"Exif", b"script", b"ICC_PROFILE", b"iCCP"):
        assert secret not in made.data
    assert made.notes == ()


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_comments_and_what_follows_a_png_are_left_out() -> None:
    made = processed(with_words())
    assert b"secret" not in made.data
    assert made.data.endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(orientation: int) -> None:
    made = processed(packed(photo(), "JPEG", quality=95, exif=exif(orientation)))
    assert (made.width, made.height) == ((60, 40) if orientation < 5 else (40, 60))
    assert opened(made).size == (made.width, made.height)
    assert opened(made).getexif().get(0x0112) is None


def test_another_colour_space_is_converted_by_its_profile() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    renamed = (
        profile.tobytes()
        .replace(b"s\0R\0G\0B", b"X\0Y\0Z\0W")
        .replace(b"sRGB built-in", b"XYZW built-in")
    )
    made = processed(packed(photo(), "PNG", icc_profile=renamed))
    assert b"iCCP" not in made.data
    damaged = packed(photo(), "PNG", icc_profile=b"no profile at all")
    assert opened(processed(damaged)).tobytes() == photo().tobytes()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_what_moves_shows_its_first_frame(kind: str) -> None:
    made = processed(animated(kind))
    assert "IMG012" in [note.code for note in made.notes] or kind == "PNG"
    image = opened(made)
    assert not getattr(image, "is_animated", False)
    assert image.convert("RGB").getpixel((4, 4)) == (255, 0, 0)


def test_large_conversions_are_reduced() -> None:
    made = processed(packed(Image.new("RGB", (5000, 50)), "TIFF"))
    assert (made.width, made.height) == (4096, 41)


REFUSED = {
    "bomb": (png_bomb(), "IMG006"),
    "bomb-beyond-pillow": (png_bomb(2000), "IMG006"),
    "truncated-png": (packed(photo(), "PNG")[:200], "IMG008"),
    "truncated-jpeg": (packed(photo(), "JPEG")[:700], "IMG008"),
    "truncated-gif": (packed(photo(mode="P"), "GIF")[:900], "IMG008"),
    "truncated-webp": (packed(photo(), "WEBP")[:300], "IMG008"),
    "truncated-tiff": (packed(photo(), "TIFF")[:500], "IMG008"),
    "wrong-checksum": (
        packed(photo(), "PNG").replace(b"IDAT", b"IDAT", 1)[:-20] + b"\0" * 20,
        "IMG008",
    ),
    "head-alone": (b"\x89PNG\r\n\x1a\n", "IMG008"),
    "floats": (packed(photo(mode="F"), "TIFF"), "IMG007"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_damaged_or_too_large_is_refused(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(Refused) as refused:
        processed(data)
    assert refused.value.note.code == code
    assert "0x" not in str(refused.value.note.facts)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF"])
def test_damaged_bytes_are_refused_or_read_but_never_raise(kind: str) -> None:
    data = packed(photo(), kind)
    codes = set()
    for at in range(0, len(data), max(1, len(data) // 60)):
        for value in (0, 0xFF):
            broken = data[:at] + bytes([value]) + data[at + 1 :]
            try:
                opened(processed(broken))
            except Refused as refused:
                codes.add(refused.note.code)
    assert codes <= {"IMG006", "IMG007", "IMG008"}


def test_two_conversions_give_the_same_bytes() -> None:
    data = packed(photo((120, 90)), "WEBP")
    assert processed(data) == processed(data)
