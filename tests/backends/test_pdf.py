"""The PDF of an article: its structure as a golden, its metadata, what other tools say of it."""

import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from publisher.assets import Source
from publisher.backends.pdf import render_pdf
from publisher.backends.pdf.pages import set_pages
from publisher.build.prepare import prepare
from publisher.build.works import find_works
from publisher.checks.preflight import preflight
from publisher.diagnostics import PublisherError
from publisher.fonts.library import library_for
from publisher.layouts import load_theme
from publisher.targets import load_target
from tests.conftest import ROOT
from tests.reading import program

GOLDEN = ROOT / "tests" / "golden" / "epub" / "article"


def rendered() -> bytes:
    (work,) = find_works([GOLDEN / "in" / "lamp.txt"]).works
    ready = prepare(work, epoch=None)
    return render_pdf(ready.publications["pdf"], load_theme("article", ROOT), ready.library)


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(rendered()))


def described(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a page's pixels do not show: boxes, fonts, labels, outline, tags."""
    for number, page in enumerate(pdf.pages, start=1):
        box = " ".join(f"{float(side):.2f}" for side in page.mediabox)
        yield f"page {number}: {box}, tabs {page.obj.Tabs}"
    fonts = {
        str(font.BaseFont).split("+")[-1]
        for font in pdf.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type0"
    }
    yield f"fonts: {', '.join(sorted(fonts))}"
    with pdf.open_outline() as outline:
        yield f"outline: {[item.title for item in outline.root]}"
    yield "tags:"
    yield from tags(pdf.Root.StructTreeRoot.K, 1)


def tags(node: object, depth: int) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if str(node.S) != "/Span":
            yield f"{'  ' * depth}{str(node.S)[1:]}"
        yield from tags(node.get("/K"), depth + 1)


def test_golden_structure(pdf: pikepdf.Pdf, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN.parents[1] / "pdf" / "article.txt", "\n".join(described(pdf)) + "\n")


def test_metadata_are_the_same_in_info_and_xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == pdf.docinfo["/Title"] == "The lamp & the <lens>"
        assert list(xmp["dc:creator"]) == ["Nora Hale", "Piet Smit"]
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["xmp:ModifyDate"] == "2026-05-04T00:00:00Z"
    assert str(pdf.docinfo["/Author"]) == "Nora Hale; Piet Smit"
    assert str(pdf.docinfo["/ModDate"]) == "D:20260504000000+00'00"


def test_the_catalogue_tells_language_title_and_labels(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.PageLabels.Nums[1].S) == "/D"


def test_preflight_finds_nothing() -> None:
    source = Source("lamp.pdf", rendered())
    assert preflight(source, load_target("screen", ROOT)).found == ()


def test_two_renderings_are_the_same_bytes() -> None:
    assert rendered() == rendered()


@program("qpdf")
def test_qpdf_finds_nothing(built: Path) -> None:
    for path in sorted(built.glob("*.pdf")):
        subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


@program("pdffonts")
def test_all_fonts_are_embedded_subset_and_mapped_to_unicode(built: Path) -> None:
    for path in sorted(built.glob("*.pdf")):
        table = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True)
        rows = table.stdout.splitlines()[2:]
        assert rows
        assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_page_opens_nothing_from_outside(tmp_path: Path) -> None:
    from publisher.backends.pdf.pages import set_pages
    from publisher.fonts.library import library_for

    secret = tmp_path / "secret.png"
    secret.write_bytes(b"")
    for address in (secret.as_uri(), "http://127.0.0.1:9/x.png"):
        image, style = f'<img src="{address}">', f'p {{ background: url("{address}") }}'
        for markup, sheet in ((image, "p { color: black }"), ("<p>Text</p>", style)):
            with pytest.raises(PublisherError) as caught:
                set_pages(markup, sheet, library_for(ROOT))
            assert [found.code for found in caught.value.diagnostics] == ["LAY004"]


def test_a_shared_glyph_is_extracted_as_its_plainer_character(tmp_path: Path) -> None:
    """The first space of the text does not break, and its first hyphen neither."""
    source = tmp_path / "a.txt"
    source.write_text("H\n\nMr Aske\u2019s e\u2011mail is well-kept.\n", encoding="utf-8")
    (work,) = find_works([source]).works
    ready = prepare(work, epoch=None)
    data = render_pdf(ready.publications["pdf"], load_theme("article", ROOT), ready.library)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        maps = [
            found.ToUnicode.read_bytes().lower()
            for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and "/ToUnicode" in found
        ]
    assert not any(b"<00a0>" in each or b"<2011>" in each for each in maps)
    assert any(b"<0020>" in each and b"<002d>" in each for each in maps)


def test_a_word_of_thousands_of_letters_breaks_at_the_margin(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nA " + "x" * 3000 + " word.\n", encoding="utf-8")
    (work,) = find_works([source]).works
    ready = prepare(work, epoch=None)
    data = render_pdf(ready.publications["pdf"], load_theme("article", ROOT), ready.library)
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage() for page in document]
    right = (210 - 26) / 25.4 * 72
    assert sum(page.get_text_range().count("x") for page in pages) == 3000
    for page in pages:
        assert max(page.get_charbox(at)[2] for at in range(page.count_chars())) < right + 3


@pytest.mark.parametrize(
    ("language", "text", "divided"),
    [
        ("de", "Wasserversorgungsanlagen", "Wasserver|sorgungsan|lagen"),
        ("cs", "nejvýznamnějšího", "nejvýznam|nějšího"),
        ("fi", "kaupunkilaisille", "kaupunkilai|sille"),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(
    language: str, text: str, divided: str
) -> None:
    library = library_for(ROOT)
    sheet = load_theme("article", ROOT).stylesheet("print", language)
    words = f'<p class="text" style="width: 22mm">{text}</p>'
    markup = f'<html lang="{language}"><body>{words}</body></html>'
    page = pypdfium2.PdfDocument(set_pages(markup, sheet, library).data)[0]
    shown = page.get_textpage().get_text_range().split()[0]
    assert shown.replace("\ufffe", "|") == divided
