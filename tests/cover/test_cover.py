"""Covers: each work its own, nothing outside the sheet, titles of every length."""

import io
import re

import msgspec
import pytest
from PIL import Image

from publisher.configuration.metadata import Metadata
from publisher.cover import HEIGHT, WIDTH, Cover, design_cover, draw_jpeg, path_data
from publisher.document.document import Document, Meta
from publisher.document.nodes import Text
from publisher.fonts.library import library_for
from publisher.layouts import load_theme
from publisher.publication import assemble_article
from tests.conftest import ROOT

TITLES = [
    "Bread",
    "Island weekly goes back to print",
    "long " * 60,
    "x" * 90,
    "Москва и Αθήνα",
    "—",
]


def cover(title: str) -> Cover:
    document = Document(meta=Meta(title=(Text(text=title),), language="en"))
    publication = assemble_article(document, Metadata(), epoch=None)
    publication = msgspec.structs.replace(publication, publication="The Signal " * 9)
    return design_cover(publication, load_theme("article", ROOT), library_for(ROOT))


@pytest.mark.parametrize("title", TITLES, ids=lambda title: title[:12])
def test_everything_stands_on_the_sheet(title: str) -> None:
    for shape in cover(title).shapes:
        numbers = [float(number) for number in re.findall(r"-?\d+\.\d", path_data(shape))]
        assert min(numbers) >= 0
        assert max(numbers[0::2]) <= WIDTH
        assert max(numbers[1::2]) <= HEIGHT


def test_a_title_is_at_least_an_eighth_of_the_height() -> None:
    lines = cover("Bread").shapes[2:]
    ys = [y for line in lines for _, points in line.outline for _, y in points]
    assert max(ys) - min(ys) > HEIGHT / 16  # the letters of one line, without their leading


def test_a_work_keeps_its_cover_and_has_its_own() -> None:
    assert cover("Bread") == cover("Bread")
    assert cover("Bread").shapes[0] != cover("Salt").shapes[0]


def test_the_picture_is_a_small_rgb_jpeg() -> None:
    data = draw_jpeg(cover("Bread"))
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (WIDTH, HEIGHT))
    assert len(data) < 400_000
