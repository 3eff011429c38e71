"""The themes for books in each of their trims: margins, heads, folios, the baseline grid."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pypdfium2
import pytest

from publisher.backends.pdf.render import render_pdf
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.diagnostics import UsageError
from publisher.layouts import Theme, load_theme
from publisher.publication import Contributor
from publisher.units import points
from tests.conftest import ROOT

BOOK, REPORT = load_theme("book", ROOT), load_theme("report", ROOT)
TRIMS = [(theme, name) for theme in (BOOK, REPORT) for name in theme.described.trims]
_EM_OF_A_LETTER = 0.377
"""The mean width of a character of English prose in EB Garamond, spaces among them, in em."""
_SAFE = points("5mm")
_TITLE, _CHAPTERS = "The Ropewalk", ("On Hemp", "On Tar")

DESCRIPTION = """
title = "The Ropewalk"
language = "en-GB"
contributors = ["Ada Marsh"]
rights = "© 2026 Ada Marsh"
parts = [
  "half-title", "title-page", "copyright-page", "contents",
  { title = "Fibres", role = "part", parts = ["hemp.md", "tar.md"] },
  "notes.md",
]
"""
SENTENCE = (
    "The walk was three hundred yards long, and whoever twisted the yarn went backwards for all of "
    "it, since a rope is made by a man who does not see where he goes. "
)
PARAGRAPHS = [SENTENCE * (1 + number % 4) for number in range(26)]


class Word(NamedTuple):
    """A run of text on a page: its box in points, from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A short book, read and put together."""
    folder = tmp_path_factory.mktemp("ropewalk")
    (folder / "publication.toml").write_text(DESCRIPTION, encoding="utf-8")
    for name, title in zip(("hemp", "tar"), _CHAPTERS, strict=True):
        text = "\n\n".join((f"# {title}", *PARAGRAPHS[:15], "* * *", *PARAGRAPHS[15:]))
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "notes.md").write_text("# Afterword\n\nThe walk is gone.", encoding="utf-8")
    (work,) = find_works([folder]).works
    return make_ready(work, epoch=None)


@pytest.fixture(scope="module")
def book(ready: Prepared) -> Iterator[pypdfium2.PdfDocument]:
    """That book in the theme for books, on its usual trim."""
    with opened(ready, BOOK) as document:
        yield document


def opened(ready: Prepared, theme: Theme) -> pypdfium2.PdfDocument:
    data = render_pdf(ready.publications["pdf"], theme, ready.library)
    return pypdfium2.PdfDocument(io.BytesIO(data))


def words(page: pypdfium2.PdfPage) -> list[Word]:
    """The runs of text on a page that PDFium finds."""
    text, height = page.get_textpage(), page.get_height()
    found = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        run = text.get_text_bounded(left, bottom, right, top).strip()
        if run:
            found.append(Word(run, left, height - top, right, height - bottom))
    return found


def page_of(document: pypdfium2.PdfDocument, label: str) -> int:
    return next(at for at in range(len(document)) if document.get_page_label(at) == label)


def heads(page: pypdfium2.PdfPage, theme: Theme = BOOK) -> str:
    """What stands in the margin at the head of a page."""
    top = theme.token("print", "margin-top", points)
    return " ".join(word.text for word in words(page) if word.bottom < top)


def feet(page: pypdfium2.PdfPage, theme: Theme = BOOK) -> str:
    bottom = page.get_height() - theme.token("print", "margin-bottom", points)
    return " ".join(word.text for word in words(page) if word.top > bottom)


@pytest.mark.parametrize(
    ("theme", "trim"), TRIMS, ids=[f"{t.described.name}-{n}" for t, n in TRIMS]
)
def test_no_text_stands_off_the_page(ready: Prepared, theme: Theme, trim: str) -> None:
    theme = theme.with_trim(trim)
    width, height = map(points, theme.tokens("print")["page"].split())
    with opened(ready, theme) as document:
        assert len(document) > 10
        for page in document:
            assert page.get_size() == pytest.approx((width, height), abs=0.5)
            for word in words(page):
                assert _SAFE < word.left < word.right < width - _SAFE, word
                assert _SAFE < word.top < word.bottom < height - _SAFE, word


@pytest.mark.parametrize("name", BOOK.described.trims)
def test_margins_follow_the_canon_and_the_page_holds_whole_lines(name: str) -> None:
    theme = BOOK.with_trim(name)
    inner, top, outer, bottom = (
        theme.token("print", f"margin-{side}", points)
        for side in ("inner", "top", "outer", "bottom")
    )
    assert top / inner == pytest.approx(3 / 2, rel=0.15)
    assert outer / inner == pytest.approx(4 / 2, rel=0.05)
    assert bottom / inner == pytest.approx(5 / 2, rel=0.17)
    width, height = map(points, theme.tokens("print")["page"].split())
    assert name == "x".join(
        side.removesuffix("mm") for side in theme.tokens("print")["page"].split()
    )
    lines, leading = theme.token("print", "lines", int), theme.token("print", "leading", points)
    assert 32 <= lines <= 38
    assert 0 <= height - top - bottom - lines * leading < 0.5
    size = theme.token("print", "text-size", points)
    assert 10 <= size <= 11.5
    assert 60 <= (width - inner - outer) / (size * _EM_OF_A_LETTER) <= 70.5


def test_front_matter_is_counted_in_roman_numerals_and_page_1_is_a_recto(
    book: pypdfium2.PdfDocument,
) -> None:
    labels = [book.get_page_label(at) for at in range(len(book))]
    first = labels.index("1")
    assert labels[:first] == ["i", "ii", "iii", "iv", "v", "vi"]
    assert labels[first:] == [str(number + 1) for number in range(len(book) - first)]
    assert first % 2 == 0  # the first page of the file is a recto


def test_heads_name_the_book_on_versos_and_the_chapter_on_rectos(
    book: pypdfium2.PdfDocument,
) -> None:
    assert heads(book[page_of(book, "4")]) == f"4 {_TITLE}"
    assert heads(book[page_of(book, "5")]) == f"{_CHAPTERS[0]} 5"
    for label in ("4", "5"):
        assert feet(book[page_of(book, label)]) == ""


def test_openers_have_no_head_and_their_folio_drops_to_the_foot(
    book: pypdfium2.PdfDocument,
) -> None:
    openers = [at for at in range(len(book)) if words(book[at]) and not heads(book[at])]
    titles = {book.get_page_label(at): words(book[at])[0].text for at in openers}
    assert titles["3"] == _CHAPTERS[0]
    assert _CHAPTERS[1] in titles.values()
    assert titles["v"] == "Contents"
    for at in openers:
        label = book.get_page_label(at)
        bare = label in ("i", "iii", "iv", "1")  # half-title, title page, imprint, division
        assert feet(book[at]) == ("" if bare else label), label


def test_blank_pages_are_blank(book: pypdfium2.PdfDocument) -> None:
    blank = [book.get_page_label(at) for at in range(len(book)) if not words(book[at])]
    assert {"ii", "vi", "2"} <= set(blank)


def test_text_stands_on_the_baseline_grid(book: pypdfium2.PdfDocument) -> None:
    """A pause, a chapter's head, a note take whole lines, so that facing lines are level."""
    leading, height = BOOK.token("print", "leading", points), BOOK.token("print", "lines", int)
    top = BOOK.token("print", "margin-top", points)
    first = page_of(book, "3")
    found = [
        baseline
        for at in range(first, len(book))
        for baseline in baselines(book[at], top)
        if 12 * leading < baseline < height * leading
    ]
    assert len(found) > 500
    for baseline in found:
        off = (baseline - found[0] + leading / 2) % leading - leading / 2
        assert off == pytest.approx(0, abs=0.3)


