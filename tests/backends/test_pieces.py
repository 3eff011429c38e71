"""Parts in several files: every word, note and link of them is where it was."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec
import pytest
from lxml import etree

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.build.build import Options, build_works
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.checks import epubcheck
from publisher.checks.parity import compare
from publisher.targets import load_target
from tests.build.publications import ready
from tests.checks.parity.making import read
from tests.conftest import ROOT

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
SMALL, LARGE = 2_000, 10_000_000


def packed(made: Prepared, limit: int) -> bytes:
    """The EPUB of a work for a target whose documents have at most `limit` bytes."""
    target = load_target("generic", ROOT)
    rules = msgspec.structs.replace(target.epub_rules, document_bytes=limit)
    small = msgspec.structs.replace(target, epub=rules)
    return render_epub(made.publications["epub"], made.themes["epub"], made.library, small)


def rendered(made: Prepared, limit: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(packed(made, limit)))


def section(page: etree._Element) -> etree._Element:
    """What holds the text of a content document."""
    return next(page.iter(f"{XHTML}body"))[0]


def texts(epub: zipfile.ZipFile) -> dict[str, etree._Element]:
    """The content documents in reading order."""
    package = etree.fromstring(epub.read("EPUB/content.opf"))
    items = {each.get("id"): each.get("href") for each in package.iter("{*}item")}
    names = [items[each.get("idref")] for each in package.iter("{*}itemref")]
    return {name: etree.fromstring(epub.read(f"EPUB/{name}")) for name in names if name}


def words(epub: zipfile.ZipFile) -> list[str]:
    bodies = (next(page.iter(f"{XHTML}body")) for page in texts(epub).values())
    return [word for body in bodies for word in "".join(map(str, body.itertext())).split()]


def sizes(epub: zipfile.ZipFile) -> dict[str, int]:
    return {
        PurePosixPath(entry.filename).stem: entry.file_size
        for entry in epub.infolist()
        if entry.filename.startswith("EPUB/text/")
    }


def broken(epub: zipfile.ZipFile) -> Iterator[str]:
    """Links that lead to no id, and ids that stand in two files."""
    pages = texts(epub)
    ids = {
        name: [each.get("id") for each in page.iter() if each.get("id")]
        for name, page in pages.items()
    }
    every = [one for found in ids.values() for one in found]
    yield from {one or "" for one in every if every.count(one) > 1}
    for name, page in pages.items():
        for link in page.iter(f"{XHTML}a"):
            href = link.get("href") or ""
            path, _, fragment = href.partition("#")
            if ":" in href:
                continue
            target = str(PurePosixPath(name).parent / path) if path else name
            target = target.removeprefix("./")
            if target not in ids or (fragment and fragment not in ids[target]):
                yield f"{name}: {href}"


@pytest.fixture(scope="module")
def everything() -> Prepared:
    (work,) = find_works([ROOT / "tests" / "works" / "everything"]).works
    return make_ready(work, epoch=None)


@pytest.fixture(scope="module")
def whole(everything: Prepared) -> zipfile.ZipFile:
    return rendered(everything, LARGE)


@pytest.fixture(scope="module")
def cut(everything: Prepared) -> zipfile.ZipFile:
    return rendered(everything, SMALL)


def test_nothing_is_lost(whole: zipfile.ZipFile, cut: zipfile.ZipFile) -> None:
    assert len(sizes(cut)) > len(sizes(whole)) + 10
    assert words(cut) == words(whole)
    assert (list(broken(whole)), list(broken(cut))) == ([], [])


def test_the_same_is_written_twice(everything: Prepared, cut: zipfile.ZipFile) -> None:
    again = rendered(everything, SMALL)
    assert [(each.filename, each.CRC) for each in again.infolist()] == [
        (each.filename, each.CRC) for each in cut.infolist()
    ]


def test_only_one_thing_may_be_longer_than_the_limit(cut: zipfile.ZipFile) -> None:
    long = {name for name, size in sizes(cut).items() if size > SMALL}
    assert long <= {"cover"}


def test_a_reader_gets_the_same(everything: Prepared) -> None:
    one, other = (read(Source("a.epub", packed(everything, limit))) for limit in (LARGE, SMALL))
    assert list(compare(one, other)) == []


def test_pieces_begin_at_headings_and_say_what_they_are(cut: zipfile.ZipFile) -> None:
    pages = texts(cut)
    first, *later = (pages[f"text/prose{number}.xhtml"] for number in ("", "-2", "-3", "-4"))
    assert section(first).get(TYPE) == "chapter"
    for page in later:
        assert section(page).get(TYPE) is None
        assert section(page).get("role") is None
        assert "continues" in str(section(page).get("class")).split()
        assert section(page).get("aria-label") == "Prose"
        assert page.findtext(f".//{XHTML}title") == "Prose"
    begun = [section(page)[0][0].tag for page in later]
    assert any(tag in (f"{XHTML}h2", f"{XHTML}h3") for tag in begun)


def test_the_contents_lead_to_the_right_file(cut: zipfile.ZipFile) -> None:
    nav, ncx = cut.read("EPUB/nav.xhtml").decode(), cut.read("EPUB/toc.ncx").decode()
    links = re.findall(r'href="(text/prose[^"]*)"', nav)
    assert len({link.partition("#")[0] for link in links}) > 2
    assert links == re.findall(r'src="(text/prose[^"]*)"', ncx)


def test_an_index_goes_on_without_its_letter(cut: zipfile.ZipFile) -> None:
    pages = texts(cut)
    letters = [
        str(each.text)
        for name, page in pages.items()
        if name.startswith("text/index")
        for each in page.iter(f"{XHTML}p")
    ]
    assert letters == sorted(set(letters))
    assert section(pages["text/index-2.xhtml"]).get(TYPE) == "index"


@pytest.mark.skipif(not epubcheck.available(), reason="the extra `check` is not installed")
def test_epubcheck_finds_nothing(everything: Prepared, tmp_path: Path) -> None:
    path = tmp_path / "cut.epub"
    path.write_bytes(packed(everything, SMALL))
    assert [found for found in epubcheck.validate(path) if found.severity != "usage"] == []


LONG = "\n\n".join(
    f"Paragraph {number} says as much as any other, and calls a note.[^n{number}]\n\n"
    f"[^n{number}]: Note {number}, which calls for nothing more."
    for number in range(60)
)


@pytest.mark.parametrize("place", ["foot", "chapter", "book"])
def test_notes_stay_with_what_calls_them(tmp_path: Path, place: str) -> None:
    described = f'title = "T"\nlanguage = "en"\nnotes = "{place}"\nparts = ["a.md", "notes"]\n'
    made = ready(tmp_path, {"publication.toml": described, "a.md": f"# A\n\n{LONG}\n"})
    epub = rendered(made, SMALL)
    assert list(broken(epub)) == []
    assert words(epub) == words(rendered(made, LARGE)) or place == "foot"
    pages = texts(epub)
    holding = [
        name for name, page in pages.items() if next(page.iter(f"{XHTML}aside"), None) is not None
    ]
    kind = {"foot": "text/a", "chapter": "text/a", "book": "text/notes"}[place]
    assert len(holding) > 2
    assert all(name.startswith(kind) for name in holding)
    if place == "foot":
        for name in holding:
            calls = [each for each in pages[name].iter(f"{XHTML}a") if each.get(TYPE) == "noteref"]
            assert calls
            assert all(str(each.get("href")).startswith("#") for each in calls)
    else:
        heads = [
            each for name in pages for each in pages[name].iter(f"{XHTML}h2") if "nav" not in name
        ]
        assert len(heads) == 1


def test_a_table_is_not_cut(tmp_path: Path) -> None:
    rows = "".join(f"| {number} | a cell of words |\n" for number in range(4000))
    table = f"# A\n\nBefore.\n\n| n | w |\n|--|--|\n{rows}\nAfter.\n"
    (tmp_path / "a.md").write_text(table)
    works = find_works([tmp_path / "a.md"]).works
    (outcome,) = build_works(works, Options(out=tmp_path / "out", to=("epub",), check=False))
    (found,) = (each for each in outcome.diagnostics if each.code == "TGT013")
    assert found.span
    assert (Path(found.span.file).name, found.span.line) == ("a.md", 5)
    with zipfile.ZipFile(tmp_path / "out" / "a.epub") as epub:
        assert len([name for name in epub.namelist() if "article" in name]) == 3
