"""A book that holds each element once: every reference of both outputs leads where it should."""

import io
from pathlib import Path

import pikepdf
import pytest

from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.checks import epubcheck
from publisher.layouts import load_theme
from tests.conftest import ROOT
from tests.publication.walk import amiss_in_epub, amiss_in_pdf, bookmarks, entries

FOLDER = ROOT / "tests" / "works" / "everything"


@pytest.fixture(scope="module")
def ready() -> Prepared:
    (work,) = find_works([FOLDER]).works
    return make_ready(work, epoch=None)


@pytest.fixture(scope="module")
def epub(ready: Prepared) -> bytes:
    return render_epub(ready.publications["epub"], load_theme("book", ROOT), ready.library)


@pytest.fixture(scope="module")
def pdf(ready: Prepared) -> bytes:
    return render_pdf(ready.publications["pdf"], load_theme("book", ROOT), ready.library)


def test_nothing_is_found_in_it(ready: Prepared) -> None:
    assert ready.diagnostics == ()


def test_each_reference_of_the_epub_leads_where_it_should(ready: Prepared, epub: bytes) -> None:
    assert amiss_in_epub(epub, ready.publications["epub"]) == []


def test_each_reference_of_the_pdf_leads_where_it_should(ready: Prepared, pdf: bytes) -> None:
    assert amiss_in_pdf(pdf, ready.publications["pdf"]) == []


def test_the_bookmarks_are_the_contents(ready: Prepared, pdf: bytes) -> None:
    assert bookmarks(pdf) == entries(ready.publications["pdf"].contents)


def test_epubcheck_finds_nothing(epub: bytes, tmp_path: Path) -> None:
    path = tmp_path / "everything.epub"
    path.write_bytes(epub)
    assert [message for message in epubcheck.validate(path) if message.severity != "usage"] == []


def test_front_matter_is_counted_in_roman_numerals(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        labels = [page.label for page in document.pages]
    body = labels.index("1")
    assert labels[:body] == [str(label) for label in labels[:body]]
    assert labels[:4] == ["i", "ii", "iii", "iv"]
    assert body % 2 == 0
    assert labels[body:] == [str(number) for number in range(1, len(labels) - body + 1)]
