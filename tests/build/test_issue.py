"""A made-up issue in three languages and four formats: what its outputs hold, and where."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.checks import epubcheck
from publisher.checks.parity import compare
from publisher.checks.parity.epub import read_epub
from publisher.checks.parity.pdf import read_pdf
from publisher.checks.preflight import preflight
from publisher.document.text import plain
from publisher.layouts import load_theme
from publisher.publication.issue import by_section
from publisher.targets import load_target
from tests.conftest import ROOT
from tests.publication.walk import amiss_in_epub, amiss_in_pdf

FOLDER = ROOT / "tests" / "works" / "landfall"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANGUAGES = {"faehre": "de", "chanson": "fr"}
"""The languages of the articles that are not in the issue's."""

PARTS = [
    *("cover", "contents", "editorial", "lamp", "otters", "toll", "advertisement", "crossings"),
    *("rope", "faehre", "harwick-rope-works-rope-by-the-metre-since-1871", "chanson", "box"),
    *("contributors", "masthead"),
]


@pytest.fixture(scope="module")
def ready() -> Prepared:
    (work,) = find_works([FOLDER]).works
    return make_ready(work, epoch=None)


@pytest.fixture(scope="module")
def epub(ready: Prepared) -> bytes:
    return render_epub(ready.publications["epub"], load_theme("magazine", ROOT), ready.library)


