"""An article with every node: both media as goldens, whole, valid, and with the same text."""

import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.checks import epubcheck
from publisher.checks.preflight import preflight
from publisher.fonts.library import library_for
from publisher.layouts import load_theme
from publisher.publication import Publication
from publisher.targets import load_target
from tests.backends.test_pdf import described
from tests.conftest import ROOT
from tests.reading import program
from tests.rich import PICTURES, rich

GOLDEN = ROOT / "tests" / "golden"
ARTICLE = "EPUB/text/article.xhtml"
MATHML = "{http://www.w3.org/1998/Math/MathML}math"


@pytest.fixture(scope="module")
def publication() -> Publication:
    return rich()


@pytest.fixture(scope="module")
def epub(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rich") / "rich.epub"
    path.write_bytes(render_epub(publication, load_theme("article", ROOT), library_for(ROOT)))
    return path


@pytest.fixture(scope="module")
def pdf(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rich") / "rich.pdf"
    path.write_bytes(render_pdf(publication, load_theme("article", ROOT), library_for(ROOT)))
    return path


@pytest.fixture
def article(epub: Path) -> etree._Element:
    with zipfile.ZipFile(epub) as archive:
        return etree.fromstring(archive.read(ARTICLE))


def named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{{*}}{name}")


def classed(root: etree._Element, name: str) -> list[etree._Element]:
    return [node for node in root.iter("{*}*") if name in node.get("class", "").split()]


# --- the EPUB -----------------------------------------------------------------------------


def test_golden_content_document(epub: Path, golden: Callable[[Path, str], None]) -> None:
    with zipfile.ZipFile(epub) as archive:
        golden(GOLDEN / "epub" / "rich" / "article.xhtml", archive.read(ARTICLE).decode())
        golden(GOLDEN / "epub" / "rich" / "nav.xhtml", archive.read("EPUB/nav.xhtml").decode())


@pytest.mark.skipif(not epubcheck.available(), reason="EPUBCheck is not there")
def test_epubcheck_finds_nothing(epub: Path) -> None:
    messages = epubcheck.validate(epub)
    assert [message for message in messages if message.severity != "usage"] == []
    assert {message.id for message in messages} <= {"CSS-028", "OPF-097", "HTM_055"}


def test_ids_are_unique_and_every_link_inside_leads_somewhere(article: etree._Element) -> None:
    ids = Counter(node.get("id") for node in article.iter("{*}*") if node.get("id"))
    assert set(ids.values()) == {1}
    inside = [str(link.attrib["href"]) for link in named(article, "a")]
    assert [href for href in inside if href.startswith("#") and href[1:] not in ids] == []
    assert {href.split(":")[0] for href in inside if not href.startswith("#")} == {"https"}


def test_each_call_leads_to_its_note_and_back(article: etree._Element) -> None:
    notes = {note.attrib["id"]: note for note in classed(article, "note")}
    calls = classed(article, "note-call")
    assert [call.text for call in calls] == ["1", "1", "2", "3"]
    for call in calls:
        note = notes[str(call.attrib["href"])[1:]]
        back = {link.attrib["href"] for link in named(note, "a")}
        assert f"#{call.get('id')}" in back
    uncalled = notes["article-note-4"]
    assert list(named(uncalled, "a")) == []


def test_no_paragraph_holds_another(article: etree._Element) -> None:
    for paragraph in named(article, "p"):
        assert len(list(named(paragraph, "p"))) == 1


def test_formulas_are_mathml_with_words(article: etree._Element, epub: Path) -> None:
    assert all(math.get("alttext") for math in article.iter(MATHML))
    with zipfile.ZipFile(epub) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    item = next(
        item for item in package.iter("{*}item") if item.get("href") == "text/article.xhtml"
    )
    assert item.get("properties") == "mathml"


def test_every_picture_is_in_the_container(epub: Path) -> None:
    with zipfile.ZipFile(epub) as archive:
        for name, picture in PICTURES.items():
            assert archive.read(f"EPUB/images/{name}") == picture.data


# --- the PDF ------------------------------------------------------------------------------


def test_golden_structure(pdf: Path, golden: Callable[[Path, str], None]) -> None:
    with pikepdf.open(pdf) as opened:
        golden(GOLDEN / "pdf" / "rich.txt", "\n".join(described(opened)) + "\n")


def test_preflight_finds_nothing(pdf: Path) -> None:
    source = Source("rich.pdf", pdf.read_bytes())
    assert preflight(source, load_target("screen", ROOT)).found == ()


@program("qpdf")
def test_qpdf_finds_nothing(pdf: Path) -> None:
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)


def elements(value: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(value, pikepdf.Array):
        for item in value:
            yield from elements(item)
    elif isinstance(value, pikepdf.Dictionary) and "/S" in value:
        yield value
        yield from elements(value.get("/K"))


def test_figures_and_formulas_have_words_and_notes_an_id(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        tree = list(elements(opened.Root.StructTreeRoot.K))
        described = {
            kind: [str(node.get("/Alt", "")) for node in tree if str(node.S) == kind]
            for kind in ("/Figure", "/Formula")
        }
        notes = [str(node.ID) for node in tree if str(node.S) == "/Note"]
        named = opened.Root.StructTreeRoot.IDTree.Kids[0].Names
    assert described["/Figure"] == [
        "a small square",
        "The harbour from the east",
        "The press on the quay",  # the quay beside it is decorative
        "The press without a caption",
    ]
    assert len(described["/Formula"]) == 5
    assert all(described["/Formula"])
    assert len(set(notes)) == len(notes) == 4
    assert [str(name) for name in named[::2]] == notes


def test_what_is_decorative_or_said_twice_is_an_artifact(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            parents = marks(opened, page)
            for instruction in pikepdf.parse_content_stream(page):
                if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]:
                    assert parents[int(instruction.operands[1].MCID)] is not None


def marks(opened: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Array:
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    keys = [int(key) for key in numbers[::2]]
    found = numbers[2 * keys.index(int(page.obj.StructParents)) + 1]
    assert isinstance(found, pikepdf.Array)
    return found


def test_heads_of_tables_are_tagged_and_spans_kept(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        tree = list(elements(opened.Root.StructTreeRoot.K))
        spans = [
            (int(node.A.get("/ColSpan", 1)), int(node.A.get("/RowSpan", 1)))
            for node in tree
            if str(node.S) in ("/TH", "/TD") and "/A" in node
        ]
        headed = [node for node in tree if str(node.S) == "/TD" and node.A.get("/Headers")]
    assert {(1, 2), (2, 1)} <= set(spans)
    assert headed


def test_the_widest_table_stands_on_a_page_on_its_side(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in opened.pages]
    assert sizes.count((842, 595)) == 1
    assert sizes[-1] == (595, 842)


# --- both ---------------------------------------------------------------------------------


@program("pdfinfo")
def test_both_media_have_the_same_text(pdf: Path, article: etree._Element) -> None:
    tree = subprocess.run(
        ["pdfinfo", "-struct-text", pdf], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    body, notes = pdf_text(tree)
    expected, expected_notes = epub_text(article)
    assert body == expected
    assert notes == expected_notes


def pdf_text(tree: str) -> tuple[str, str]:
    """The letters of the text and of the notes, without the marks of list items."""
    found: dict[bool, list[str]] = {True: [], False: []}
    path: list[str] = []
    for row in tree.splitlines():
        depth = (len(row) - len(row.lstrip())) // 2
        content = row.strip()
        path = [*path[:depth], content.split(" ")[0]]
        if content.startswith('"') and "Lbl" not in path:
            found["Note" in path].append(content[1:-1])
    return letters("".join(found[False])), letters("".join(found[True]))


def epub_text(article: etree._Element) -> tuple[str, str]:
    """The same of a content document, less what has no letters on a page."""
    hidden = [node for node in article.iter("{*}*") if node.get("aria-hidden") == "true"]
    for node in [*hidden, *classed(article, "note-letter")]:
        drop(node)
    for node in [*article.iter(MATHML), *named(article, "head")]:
        drop(node)
    for link in named(article, "a"):
        before = link.getprevious() if link.getprevious() is not None else link.getparent()
        if link.text == "What it costs" and before is not None and before.tail == "” on ":
            link.text = "page 4"
    for kicker in classed(article, "kicker"):
        kicker.text = (kicker.text or "").upper()  # as its style sheet sets it
    notes = classed(article, "note")
    text = "".join("".join(map(str, note.itertext())) for note in notes)
    for note in notes:
        drop(note)
    return letters("".join(map(str, article.itertext()))), letters(text)


def drop(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    before = node.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (node.tail or "")
    else:
        before.tail = (before.tail or "") + (node.tail or "")
    parent.remove(node)


def letters(text: str) -> str:
    """`text` without spaces, and without hyphens: one at a line's end may be the page's own."""
    return re.sub(r"[\s\u00a0-]", "", text)


def test_faults_are_told_once(publication: Publication) -> None:
    assert sorted(found.code for found in publication.diagnostics) == [
        "LAY005", "LAY005", "LAY005", "LAY006", "LAY007", "LAY008", "LAY009", "LAY010",
    ]  # fmt: skip


def test_the_bytes_are_the_same_each_time(publication: Publication, epub: Path) -> None:
    theme, library = load_theme("article", ROOT), library_for(ROOT)
    assert render_epub(publication, theme, library) == epub.read_bytes()


def test_diagnostics_lead_to_the_source(publication: Publication) -> None:
    places = {found.code: found.span for found in publication.diagnostics if found.span}
    assert {code: span.line for code, span in places.items()} == {"LAY010": 90, "LAY005": 100}


def test_the_page_is_the_page_that_the_reference_names(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        names = opened.Root.Names.Dests.Names
        at = {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}
        pages = [page.obj.objgen for page in opened.pages]
        target = at["what-it-costs"]
        destination = target if isinstance(target, pikepdf.Array) else target.D
        assert pages.index(destination[0].objgen) + 1 == 4
