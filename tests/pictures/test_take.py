"""A document's images: found below the root, refused elsewhere, each with its place."""

import base64
import os
from pathlib import Path

import pytest

from publisher.configuration.settings import Limits
from publisher.document.document import Document, Meta
from publisher.document.nodes import Figure, Image, InlineSpan, Paragraph, Text
from publisher.document.text import document_text, plain
from publisher.pictures import Shelf, addressed, check_density, take_pictures
from publisher.span import Span
from tests.pictures.made import document, packed, photo, svg

PNG = packed(photo(), "PNG")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A work's folder with pictures, beside one that holds a secret."""
    folder = tmp_path / "work"
    (folder / "images").mkdir(parents=True)
    (folder / "lamp.png").write_bytes(PNG)
    (folder / "images" / "Ma lampe d'été.PNG").write_bytes(PNG + b"x")
    (folder / "a%20b.png").write_bytes(PNG)
    (folder / "wrong.jpg").write_bytes(PNG)
    (folder / "page.png").write_bytes(b"<!DOCTYPE html><p>no picture")
    (folder / "empty.png").write_bytes(b"")
    (tmp_path / "secret.png").write_bytes(packed(photo((9, 9)), "PNG"))
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "out").symlink_to(tmp_path)
    (folder / "inner.png").symlink_to("lamp.png")
    os.mkfifo(folder / "pipe.png")
    (folder / "device.png").symlink_to("/dev/zero")
    return folder


