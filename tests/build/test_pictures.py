"""Pictures through the whole build: into both outputs, safe, valid, and the same each time."""

import json
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from typer.testing import CliRunner

from publisher.cli import app
from tests.pictures.made import exif, packed, photo, svg

PAGE = """# A page with ![a lamp](lamp.jpg) pictures

A paragraph with ![a lamp](lamp.jpg) in its line.

![A sun, drawn](sun.svg)

![A lamp, large](large.webp "Large")

![](none.png)

## A heading ![a lamp](lamp.jpg)

![Outside](../outside.png)
"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work") / "inner"
    folder.mkdir()
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    (folder / "lamp.jpg").write_bytes(packed(photo(), "JPEG", exif=exif(6)))
    (folder / "large.webp").write_bytes(packed(photo((1500, 900)), "WEBP"))
    (folder / "sun.svg").write_bytes(
        svg(
            '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
            '<g id="a"><circle r="4" cx="5" cy="5" fill="url(#g)"/></g><use href="#a" x="1"/>'
            "<script>alert(1)</script>"
        )
    )
    (folder.parent / "outside.png").write_bytes(packed(photo(), "PNG"))
    return folder


def build(work: Path, out: Path, *more: str) -> list[dict[str, object]]:
    arguments = ["build", str(work), "--out", str(out), "--format", "json", *more]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)["diagnostics"]
    return found


@pytest.fixture(scope="module")
def out(work: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the work, which EPUBCheck found nothing in."""
    folder = tmp_path_factory.mktemp("out")
    found = build(work, folder)
    codes = {str(each["code"]) for each in found}
    assert {"IMG003", "IMG013", "IMG014", "IMG002"} <= codes
    assert not [code for code in codes if code.startswith("EPB")]
    outside = next(each for each in found if each["code"] == "IMG002")
    assert (outside["line"], str(outside["file"])[-7:]) == (13, "page.md")
    return folder


def test_the_epub_holds_each_picture_once(out: Path) -> None:
    with zipfile.ZipFile(out / "page.epub") as epub:
        pictures = sorted(name for name in epub.namelist() if name.startswith("EPUB/images/"))
        kinds = [Path(name).suffix for name in pictures if not name.endswith("cover.jpg")]
        assert sorted(kinds) == [".jpg", ".jpg", ".svg"]
        for name in pictures:
            assert b"SecretCamera" not in epub.read(name)
            assert b"alert" not in epub.read(name)
        pages = [name for name in epub.namelist() if name.endswith(".xhtml")]
        shown = [
            image for name in pages for image in etree.fromstring(epub.read(name)).iter("{*}img")
        ]
        assert {image.get("alt") for image in shown} >= {"a lamp", "A sun, drawn", "A lamp, large"}


def test_the_pdf_shows_them_with_their_words(out: Path) -> None:
    with pikepdf.open(out / "page.pdf") as pdf:
        dictionaries = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        words = {str(item.Alt) for item in dictionaries if "/Alt" in item}
        assert words >= {"a lamp", "A sun, drawn", "A lamp, large"}
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        images = [item for item in streams if item.get("/Subtype") == "/Image"]
        assert {(int(item.Width), int(item.Height)) for item in images} == {(40, 60), (1500, 900)}


def test_two_builds_are_the_same_bytes(work: Path, out: Path, tmp_path: Path) -> None:
    build(work, tmp_path, "--no-check")
    for name in ("page.epub", "page.pdf"):
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes()


def test_small_pictures_are_told_for_print_alone(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "# A page\n\nWords.\n\n![A lamp](lamp.png)\n", encoding="utf-8"
    )
    (tmp_path / "lamp.png").write_bytes(packed(photo(), "PNG"))
    for kind, expected in (("epub", []), ("pdf", ["IMG011"])):
        found = build(tmp_path / "page.md", tmp_path / "out", "--to", kind, "--no-check")
        codes = [each["code"] for each in found if str(each["code"]).startswith("IMG")]
        assert codes == expected
