"""The EPUB of an article: its files as goldens, and what a container must be."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from publisher.backends.epub import render_epub
from publisher.backends.epub.archive import Archive
from publisher.build.prepare import Prepared, prepare
from publisher.build.works import find_works
from publisher.cover import HEIGHT, WIDTH
from publisher.layouts import load_theme
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.pictures.made import packed, photo

GOLDEN = ROOT / "tests" / "golden" / "epub" / "article"
TEXT = {".opf", ".xhtml", ".ncx", ".xml", ".css"}


def prepared() -> Prepared:
    (work,) = find_works([GOLDEN / "in" / "lamp.txt"]).works
    return prepare(work, epoch=None)


@pytest.fixture(scope="module")
def epub() -> zipfile.ZipFile:
    ready = prepared()
    data = render_epub(ready.publications["epub"], load_theme("article", ROOT), ready.library)
    return zipfile.ZipFile(io.BytesIO(data))


def names(epub: zipfile.ZipFile, *suffixes: str) -> list[str]:
    return [name for name in epub.namelist() if Path(name).suffix in suffixes]


def test_golden_files(epub: zipfile.ZipFile, golden: Callable[[Path, str], None]) -> None:
    for name in names(epub, *TEXT):
        if not name.endswith(("cover.xhtml", "style.css")):  # outlines of letters, tested apart
            golden(GOLDEN / "golden" / name, epub.read(name).decode())


def test_the_container_starts_with_a_stored_mimetype(epub: zipfile.ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert epub.read("mimetype") == b"application/epub+zip"


def test_entries_have_one_date_one_mode_and_ascii_names(epub: zipfile.ZipFile) -> None:
    entries = epub.infolist()
    assert {(entry.date_time, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0o100644 << 16)
    }
    assert all(entry.filename.isascii() for entry in entries)
    assert epub.testzip() is None


def test_every_file_is_in_the_manifest_and_every_item_is_there(epub: zipfile.ZipFile) -> None:
    package = etree.fromstring(epub.read("EPUB/content.opf"))
    listed = {f"EPUB/{item.get('href')}" for item in package.iter("{*}item")}
    outside = {"mimetype", "META-INF/container.xml", "EPUB/content.opf"}
    assert listed == set(epub.namelist()) - outside


def test_the_cover_is_the_same_in_vectors_and_pixels(epub: zipfile.ZipFile) -> None:
    picture = Image.open(io.BytesIO(epub.read("EPUB/images/cover.jpg")))
    assert (picture.size, picture.mode) == ((WIDTH, HEIGHT), "RGB")
    page = etree.fromstring(epub.read("EPUB/text/cover.xhtml"))
    ground = next(page.iter("{*}rect")).attrib["fill"]
    red, green, blue = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    corner = picture.getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert all(abs(a - b) < 6 for a, b in zip(corner, (red, green, blue), strict=True))


def test_style_sheets_hold_no_variable_and_no_colour_of_the_body(epub: zipfile.ZipFile) -> None:
    css = epub.read("EPUB/css/style.css").decode()
    assert "var(" not in css
    for word in ("flex", "grid", "px", "#"):
        assert word not in css


def test_fonts_are_subsets_that_keep_their_features(epub: zipfile.ZipFile) -> None:
    from fontTools.ttLib import TTFont

    for name in names(epub, ".otf"):
        font = TTFont(io.BytesIO(epub.read(name)))
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert len(epub.read(name)) < 100_000
        assert {ord("a"), 0x2014, 0x00A0} <= set(font.getBestCmap())
        assert "onum" in features
        assert "smcp" in features or name.endswith("-It.otf")  # its designer drew none


def test_two_renderings_are_the_same_bytes() -> None:
    ready = prepared()
    theme = load_theme("article", ROOT)
    assert render_epub(ready.publications["epub"], theme, ready.library) == render_epub(
        ready.publications["epub"], theme, ready.library
    )


def test_the_archive_is_read_back_by_another_zip_reader() -> None:
    archive = Archive()
    archive.writestr("empty", b"")
    archive.writestr("folder/text", "one\n" * 1000)
    archive.writestr("noise", bytes(range(256)))
    with zipfile.ZipFile(io.BytesIO(archive.finished())) as read:
        assert read.testzip() is None
        assert read.read("folder/text") == b"one\n" * 1000
        assert [entry.compress_type for entry in read.infolist()] == [0, 8, 0]


def test_a_picture_of_two_chapters_is_there_once(tmp_path: Path) -> None:
    shown = packed(photo((64, 48)), "PNG")
    made = ready(
        tmp_path,
        {
            "publication.toml": 'title = "T"\nlanguage = "en"\nparts = ["a.md", "b.md"]\n',
            "a.md": "# A\n\n![A lamp](one.png)\n\n![The same](one.png)\n",
            "b.md": "# B\n\n![The lamp again](copies/two.png)\n",
            "one.png": shown,
            "copies/two.png": shown,
        },
    )
    data = render_epub(made.publications["epub"], load_theme("book", ROOT), made.library)
    epub = zipfile.ZipFile(io.BytesIO(data))
    assert len(names(epub, ".png")) == 1
    package = etree.fromstring(epub.read("EPUB/content.opf"))
    items = [item.get("href") for item in package.iter("{*}item")]
    assert len(items) == len(set(items))