GOOD = ("lamp.png", "./lamp.png", "images/../lamp.png", "images/Ma%20lampe%20d'%C3%A9t%C3%A9.PNG",
        "images/Ma lampe d'été.PNG", "a%20b.png", "inner.png", "lamp.png?version=2#part",
        "data:image/png;base64," + base64.b64encode(PNG).decode(),
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E")  # fmt: skip


@pytest.mark.parametrize("src", GOOD, ids=lambda src: src[:30])
def test_pictures_below_the_root_are_taken(root: Path, src: str) -> None:
    taken = take_pictures(document(src), root=root)
    assert taken.diagnostics == ()
    (picture,) = taken.table.values()
    (figure,) = taken.document.blocks
    assert isinstance(figure, Figure)
    assert figure.images[0].src == picture.name
    assert picture.name.isascii()
    assert not set(picture.name) & set(" '%/\\:")


REFUSED = {
    "http://example.org/a.png": "IMG001",
    "HTTPS://169.254.169.254/": "IMG001",
    "//example.org/a.png": "IMG001",
    "file:///etc/passwd": "IMG002",
    "C:/Windows/a.png": "IMG002",
    "javascript:alert(1)": "IMG002",
    "/etc/passwd": "IMG002",
    "../secret.png": "IMG002",
    "images/../../secret.png": "IMG002",
    "..%2fsecret.png": "IMG002",
    "%2e%2e/secret.png": "IMG002",
    "..\\secret.png": "IMG002",
    "..%5csecret.png": "IMG002",
    "CON": "IMG002",
    "images/aux.png": "IMG002",
    "Lpt1 .png": "IMG002",
    "none.png": "IMG003",
    "Lamp.png": "IMG003",
    "": "IMG003",
    "lamp.png%00.jpg": "IMG003",
    "%ff.png": "IMG003",
    "x" * 5000: "IMG003",
    "images": "IMG004",
    "pipe.png": "IMG004",
    "device.png": "IMG004",
    "link.png": "IMG004",
    "loop.png": "IMG004",
    "out/secret.png": "IMG004",
    "page.png": "IMG007",
    "empty.png": "IMG007",
    "data:image/png;base64,####": "IMG008",
    "data:image/png": "IMG008",
    "data:text/html,<script>": "IMG007",
}


@pytest.mark.parametrize("src", REFUSED, ids=lambda src: src[:30])
def test_what_leads_elsewhere_is_told_and_its_words_are_set(root: Path, src: str) -> None:
    taken = take_pictures(document("lamp.png", src), root=root)
    (found,) = taken.diagnostics
    assert (found.code, found.severity.value) == (REFUSED[src], "warning")
    assert found.span == Span("a.md", 2, 1, 2, 9)
    assert len(taken.table) == 1
    _, figure = taken.document.blocks
    assert isinstance(figure, Figure)
    assert figure.images == ()
    assert plain(figure.caption) == "A picture\nFigure 2"


def test_a_name_that_is_nearly_right_is_suggested(root: Path) -> None:
    (found,) = take_pictures(document("Lamp.png"), root=root).diagnostics
    assert "lamp.png" in found.help


def test_paths_start_at_the_folder_of_the_source(root: Path) -> None:
    taken = take_pictures(document("../lamp.png"), root=root, folder=root / "images")
    assert len(taken.table) == 1


def test_embedded_pictures_go_before_files() -> None:
    taken = take_pictures(
        document("word/media/image1.png", "lamp.png"),
        root=Path("nowhere"),
        embedded={"word/media/image1.png": PNG},
    )
    assert [picture.width for picture in taken.table.values()] == [60]
    assert [found.code for found in taken.diagnostics] == ["IMG003"]


def test_one_content_is_one_picture_processed_once(root: Path) -> None:
    shelf = Shelf()
    taken = take_pictures(document("lamp.png", "inner.png", "lamp.png"), root=root, shelf=shelf)
    (picture,) = taken.table.values()
    again = take_pictures(document("lamp.png"), root=root, shelf=shelf)
    assert again.table[picture.name].data is picture.data


def test_a_shelf_without_room_keeps_nothing(root: Path) -> None:
    shelf = Shelf(room=10)
    first, second = (take_pictures(document("lamp.png"), root=root, shelf=shelf) for _ in "12")
    assert first == second


LIMITS = {
    "bytes": (Limits(picture_bytes=100), "IMG005"),
    "pixels": (Limits(picture_pixels=100), "IMG006"),
    "count": (Limits(pictures=1), "IMG016"),
    "all-pixels": (Limits(all_pixels=2401), "IMG016"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits_hold(root: Path, name: str) -> None:
    limits, code = LIMITS[name]
    (root / "other.png").write_bytes(packed(photo((60, 41)), "PNG"))
    taken = take_pictures(document("lamp.png", "other.png"), root=root, limits=limits)
    assert code in [found.code for found in taken.diagnostics]


def test_a_wrong_suffix_is_told_and_the_content_counts(root: Path) -> None:
    taken = take_pictures(document("wrong.jpg"), root=root)
    assert [found.code for found in taken.diagnostics] == ["IMG009"]
    (picture,) = taken.table.values()
    assert (picture.media_type, picture.name[-4:]) == ("image/png", ".png")


@pytest.mark.parametrize(
    ("alt", "codes"), [(None, ["IMG010"]), (" ", ["IMG010"]), ("", []), ("A", [])]
)
def test_alternative_text_is_asked_for(root: Path, alt: str | None, codes: list[str]) -> None:
    taken = take_pictures(document("lamp.png", alt=alt), root=root)
    assert [found.code for found in taken.diagnostics] == codes


def test_words_stand_for_pictures_wherever_they_are(root: Path) -> None:
    run = (Text(text="See "), Image(src="none.png", alt="a lamp"), Text(text="."))
    quiet = (Text(text="And "), Image(src="none.png", alt=""), Text(text="this."))
    given = Document(
        meta=Meta(title=run),
        blocks=(
            Paragraph(children=run, span=Span("a.md", 3)),
            Paragraph(children=quiet),
            Figure(images=(Image(src="none.png", alt=""),)),
        ),
        notes={"1": (Paragraph(children=run),)},
    )
    taken = take_pictures(given, root=root)
    assert document_text(taken.document) == "See a lamp.\nSee a lamp.\nAnd this.\nSee a lamp."
    assert [type(block) for block in taken.document.blocks] == [Paragraph, Paragraph]
    paragraph = taken.document.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.children[1], InlineSpan)
    assert paragraph.children[1].role == "missing-picture"
    assert taken.diagnostics[1].span == Span("a.md", 3)


def test_a_document_without_pictures_is_the_same_object(root: Path) -> None:
    given = Document(meta=Meta(), blocks=(Paragraph(children=(Text(text="a"),)),))
    assert take_pictures(given, root=root).document is given


def test_addresses_go_before_names(root: Path) -> None:
    taken = take_pictures(document("lamp.png"), root=root)
    (figure,) = addressed(taken.document, "../images/").blocks
    assert isinstance(figure, Figure)
    assert figure.images[0].src == f"../images/{next(iter(taken.table))}"


def test_drawings_go_through_the_same_door(root: Path) -> None:
    (root / "d.svg").write_bytes(svg("<script/>"))
    (root / "e.svg").write_bytes(svg('<g id="a"><use href="#a"/></g>'))
    taken = take_pictures(document("d.svg", "e.svg"), root=root)
    assert [found.code for found in taken.diagnostics] == ["IMG014", "IMG015"]
    assert [picture.vector for picture in taken.table.values()] == [True]


@pytest.mark.parametrize(("millimetres", "codes"), [(10, []), (11, ["IMG011"])])
def test_pictures_too_small_for_print_are_told(
    root: Path, millimetres: float, codes: list[str]
) -> None:
    taken = take_pictures(document("lamp.png"), root=root)
    found = list(check_density(taken.document, taken.table, millimetres * 72 / 25.4))
    assert [each.code for each in found] == codes
    assert all("lamp.png" in each.message for each in found)
