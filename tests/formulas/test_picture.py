"""Formulas as pictures: their size is that of the text, their baseline lies between two pixels."""

import io

import pytest
from PIL import Image

from publisher.formulas import Formula, FormulaError
from publisher.formulas.drawing import draw
from publisher.formulas.mathml import read_formula
from publisher.formulas.picture import draw_pictures

TEX = [
    "x",
    r"E = mc^2",
    r"\frac{a}{b}",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
    "-",
    r"\cancel{x}",
]
FORMULAS = [read_formula(tex, None, displayed=False) for tex in TEX]
PIXELS = 96


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("L")


@pytest.mark.parametrize("at", range(len(TEX)), ids=TEX)
def test_a_picture_has_the_size_of_its_drawing_in_whole_pixels(at: int) -> None:
    picture, drawing = draw_pictures(FORMULAS)[at], draw(FORMULAS[at])
    image = pixels(picture.data)
    assert image.size == (round(picture.width * PIXELS), round(picture.height * PIXELS))
    assert round(picture.depth * PIXELS) == pytest.approx(picture.depth * PIXELS, abs=0.01)
    for made, drawn in (
        (picture.width, drawing.width),
        (picture.height, drawing.height),
        (picture.depth, drawing.depth),
    ):
        assert drawn < made <= drawn + 10 / PIXELS


@pytest.mark.parametrize("at", range(len(TEX)), ids=TEX)
def test_a_picture_is_black_on_white_and_cut_nowhere(at: int) -> None:
    image = pixels(draw_pictures(FORMULAS)[at].data)
    low, high = image.getextrema()
    assert (low, high) == (0, 255)
    width, height = image.size
    for box in (
        (0, 0, width, 1),
        (0, height - 1, width, height),
        (0, 0, 1, height),
        (width - 1, 0, width, height),
    ):
        assert image.crop(box).getextrema()[0] == 255


def test_a_letter_stands_on_its_baseline() -> None:
    (picture,) = draw_pictures([read_formula("x", None, displayed=False)])
    image = pixels(picture.data)
    below = round(picture.depth * PIXELS)
    inked = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert inked
    lowest = inked[3] - 1
    assert abs(lowest + 1 - (image.height - below)) <= 2  # an x goes a little below it


def test_pictures_do_not_depend_on_what_is_drawn_beside_them() -> None:
    together = draw_pictures(FORMULAS)
    assert together == [picture for each in FORMULAS for picture in draw_pictures([each])]
    assert draw_pictures([]) == []


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(FormulaError):
        draw_pictures([Formula("<math/>", "")])
