"""A book that holds each element once: every reference of both outputs leads where it should."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.checks import epubcheck
from publisher.checks.parity import Content, compare, compare_files
from publisher.layouts import load_theme
from tests.checks.parity.making import read
from tests.conftest import ROOT
from tests.publication import harm
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
    with pypdfium2.PdfDocument(pdf) as drawn:
        texts = [page.get_textpage().get_text_bounded().split() for page in drawn]
    printed = {words[-1]: label for words, label in zip(texts, labels, strict=True) if words}
    assert printed["3"] == "3"
    assert printed["xiii"] == "xiii"


def test_a_reader_of_either_output_gets_all_of_it(epub: bytes, pdf: bytes, tmp_path: Path) -> None:
    one, other = tmp_path / "everything.epub", tmp_path / "everything.pdf"
    one.write_bytes(epub)
    other.write_bytes(pdf)
    assert compare_files(one, other) == ()
    assert compare_files(other, one) == ()


@pytest.fixture(scope="module")
def contents(epub: bytes, pdf: bytes) -> tuple[Content, Content]:
    return read(Source("a.epub", epub)), read(Source("a.pdf", pdf))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (harm.drop_chapter, "PAR001"),
        (harm.swap_chapters, "PAR020"),
        (harm.remove_entry, "PAR001"),
        (harm.lower_heading, "PAR003"),
        (harm.break_link, "PAR009"),
    ],
)
def test_what_is_amiss_in_the_epub_alone_is_found(
    epub: bytes, contents: tuple[Content, Content], change: harm.InEpub, code: str
) -> None:
    harmed = read(Source("a.epub", harm.harmed_epub(epub, change)))
    assert code in {found.code for found in compare(harmed, contents[1])}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (harm.drop_section, "PAR001"),
        (harm.swap_sections, "PAR020"),
        (harm.remove_item, "PAR001"),
        (harm.lower_level, "PAR003"),
        (harm.break_annotation, "PAR009"),
    ],
)
def test_what_is_amiss_in_the_pdf_alone_is_found(
    pdf: bytes, contents: tuple[Content, Content], change: harm.InPdf, code: str
) -> None:
    harmed = read(Source("a.pdf", harm.harmed_pdf(pdf, change)))
    assert code in {found.code for found in compare(contents[0], harmed)}
