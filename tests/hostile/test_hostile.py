"""Every hostile file of the corpus through `publisher build`: told, bounded, closed."""

import json
import runpy
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

import pikepdf
import pytest
from lxml import etree

from publisher.sources import FORMATS
from tests.conftest import CORPUS
from tests.hostile.conftest import MEGABYTES, SECONDS, SECRET, Run
from tests.hostile.expected import MADE, PICTURES, STORED, Expected, says

pytestmark = pytest.mark.corpus

ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "foreignObject"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what make_hostile.py writes."""
    folder = tmp_path_factory.mktemp("made") / "work"
    runpy.run_path(str(CORPUS / "hostile" / "make_hostile.py"))["main"](str(folder))
    return folder


def readable(name: str) -> None:
    """Skips a test whose format nobody reads yet."""
    suffix = PurePath(name).suffix
    if suffix not in FORMATS:
        pytest.skip(f"no reader for {suffix} yet")


def check(run: Run, source: Path, out: Path, expected: Expected) -> None:
    """Builds `source`, and holds what comes of it to what is expected."""
    answer = run("build", source, "--out", out, "--no-check", "--format", "json")
    assert answer["reached"] == []
    assert "Traceback" not in answer["said"]
    assert answer["code"] in (0, 1), answer["said"]
    report = json.loads(answer["said"])
    found = [each["code"] for each in report["diagnostics"]]
    if expected.codes:
        assert any(code.startswith(expected.codes) for code in found), found
    failed = answer["code"] != 0
    assert expected.fails in (None, failed), report["diagnostics"]
    assert all(each["help"] and each["file"] for each in report["diagnostics"])
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES
    check_files(out, failed=failed)


def check_files(out: Path, *, failed: bool) -> None:
    """The files that came of a build: whole, closed, and under names that any system takes."""
    names = sorted(path.suffix for path in out.rglob("*") if path.is_file())
    assert names == ([] if failed else [".epub", ".json", ".pdf"])
    for path in out.rglob("*.epub"):
        assert "\n" not in path.name
        assert path.stem.split(".")[0].upper() not in ("CON", "AUX", "COM1")
        check_epub(path)
    for path in out.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) > 0
            assert SECRET.encode() not in b"".join(
                item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)
                and item.get("/Subtype") != "/Image"
            )  # fmt: skip
            assert not [
                item
                for item in pdf.objects
                if isinstance(item, pikepdf.Dictionary)
                and str(item.get("/S", "")) in ("/JavaScript", "/Launch", "/SubmitForm")
            ]


def check_epub(path: Path) -> None:
    """Its documents and drawings are well-formed, and nothing in them acts or loads."""
    with zipfile.ZipFile(path) as epub:
        assert epub.testzip() is None
        for name in epub.namelist():
            data = epub.read(name)
            assert SECRET.encode() not in data
            if name.endswith((".xhtml", ".svg")):
                for element in etree.fromstring(data).iter("*"):
                    assert etree.QName(element).localname not in ACTIVE
                    for key, value in element.items():
                        assert not str(key).startswith("on"), (name, key)
                        if etree.QName(key).localname == "src":
                            assert str(value).startswith("../images/"), value
                        assert not str(value).lower().startswith(("javascript:", "file:", "data:"))


@pytest.mark.parametrize("name", STORED)
def test_stored(run: Run, tmp_path: Path, name: str) -> None:
    readable(name)
    source = tmp_path / "work" / PurePath(name).name
    source.parent.mkdir()
    shutil.copyfile(CORPUS / "hostile" / name, source)
    check(run, source, tmp_path / "out", STORED[name])


PAGES = {
    ".md": "# A page with a picture\n\nWords before it.\n\n![words for it]({name})\n\nAfter it.\n",
    ".html": "<!DOCTYPE html><html lang='en'><head><title>A page with a picture</title></head>"
    "<body><article><h1>A page with a picture</h1><p>Words before it.</p>"
    "<p><img src='{name}' alt='words for it'></p><p>Words after it.</p></article></body></html>",
}


@pytest.mark.parametrize("suffix", PAGES)
@pytest.mark.parametrize("name", [*PICTURES, "png-bomb.png"])
def test_pictures(run: Run, tmp_path: Path, made: Path, name: str, suffix: str) -> None:
    readable(f"page{suffix}")
    picture = made / name if name == "png-bomb.png" else CORPUS / "hostile" / name
    source = tmp_path / "work" / f"page{suffix}"
    source.parent.mkdir()
    shutil.copyfile(picture, source.parent / picture.name)
    source.write_text(PAGES[suffix].format(name=picture.name), encoding="utf-8")
    check(run, source, tmp_path / "out", PICTURES.get(name, says("IMG006")))


def made_cases() -> Iterator[Any]:
    for name, expected in MADE.items():
        amiss = pytest.mark.xfail(reason=expected.pending, strict=True)
        marks = [amiss] if expected.pending else []
        yield pytest.param(name, id=name.encode("ascii", "replace").decode(), marks=marks)


@pytest.mark.parametrize("name", list(made_cases()))
def test_made(run: Run, tmp_path: Path, made: Path, name: str) -> None:
    readable(name)
    folder = tmp_path / "work"
    folder.mkdir()
    source = made / name
    if source.is_symlink():
        (folder / name).symlink_to(source.readlink())
    else:
        (folder / name).hardlink_to(source)
    # A link is refused on the way through a folder; a file that is named is read.
    check(run, folder if source.is_symlink() else folder / name, tmp_path / "out", MADE[name])


def test_a_link_to_the_folder_above_is_not_walked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "work" / "inner").mkdir(parents=True)
    (tmp_path / "work" / "inner" / "up").symlink_to("..")
    (tmp_path / "work" / "a.txt").write_text("Headline\n\nText.", encoding="utf-8")
    answer = run("build", tmp_path / "work", "--out", tmp_path / "out", "--no-check",
                 "--to", "epub", "--format", "json")  # fmt: skip
    assert len(json.loads(answer["said"])["works"]) == 1


def test_every_file_of_the_corpus_is_expected() -> None:
    listed = {*STORED, *PICTURES}
    stored = {
        path.relative_to(CORPUS / "hostile").as_posix()
        for path in (CORPUS / "hostile").glob("*/*")
        if path.suffix != ".py"
    }
    assert stored == listed


def test_the_watch_sees_what_is_reached(run: Run, secret: Path, tmp_path: Path) -> None:
    answer = run("build", secret, "--out", tmp_path / "out", "--no-check")
    assert answer["reached"]
    assert "secret.txt" in answer["reached"][0]
