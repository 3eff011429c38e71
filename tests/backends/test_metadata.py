"""What a book and an issue say of themselves in the package document and in XMP."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.checks import epubcheck
from publisher.layouts import load_theme
from tests.build.publications import BOOK, ready
from tests.conftest import ROOT
from tests.pictures.made import packed, photo

TEXT = {"a.md": "# One\n\nWords.\n"}
MADE_BY = """
title = "The Quiet Press"
subtitle = "A life in lead"
language = "en-GB"
date = 2026-05-03
edition = "Second edition"
doi = "10.1000/182"
onix = "https://example.org/onix.xml"
licence = "https://creativecommons.org/licenses/by/4.0/"
bisac = ["LAN027000"]
thema = ["AKD", "KNTP"]
isbn = { epub = "978-3-16-148410-0" }
series = { name = "Small Trades", number = "3", issn = "2049-3630" }
parts = ["a.md"]

[[contributors]]
name = "Ada Marsh"
sort = "Marsh, Ada"

[[contributors]]
name = "Ivo Lund"
role = "illustrator"

[accessibility]
conforms = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
certified_by = "Harbour Editions"
report = "https://example.org/report"
summary = "Checked by hand."
"""
ISSUE = """
kind = "issue"
title = "Water"
language = "en-GB"
date = 2026-05-03
parts = ["a.md"]