def baselines(page: pypdfium2.PdfPage, top: float) -> Iterator[float]:
    """How far below `top` each letter stands that has neither ascender nor descender."""
    text = page.get_textpage()
    letters = text.get_text_range()
    for at, letter in enumerate(letters[: text.count_chars()]):
        if letter in "nmr":
            yield page.get_height() - text.get_charbox(at)[1] - top


def test_the_title_page_shows_the_title_of_the_work(book: pypdfium2.PdfDocument) -> None:
    page = book[page_of(book, "iii")]
    assert [word.text for word in words(page)][:2] == [_TITLE, "Ada Marsh"]
    assert words(book[0])[0].text.casefold() == _TITLE.casefold()


@pytest.mark.parametrize("theme", [BOOK.with_trim("111x178"), REPORT], ids=["book", "report"])
def test_a_title_page_that_is_too_full_loses_nothing(ready: Prepared, theme: Theme) -> None:
    names = [f"Author Number{number}" for number in range(30)]
    publication = msgspec.structs.replace(
        ready.publications["pdf"],
        title="An Inquiry into the Lighting of Harbours, " * 3,
        contributors=tuple(Contributor(name) for name in names),
        publisher="Harbour Press",
        parts=ready.publications["pdf"].parts[1:3],
        contents=(),
    )
    data = render_pdf(publication, theme, ready.library)
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert [name for name in names if name not in " ".join(text.split())] == []
    assert text.count("Harbour Press") == 2  # there, and on the copyright page