@pytest.fixture(scope="module")
def pdf(ready: Prepared) -> bytes:
    return render_pdf(ready.publications["pdf"], load_theme("magazine", ROOT), ready.library)


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    """The words of each page, in lines."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def page_with(pages: list[str], words: str, start: int = 2) -> int:
    """The first page with `words` after the cover and the contents, from 0."""
    return next(at for at, text in enumerate(pages) if at >= start and words in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def files(epub: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {
            name.rpartition("/")[2]: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf"))
        }


def spine(epub: bytes) -> list[str]:
    package = files(epub)["content.opf"]
    names = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    return [Path(names[each.get("idref")] or "").stem for each in package.iter("{*}itemref")]


# --- the parts and their order ------------------------------------------------------------


def test_parts_stand_in_the_order_of_the_description(ready: Prepared) -> None:
    assert [part.name for part in ready.publications["pdf"].parts] == PARTS


def test_the_epub_has_the_same_order_without_the_space_that_is_free(epub: bytes) -> None:
    wanted = [name for name in PARTS if name != "advertisement"]
    assert spine(epub) == ["cover", "title-page", *wanted[1:], "nav"]


def test_the_pages_have_the_same_order(pages: list[str]) -> None:
    titles = [
        *("On the other side", "Lamp comes back to the pier", "Three ways over the same water"),
        *("The old one goes down", "Um zwanzig nach fünf"),
        *("Une chanson pour traverser", "The woman in the signal box", "Edited by"),
    ]
    found: list[int] = []
    for title in titles:
        found.append(page_with(pages, title, found[-1] if found else 2))
    assert found == sorted(found)


def test_an_article_runs_on_where_the_one_before_it_ended(pages: list[str]) -> None:
    page = page_with(pages, "The woman in the signal box")
    assert "comme on ferme une porte" in _one_line(pages[page])


def test_articles_of_the_wire_follow_their_dates(ready: Prepared) -> None:
    wire = [part for part in ready.publications["epub"].parts if part.layout == "brief"]
    dates = [part.document.meta.date for part in wire]
    assert dates == ["2026-11-02", "2026-11-11", "2026-11-20"]


# --- contents -----------------------------------------------------------------------------


def test_the_contents_are_grouped_by_section(ready: Prepared) -> None:
    groups = by_section(ready.publications["epub"])
    assert [(each.section, [part.name for part in each.parts]) for each in groups] == [
        (None, ["editorial"]),
        ("Soundings", ["lamp", "otters", "toll"]),
        ("Crossings", ["rope", "faehre"]),
        ("Voices", ["chanson", "box"]),
        (None, ["contributors", "masthead"]),
    ]
    assert [each.divider.name if each.divider else None for each in groups][2] == "crossings"


def test_every_link_on_the_pages_leads_to_its_words(ready: Prepared, pdf: bytes) -> None:
    assert amiss_in_pdf(pdf, ready.publications["pdf"]) == []


def test_the_printed_number_of_an_entry_is_that_of_its_page(
    ready: Prepared, pages: list[str]
) -> None:
    contents = _one_line(pages[1])
    for group in by_section(ready.publications["pdf"]):
        for part in group.parts:
            title = plain(part.document.meta.title)
            found = re.search(rf"(\d+) {re.escape(title)}", contents)
            assert found, title
            assert title in _one_line(pages[int(found[1]) - 1])


def test_every_link_of_the_epub_leads_to_its_words(ready: Prepared, epub: bytes) -> None:
    assert amiss_in_epub(epub, ready.publications["epub"]) == []


def test_the_contents_of_the_epub_say_what_an_article_is_about(epub: bytes) -> None:
    page = files(epub)["contents.xhtml"]
    about = ["".join(map(str, each.itertext())) for each in page.iter(f"{XHTML}p")]
    assert "Landfall · Volume\u00a07 · Issue\u00a028 · Winter 2026" in about
    assert any(each.startswith("Each June four villages") for each in about)
    assert "Jonas Weber" in about


# --- running heads, sections, languages ---------------------------------------------------


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("Otters get their own culvert", "Soundings"),
        ("The old one goes down", "Crossings"),
        ("Wer noch mitfährt", "Crossings"),
        ("Une chanson pour traverser", "Voices"),
    ],
)
def test_the_folio_line_names_the_section(pages: list[str], words: str, section: str) -> None:
    page = page_with(pages, words)
    lines = pages[page].splitlines()
    assert any(section in line for line in lines[-4:]), lines[-4:]
    number = str(page + 1)
    assert any(number in line.split() for line in lines[-4:])
    paper = "Landfall" if page % 2 else "Issue"
    assert any(paper in line for line in lines[-4:])


def test_each_article_of_the_epub_says_its_language(epub: bytes) -> None:
    for name, language in LANGUAGES.items():
        (article,) = files(epub)[f"{name}.xhtml"].iter(f"{XHTML}article")
        assert article.get("lang") == language


def test_each_article_of_the_pdf_says_its_language(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "en-GB"
        said = {str(each.Lang) for each in document.objects if _tagged(each)}
    assert set(LANGUAGES.values()) <= said


def _tagged(value: object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and "/S" in value and "/Lang" in value


def test_a_section_is_named_in_the_language_of_the_issue(epub: bytes) -> None:
    (kicker,) = [
        each
        for each in files(epub)["chanson.xhtml"].iter(f"{XHTML}p")
        if "kicker" in (each.get("class") or "")
    ]
    assert (kicker.text, kicker.get("lang")) == ("Voices", "en-GB")


# --- advertisements, contributors, masthead -----------------------------------------------


def test_advertisements_say_so_and_the_free_space_is_on_paper_alone(
    epub: bytes, pages: list[str]
) -> None:
    labelled = [at for at, text in enumerate(pages) if "ADVERTISEMENT" in text]
    assert labelled == [page_with(pages, "Otters get their own culvert"), 8]
    assert _one_line(pages[8]) == "ADVERTISEMENT"
    page = files(epub)["harwick-rope-works-rope-by-the-metre-since-1871.xhtml"]
    (picture,) = page.iter(f"{XHTML}img")
    assert picture.get("alt") == "Harwick Rope Works: rope by the metre since 1871"


def test_contributors_are_led_to_their_articles(epub: bytes) -> None:
    page = files(epub)["contributors.xhtml"]
    notes = {}
    for note in page.iter(f"{XHTML}div"):
        if note.get("class") == "contributor":
            words = ["".join(map(str, each.itertext())) for each in note.iter(f"{XHTML}p")]
            notes[words[0]] = [link.get("href") for link in note.iter(f"{XHTML}a")]
    assert notes["Marta Lind"] == ["rope.xhtml#rope"]
    assert notes["Jonas Weber"] == ["faehre.xhtml#faehre"]
    assert notes["Peter Nash"] == ["toll.xhtml#toll"]


def test_the_masthead_has_what_a_library_asks_for(pages: list[str]) -> None:
    page = _one_line(pages[-1]).replace("\u00a0", " ")
    for words in (
        *("Edited by Ines Okafor", "Art direction Tomas Berg", "Proofreader Ruth Calder"),
        *("Volume 7 · Issue 28 · Winter 2026", "Four times a year", "ISSN 2049-3630"),
        *("Published by Saltmarsh Press, Harwick", "© 2026 Saltmarsh Press"),
    ):
        assert words in page


def test_the_cover_has_the_name_the_number_and_the_lines(pages: list[str]) -> None:
    cover = _one_line(pages[0]).replace("\u00a0", " ")
    for words in (
        *("Landfall", "Volume 7 · Issue 28 · Winter 2026", "What bridges carry"),
        *("Die Fähre, die blieb", "Une chanson pour traverser"),
    ):
        assert words in cover


# --- both outputs, and validators ---------------------------------------------------------


def test_paper_and_screen_differ_in_what_only_one_of_them_can_show(epub: bytes, pdf: bytes) -> None:
    """Briefs share the name of their section on paper; space that is still free is there alone."""
    one, other = Source("a.epub", epub), Source("a.pdf", pdf)
    found = list(compare(read_epub(one), read_pdf(other)))
    assert {each.code for each in found} <= {"PAR001", "PAR008"}
    only = [each.message for each in found if each.code == "PAR001"]
    assert len(only) == 3
    assert all("Soundings" in message or "ADVERTISEMENT" in message for message in only)


def test_nothing_is_found_in_it(ready: Prepared, pdf: bytes, tmp_path: Path) -> None:
    assert [found.code for found in ready.diagnostics if found.severity != "info"] == []
    assert preflight(Source("landfall.pdf", pdf), load_target("screen", ROOT)).found == ()


@pytest.mark.skipif(not epubcheck.available(), reason="the extra `check` is not installed")
def test_epubcheck_finds_nothing(epub: bytes, tmp_path: Path) -> None:
    path = tmp_path / "landfall.epub"
    path.write_bytes(epub)
    assert [found for found in epubcheck.validate(path) if found.severity != "usage"] == []
