"""Pictures made to fit a reading system."""

import io
from random import Random
from typing import Any
from unittest import mock

import msgspec
import pytest
from PIL import Image

from publisher.pictures import Frame, Picture, Shelf, fit, fit_picture
from tests.pictures.made import packed

FRAME = Frame(pixels=1_000_000, size=1_000_000, grey=False, white=False, quality=85)


def noise(mode: str, size: tuple[int, int]) -> Image.Image:
    length = size[0] * size[1] * len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, size, Random(1).randbytes(length))


def picture(image: Image.Image, kind: str = "PNG") -> Picture:
    media = "image/png" if kind == "PNG" else "image/jpeg"
    suffix = ".png" if kind == "PNG" else ".jpg"
    return Picture(f"a-0123456789{suffix}", packed(image, kind), media, *image.size)


def opened(made: Picture) -> Image.Image:
    return Image.open(io.BytesIO(made.data))


def frame(**changes: Any) -> Frame:
    return msgspec.structs.replace(FRAME, **changes)


def test_what_fits_is_left_alone() -> None:
    for mode in ("1", "L", "RGB", "RGBA"):
        fits = picture(Image.new(mode, (90, 60)))
        assert fit_picture(fits, FRAME, Shelf()) is fits
    drawing = Picture("a.svg", b"<svg/>" * 9, "image/svg+xml", 9000, 9000)
    assert fit_picture(drawing, frame(pixels=1, size=1, grey=True), Shelf()) is drawing


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("white", [False, True])
@pytest.mark.parametrize("grey", [False, True])
def test_a_picture_of_any_mode_fits(mode: str, white: bool, grey: bool) -> None:
    source = noise("RGB" if mode == "P" else ("L" if mode == "1" else mode), (300, 200))
    source = source.quantize(64) if mode == "P" else source.convert(mode)
    wanted = frame(pixels=15_000, size=20_000, white=white, grey=grey)
    made = fit_picture(picture(source), wanted, Shelf())
    image = opened(made)
    assert image.size == (made.width, made.height)
    assert made.width * made.height <= 15_000
    assert made.width / made.height == pytest.approx(1.5, rel=0.02)
    assert len(made.data) <= 20_000
    assert made.name.endswith(".png" if made.media_type == "image/png" else ".jpg")
    assert made.name.startswith("a-")
    if grey:
        assert image.mode in ("1", "L", "LA")
    if mode in ("LA", "RGBA"):
        assert ("A" in image.getbands()) is not white


def test_what_shines_through_is_set_on_white() -> None:
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 10, 20))
    made = opened(fit_picture(picture(image), frame(white=True), Shelf())).convert("RGB")
    assert made.getpixel((0, 0)) == (0, 0, 0)
    assert made.getpixel((19, 0)) == (255, 255, 255)


def test_a_photograph_as_png_becomes_a_jpeg_before_it_loses_pixels() -> None:
    made = fit_picture(picture(noise("RGB", (200, 100))), frame(size=50_000), Shelf())
    assert (made.media_type, made.width) == ("image/jpeg", 200)


def test_a_picture_that_cannot_be_small_is_as_small_as_it_was_tried() -> None:
    made = fit_picture(picture(noise("RGB", (200, 100))), frame(size=10), Shelf())
    assert 10 < len(made.data) < 5000


def test_a_picture_is_converted_once_for_each_frame() -> None:
    source, shelf = picture(noise("RGB", (200, 100)), "JPEG"), Shelf()
    with mock.patch.object(fit, "_converted", wraps=fit._converted) as converting:
        small = [fit_picture(source, frame(pixels=5000), shelf) for _ in range(3)]
        grey = fit_picture(source, frame(grey=True), shelf)
    assert converting.call_count == 2
    assert small[0] == small[1] == small[2] != grey