def test_a_number_in_the_contents_never_stands_alone(book: pypdfium2.PdfDocument) -> None:
    text = book[page_of(book, "v")].get_textpage().get_text_bounded()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert [line for line in lines[1:-1] if line.replace(".", "").strip().isdigit()] == []


@pytest.mark.parametrize(
    ("trim", "theme", "remedy"),
    [
        ("140x126", "book", "did you mean 140x216?"),
        ("A4", "article", "take the line out"),
        ("quarto", "report", "known: A4, Letter"),
    ],
)
def test_a_trim_that_a_theme_does_not_have(
    tmp_path: Path, trim: str, theme: str, remedy: str
) -> None:
    description = f'title = "R"\ntheme = "{theme}"\ntrim = "{trim}"\nparts = ["a.md"]\n'
    (tmp_path / "publication.toml").write_text(description, encoding="utf-8")
    (tmp_path / "a.md").write_text("# Oil\n\nText.", encoding="utf-8")
    (work,) = find_works([tmp_path]).works
    with pytest.raises(UsageError) as caught:
        make_ready(work, epoch=None)
    (found,) = caught.value.diagnostics
    assert (found.code, found.span and found.span.line, found.help) == ("LAY031", 3, remedy)


def test_a_trim_is_chosen_in_the_description(tmp_path: Path) -> None:
    description = 'title = "R"\nlanguage = "en"\ntrim = "170x240"\nparts = ["a.md"]\n'
    (tmp_path / "publication.toml").write_text(description, encoding="utf-8")
    (tmp_path / "a.md").write_text("# Oil\n\nText.", encoding="utf-8")
    (work,) = find_works([tmp_path]).works
    themes = make_ready(work, epoch=None).themes
    assert {kind: theme.trim for kind, theme in themes.items()} == {"epub": "", "pdf": "170x240"}
    assert themes["pdf"].tokens("print")["page"] == "170mm 240mm"


def test_a_report_is_numbered_as_its_theme_says(tmp_path: Path) -> None:
    assert contents(tmp_path, "") == ["1", "1.1"]


def test_what_a_publication_says_of_numbers_goes_before_its_theme(tmp_path: Path) -> None:
    assert contents(tmp_path, '[numbering]\nchapters = "roman"') == ["I", ""]


def contents(folder: Path, more: str) -> list[str]:
    """The numbers of a chapter and of the section in it, in a report that says `more`."""
    description = f'title = "R"\nlanguage = "en"\ntheme = "report"\nparts = ["a.md"]\n{more}'
    (folder / "publication.toml").write_text(description, encoding="utf-8")
    (folder / "a.md").write_text("# Oil\n\nText.\n\n## Price\n\nText.", encoding="utf-8")
    (work,) = find_works([folder]).works
    (part,) = make_ready(work, epoch=None).publications["pdf"].parts
    heading = part.document.blocks[1]
    first = heading.children[0]  # type: ignore[union-attr]
    number = getattr(first, "children", ())
    return [part.number or "", number[0].text if number else ""]