[periodical]
name = "Landfall"
volume = "7"
number = "28"
season = "Winter 2026"
issn = "2049-3630"
"""


def epub(made: Prepared, theme: str) -> zipfile.ZipFile:
    data = render_epub(made.publications["epub"], load_theme(theme, ROOT), made.library)
    return zipfile.ZipFile(io.BytesIO(data))


def said(container: zipfile.ZipFile) -> set[tuple[str, ...]]:
    """The metadata as rows: name, value; name of the refined element, property, value."""
    package = etree.fromstring(container.read("EPUB/content.opf"))
    rows: set[tuple[str, ...]] = set()
    names = {each.get("id"): str(each.text) for each in package.iter() if each.get("id")}
    for each in next(package.iter("{*}metadata")):
        value, refined = each.text or each.get("href") or "", each.get("refines")
        name = each.get("property") or each.get("rel") or etree.QName(each).localname
        rows.add((names[refined[1:]], name, value) if refined else (name, value))
    return rows


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return ready(tmp_path_factory.mktemp("book"), TEXT | {"publication.toml": MADE_BY})


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return ready(tmp_path_factory.mktemp("issue"), TEXT | {"publication.toml": ISSUE})


def test_what_the_package_document_says_of_a_book(book: Prepared) -> None:
    assert said(epub(book, "book")) >= {
        ("title", "The Quiet Press"),
        ("The Quiet Press", "title-type", "main"),
        ("The Quiet Press", "file-as", "Quiet Press, The"),
        ("title", "A life in lead"),
        ("A life in lead", "title-type", "subtitle"),
        ("identifier", "https://doi.org/10.1000/182"),
        ("https://doi.org/10.1000/182", "identifier-type", "06"),
        ("identifier", "urn:isbn:9783161484100"),
        ("urn:isbn:9783161484100", "identifier-type", "15"),
        ("creator", "Ada Marsh"),
        ("Ada Marsh", "role", "aut"),
        ("Ada Marsh", "file-as", "Marsh, Ada"),
        ("contributor", "Ivo Lund"),
        ("Ivo Lund", "role", "ill"),
        ("LAN027000", "authority", "BISAC"),
        ("LAN027000", "term", "LAN027000"),
        ("KNTP", "authority", "Thema"),
        ("belongs-to-collection", "Small Trades"),
        ("Small Trades", "collection-type", "series"),
        ("Small Trades", "group-position", "3"),
        ("Small Trades", "dcterms:identifier", "urn:issn:2049-3630"),
        ("dcterms:license", "https://creativecommons.org/licenses/by/4.0/"),
        ("schema:bookEdition", "Second edition"),
        ("record", "https://example.org/onix.xml"),
    }


def test_conformance_is_asserted_where_the_publisher_does(book: Prepared) -> None:
    conforms = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    rows = said(epub(book, "book"))
    (summary,) = [row[1] for row in rows if row[0] == "schema:accessibilitySummary"]
    assert summary.endswith("It has no pictures but the cover. Checked by hand.")
    assert rows >= {
        ("dcterms:conformsTo", conforms),
        (conforms, "a11y:certifiedBy", "Harbour Editions"),
        ("Harbour Editions", "a11y:certifierReport", "https://example.org/report"),
    }


def test_nothing_is_asserted_otherwise(issue: Prepared) -> None:
    names = {row[-2] for row in said(epub(issue, "magazine"))}
    assert not names & {"dcterms:conformsTo", "a11y:certifiedBy", "a11y:certifierReport"}


def test_what_the_package_document_says_of_an_issue(issue: Prepared) -> None:
    assert said(epub(issue, "magazine")) >= {
        ("belongs-to-collection", "Landfall"),
        ("Landfall", "collection-type", "series"),
        ("Landfall", "group-position", "7.28"),
        ("Landfall", "dcterms:identifier", "urn:issn:2049-3630"),
        ("prism:publicationName", "Landfall"),
        ("prism:volume", "7"),
        ("prism:number", "28"),
        ("prism:coverDisplayDate", "Winter 2026"),
        ("prism:issn", "2049-3630"),
    }


def test_a_number_that_is_none_has_no_position(tmp_path: Path) -> None:
    numbered = ISSUE.replace('number = "28"', 'number = "28/29"')
    made = ready(tmp_path, TEXT | {"publication.toml": numbered})
    rows = said(epub(made, "magazine"))
    assert ("prism:number", "28/29") in rows
    assert not [row for row in rows if "group-position" in row]


def test_xmp_says_the_same_of_an_issue(issue: Prepared) -> None:
    data = render_pdf(issue.publications["pdf"], load_theme("magazine", ROOT), issue.library)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        space = "{http://prismstandard.org/namespaces/basic/3.0/}"
        names = ("publicationName", "volume", "number", "coverDisplayDate", "coverDate", "issn")
        assert [xmp[f"{space}{name}"] for name in names] == [
            *("Landfall", "7", "28", "Winter 2026", "2026-05-03", "2049-3630"),
        ]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_of_its_own_is_the_cover(tmp_path: Path, kind: str) -> None:
    name = f"cover.{kind.lower()}"
    cover = f'\n[cover]\nimage = "{name}"\nalt = "A press"\n'
    files: dict[str, str | bytes] = {**BOOK, name: packed(photo((64, 96)), kind)}
    files["publication.toml"] = str(BOOK["publication.toml"]) + cover
    container = epub(ready(tmp_path, files), "book")
    package = etree.fromstring(container.read("EPUB/content.opf"))
    (item,) = [each for each in package.iter("{*}item") if each.get("properties") == "cover-image"]
    picture = Image.open(io.BytesIO(container.read(f"EPUB/{item.get('href')}")))
    assert picture.size == (64, 96)
    assert "EPUB/images/cover.jpg" not in container.namelist()
    (old,) = [each for each in package.iter("{*}meta") if each.get("name") == "cover"]
    assert old.get("content") == item.get("id")
    page = etree.fromstring(container.read("EPUB/text/cover.xhtml"))
    (shown,) = page.iter("{*}img")
    assert (shown.get("src"), shown.get("alt")) == (f"../{item.get('href')}", "A press")


@pytest.mark.skipif(not epubcheck.available(), reason="the extra `check` is not installed")
def test_epubcheck_finds_nothing(book: Prepared, issue: Prepared, tmp_path: Path) -> None:
    for made, theme in ((book, "book"), (issue, "magazine")):
        data = render_epub(made.publications["epub"], load_theme(theme, ROOT), made.library)
        path = tmp_path / f"{theme}.epub"
        path.write_bytes(data)
        assert [found for found in epubcheck.validate(path) if found.severity != "usage"] == []
