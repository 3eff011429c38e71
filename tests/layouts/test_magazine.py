"""The theme of issues: its colours in grey, its columns, where its articles start."""

import itertools
from pathlib import Path

import pypdfium2
import pytest

from publisher.backends.pdf import render_pdf
from publisher.layouts import load_theme
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.layouts.test_themes import luminance

ARTICLE = "---\ntitle: {}\nlanguage: en\n---\n\n{}\n"
WORDS = "The rope lies in a heap beside the path, and at first it was taken for hay by all. "


def section_colours() -> list[str]:
    tokens = load_theme("magazine", ROOT).tokens("print")
    return [tokens[f"section-{number}"] for number in range(1, 7)]


def test_every_colour_of_a_section_reaches_a_contrast_of_four_and_a_half() -> None:
    for colour in section_colours():
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5, colour


def test_colours_of_sections_that_follow_each_other_differ_in_grey() -> None:
    greys = [luminance(colour) ** (1 / 2.2) for colour in section_colours()]
    for one, other in itertools.pairwise([*greys, greys[0]]):
        assert abs(one - other) >= 0.1, greys


def test_every_palette_reaches_a_contrast_of_seven() -> None:
    for ground, ink, _ in load_theme("magazine", ROOT).described.palette:
        lighter, darker = sorted((luminance(ground), luminance(ink)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 7, (ground, ink)


def pages(folder: Path, parts: str, **articles: str) -> list[str]:
    """The words of each page of an issue with these parts."""
    head = 'kind = "issue"\ntitle = "T"\nlanguage = "en"\n[periodical]\nname = "P"\n'
    files = {f"{name}.md": text for name, text in articles.items()}
    made = ready(folder, files | {"publication.toml": head + parts})
    data = render_pdf(made.publications["pdf"], load_theme("magazine", ROOT), made.library)
    with pypdfium2.PdfDocument(data) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("paragraphs", [14, 16, 18, 20, 22])
def test_an_opening_never_stands_at_the_foot_of_a_page_alone(
    tmp_path: Path, paragraphs: int
) -> None:
    parts = '[[parts]]\nsource = "a.md"\n[[parts]]\nsource = "b.md"\nstart = "running-on"\n'
    found = pages(
        tmp_path,
        parts,
        a=ARTICLE.format("First", "\n\n".join([WORDS * 3] * paragraphs)),
        b=ARTICLE.format("Second", WORDS * 9),
    )
    (page,) = [text for text in found if "Second" in text]
    assert page.partition("Second")[2].count("heap beside") >= 1


def test_a_long_article_runs_on_in_what_is_left_of_a_page(tmp_path: Path) -> None:
    parts = '[[parts]]\nsource = "a.md"\n[[parts]]\nsource = "b.md"\nstart = "running-on"\n'
    found = pages(
        tmp_path,
        parts,
        a=ARTICLE.format("First", WORDS * 20),
        b=ARTICLE.format("Second", "\n\n".join([WORDS * 3] * 18)),
    )
    assert "First" in found[0]
    assert "Second" in found[0]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("space", "count"), [("page", 3), ("spread", 4), ("half", 2), ("quarter", 2)]
)
def test_an_advertisement_takes_the_paper_it_is_sold(
    tmp_path: Path, space: str, count: int
) -> None:
    parts = (
        '[[parts]]\nsource = "a.md"\n'
        f'[[parts]]\nrole = "advertisement"\nspace = "{space}"\n'
        '[[parts]]\nsource = "b.md"\n'
    )
    article = ARTICLE.format("First", WORDS * 9)
    found = pages(tmp_path, parts, a=article, b=article.replace("First", "Second"))
    assert sum("ADVERTISEMENT" in text for text in found) == 1
    assert len(found) == count


def test_briefs_share_their_columns(tmp_path: Path) -> None:
    parts = '[[parts]]\nsource = "?.md"\nsection = "News"\nlayout = "brief"\n'
    briefs = {name: ARTICLE.format(f"Brief {name}", WORDS * 3) for name in "abcdef"}
    (page,) = pages(tmp_path, parts, **briefs)
    assert page.count("NEWS") == 1
    assert all(f"Brief {name}" in page for name in briefs)
