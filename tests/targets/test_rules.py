"""Each rule of an EPUB shows in what is made by it, and only there."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from publisher.backends.epub import render_epub
from publisher.build.fitting import fit_pictures, unmet
from publisher.build.works import find_works
from publisher.checks import epubcheck
from publisher.pictures import Shelf
from publisher.targets import EpubRules, load_target, usual_target
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.pictures.made import packed
from tests.targets.made import FILES, Unpacked, made, target

Shows = Callable[[Unpacked], object]
CHAPTER = "text/one.xhtml"


def chapter(epub: Unpacked) -> str:
    return epub.text(CHAPTER)


def notes(epub: Unpacked) -> tuple[int, int]:
    return chapter(epub).count("<aside"), chapter(epub).count('<li class="note"')


def formulas(epub: Unpacked) -> tuple[int, int, int]:
    text = chapter(epub)
    return text.count("<math"), text.count('<svg xmlns="'), len(epub.below("formulas"))


def fonts(epub: Unpacked) -> tuple[bool, bool]:
    return len(epub.below("fonts")) > 1, "@font-face" in epub.text("style.css")


def characters(epub: Unpacked) -> str:
    found = re.search("co.?op.?er.?ated", chapter(epub))
    return found[0] if found else ""


def styles(epub: Unpacked) -> int:
    return epub.text("style.css").count(".formula-drawing")


def properties(epub: Unpacked) -> list[bool]:
    sheet = epub.text("style.css")
    return [part in sheet for part in ("max-height", "::first-letter", "text-indent")]


def size(epub: Unpacked) -> tuple[int, int]:
    return epub.picture("photograph").size


def small(epub: Unpacked) -> bool:
    return all(len(data) < 10_000 for data in epub.below("images").values())


def modes(epub: Unpacked) -> tuple[str, str]:
    return epub.picture("photograph").mode, epub.picture("lamp").mode


def corner(epub: Unpacked) -> object:
    return epub.picture("lamp").convert("RGBA").getpixel((0, 0))


def levels(epub: Unpacked) -> tuple[int, str | None]:
    """How deep the NCX goes, and what it says of that."""
    root = etree.fromstring(epub.text("toc.ncx").encode())
    points = root.iter("{*}navPoint")
    deepest = max(sum(1 for _ in point.iterancestors("{*}navPoint")) + 1 for point in points)
    said = {meta.get("name"): meta.get("content") for meta in root.iter("{*}meta")}
    return deepest, said["dtb:depth"]


def cover_meta(epub: Unpacked) -> bool:
    return 'name="cover"' in epub.text(".opf")


def options(epub: Unpacked) -> tuple[bool, bool]:
    found = "META-INF/com.apple.ibooks.display-options.xml" in epub.files
    return found, "ibooks:specified-fonts" in epub.text(".opf")


AS_WRITTEN = "co\u00adop\u2060er\u202fated"
SHOWN: list[tuple[str, Shows, Any, object, Any, object]] = [
    ("notes", notes, "pop-up", (2, 0), "endnotes", (0, 2)),
    ("formulas", formulas, "mathml", (3, 0, 0), "png", (0, 0, 3)),
    ("formulas", formulas, "mathml", (3, 0, 0), "svg", (0, 3, 0)),
    ("fonts", fonts, "embed", (True, True), "leave-out", (False, False)),
    (
        "characters",
        characters,
        {},
        AS_WRITTEN,
        {"U+00AD": "", "U+202F": "U+00A0"},
        "coop\u2060er\u00a0ated",
    ),
    ("styles", styles, (), 0, ("epub/formulas-svg.css",), 1),
    (
        "css_left_out",
        properties,
        (),
        [True] * 3,
        ("max-height", "::first-letter"),
        [False, False, True],
    ),
    ("picture_pixels", size, 60_000, (300, 200), 15_000, (150, 100)),
    ("picture_bytes", small, 5_000_000, False, 9_999, True),
    ("picture_colours", modes, "srgb", ("RGB", "RGBA"), "grey", ("L", "LA")),
    ("picture_ground", corner, "keep", (0, 0, 0, 0), "white", (255, 255, 255, 255)),
    ("navigation_depth", levels, 6, (4, "4"), 2, (2, "2")),
    ("cover_meta", cover_meta, True, True, False, False),
    ("display_options", options, False, (False, False), True, (True, True)),
]
"""A rule, what shows it; one value and what shows then, another and what shows then."""


@pytest.mark.parametrize(("rule", "shows", "one", "then", "other", "instead"), SHOWN)
def test_a_rule_shows_in_the_epub(
    rule: str, shows: Shows, one: Any, then: object, other: Any, instead: object, tmp_path: Path
) -> None:
    assert shows(Unpacked(made(tmp_path, target(**{rule: one})))) == then
    assert shows(Unpacked(made(tmp_path, target(**{rule: other})))) == instead


def test_the_quality_of_a_jpeg_shows_where_it_is_written_anew(tmp_path: Path) -> None:
    fine, coarse = (
        made(tmp_path, target(picture_pixels=20_000, jpeg_quality=quality)) for quality in (95, 60)
    )
    assert len(coarse) < len(fine) - 10_000
    # A picture that fits keeps its bytes.
    kept, other = (made(tmp_path, target(jpeg_quality=quality)) for quality in (95, 60))
    assert kept == other


UNMET: list[tuple[str, Any, str, str, int]] = [
    ("cover_short_side", 400, "TGT010", "publication.toml", 3),
    ("cover_long_side", 600, "TGT010", "publication.toml", 3),
    ("epub_bytes", 10_000, "TGT011", "book.epub", 1),
    ("picture_bytes", 100, "TGT012", "publication.toml", 1),
    ("cover_bytes", 100, "TGT012", "publication.toml", 3),
    ("document_bytes", 300, "TGT013", "book.epub/EPUB/text/cover.xhtml", 1),
]


def faults(folder: Path, rules: dict[str, Any]) -> list[tuple[str, str, int]]:
    wanted = target(**rules)
    data = made(folder, wanted)
    publication = fit_pictures(ready(folder, FILES).publications["epub"], wanted, Shelf())
    (work,) = find_works([folder]).works
    return [
        (found.code, found.span.file, found.span.line)
        for found in unmet(work, publication, wanted, data, "book.epub")
        if found.span
    ]


@pytest.mark.parametrize(("rule", "value", "code", "file", "line"), UNMET)
def test_what_a_target_does_not_take_is_told(
    rule: str, value: Any, code: str, file: str, line: int, tmp_path: Path
) -> None:
    assert faults(tmp_path, {}) == []
    found = faults(tmp_path, {rule: value})
    assert found
    assert {each[0] for each in found} == {code}
    assert any(each[1].endswith(file) and each[2] == line for each in found)


def test_every_rule_has_a_test() -> None:
    tested = {row[0] for row in SHOWN} | {row[0] for row in UNMET} | {"jpeg_quality"}
    assert tested == set(EpubRules.__struct_fields__)


def test_without_a_target_an_epub_is_for_any_reader(tmp_path: Path) -> None:
    prepared = ready(tmp_path, FILES)
    arguments = (prepared.publications["epub"], prepared.themes["epub"], prepared.library)
    assert render_epub(*arguments) == render_epub(*arguments, usual_target("epub"))
    assert usual_target("epub") == load_target("generic", ROOT)


@pytest.mark.parametrize("name", ["generic", "apple", "kobo", "kindle"])
def test_the_same_inputs_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    wanted = load_target(name, ROOT)
    assert made(tmp_path / "a", wanted) == made(tmp_path / "b", wanted)


def test_links_of_notes_lead_both_ways_in_a_list_of_endnotes(tmp_path: Path) -> None:
    epub = Unpacked(made(tmp_path, target("kindle")))
    root = etree.fromstring(chapter(epub).encode())
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    calls = [each for each in root.iter("{*}a") if each.get("class") == "note-call"]
    backs = [each for each in root.iter("{*}a") if each.get("role") == "doc-backlink"]
    assert [ids[(each.get("href") or "")[1:]].tag.rpartition("}")[2] for each in calls] == [
        "li",
        "li",
    ]
    assert [ids[(each.get("href") or "")[1:]] for each in backs] == calls
    assert "describedMath" in epub.text(".opf")


def test_a_pictures_new_name_is_where_it_is_shown(tmp_path: Path) -> None:
    """A photograph as PNG becomes a JPEG where it would be too large."""
    pixels = Random(1).randbytes(200 * 100 * 3)
    noise = packed(Image.frombytes("RGB", (200, 100), pixels), "PNG")
    files = FILES | {"lamp.png": noise}
    epub = Unpacked(made(tmp_path, target(picture_bytes=50_000), files))
    (name,) = (name for name in epub.below("images") if name.startswith("lamp"))
    assert name.endswith(".jpg")
    assert f"../images/{name}" in chapter(epub)


@pytest.mark.parametrize("formulas", ["mathml", "svg", "png"])
def test_a_formula_in_a_heading_is_in_the_contents(formulas: str, tmp_path: Path) -> None:
    files = FILES | {"one.md": "# On $x^2$\n\nText.\n"}
    path = tmp_path / "book.epub"
    path.write_bytes(made(tmp_path / "book", target(formulas=formulas), files))
    said = epubcheck.validate(path)
    assert [each for each in said if each.severity != "usage"] == []
    navigation = Unpacked(path.read_bytes()).text("nav.xhtml")
    assert ("<math" in navigation) is (formulas == "mathml")
    assert ("x^2</span>" in navigation) is (formulas != "mathml")
