"""What is found of a work that is to be printed: words that no line takes, pictures too small."""

import time
from pathlib import Path

import pypdfium2
import pytest

from publisher.backends.pdf import render_pdf
from publisher.build.on_paper import check_on_paper
from publisher.build.prepare import Prepared
from publisher.layouts import load_theme
from publisher.span import Span
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.pictures.made import packed, photo

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzentwurfsvorlage"
SOLID = "0123456789" * 9


def book(folder: Path, title: str, heading: str, text: str = "Text.\n") -> Prepared:
    files: dict[str, str | bytes] = {
        "publication.toml": f'title = "{title}"\nlanguage = "de"\n'
        'parts = ["half-title", "title-page", "contents", "a.md"]\n',
        "a.md": f"# {heading}\n\n{text}",
        "tall.png": packed(photo((300, 1200)), "PNG"),
        "wide.png": packed(photo((300, 200)), "PNG"),
    }
    return ready(folder, files)


def told(prepared: Prepared) -> list[tuple[str, str, int]]:
    theme = load_theme("book", ROOT)
    publication = prepared.publications["pdf"]
    found = check_on_paper(publication, theme, prepared.library, Span("publication.toml"))
    return [(each.code, Path(each.span.file).name, each.span.line) for each in found if each.span]


@pytest.mark.parametrize(
    ("title", "heading", "found"),
    [
        (LONG, LONG, []),
        (SOLID, "Kurz", [("LAY014", "publication.toml", 1)]),
        ("Kurz", f"Die {SOLID}", [("LAY014", "a.md", 1)]),
        (SOLID[:20] + "\u00ad" + SOLID[20:40], "Kurz", []),
    ],
)
def test_a_word_that_no_size_fits_and_no_hyphen_divides_is_told(
    tmp_path: Path, title: str, heading: str, found: list[tuple[str, str, int]]
) -> None:
    assert told(book(tmp_path, title, heading)) == found


@pytest.mark.parametrize("theme", ["article", "book", "magazine", "report"])
@pytest.mark.parametrize("word", [LONG, SOLID, "q" * 3000])
def test_no_word_leaves_the_page(tmp_path: Path, theme: str, word: str) -> None:
    made = book(tmp_path, f"{word} am Kai", f"{word} am Hafen")
    start = time.process_time()
    data = render_pdf(made.publications["pdf"], load_theme(theme, ROOT), made.library)
    assert time.process_time() - start < 30
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_rect(at) for at in range(text.count_rects())]
            assert all(left >= 0 and right <= page.get_width() for left, _, right, _ in boxes)


def test_a_tall_picture_is_as_wide_as_its_height_lets_it_be(tmp_path: Path) -> None:
    text = "![Tall](tall.png)\n\n![Wide](wide.png)\n"
    found = [code for code, _, _ in told(book(tmp_path, "T", "One", text))]
    assert found == ["IMG011"]
