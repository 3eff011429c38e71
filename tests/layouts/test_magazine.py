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


def advertised(folder: Path, spaces: str, pages_before: int = 1) -> pypdfium2.PdfDocument:
    """An issue of empty advertisements of these `spaces`, or of pictures for spreads."""
    drawing = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 246"'
    spread = f'<svg {drawing}><path d="M0 0H390V246H0z"/></svg>'
    head = 'kind = "issue"\ntitle = "T"\nlanguage = "en"\n[periodical]\nname = "P"\n'
    files = {f"0{at}.md": ARTICLE.format(f"No {at}", WORDS) for at in range(pages_before)}
    parts = "".join(f'[[parts]]\nsource = "{name}"\n' for name in files)
    for at, space in enumerate(spaces.split()):
        source = f'source = "{at}.svg"\n' if space == "spread" else ""
        parts += f'[[parts]]\nrole = "advertisement"\nspace = "{space}"\n{source}title = "Rope"\n'
        parts += 'start = "page"\n' if space == "page" else ""
        files |= {f"{at}.svg": spread} if source else {}
    made = ready(folder, files | {"publication.toml": head + parts})
    theme = load_theme("magazine", ROOT)
    return pypdfium2.PdfDocument(render_pdf(made.publications["pdf"], theme, made.library))


def labels(page: pypdfium2.PdfPage) -> list[tuple[int, int]]:
    """Where the words that call advertisements so stand: from the left and from below, in mm."""
    text = page.get_textpage()
    found = text.search("advertisement")
    places = []
    while at := found.get_next():
        left, _, _, top = text.get_charbox(at[0])
        places.append((round(left / 72 * 25.4), round(top / 72 * 25.4)))
    return places


def test_two_quarters_stand_beside_each_other_and_four_fill_a_page(tmp_path: Path) -> None:
    with advertised(tmp_path, "page quarter quarter quarter quarter half half quarter") as document:
        (one, two, three, four) = labels(document[2])
        assert one[1] == two[1] > three[1] == four[1]
        assert one[0] == three[0]
        assert two[0] == four[0] == one[0] + 91
        assert [len(labels(page)) for page in document] == [0, 1, 4, 2, 1]


@pytest.mark.parametrize("before", [1, 2])
def test_the_halves_of_a_spread_meet_at_the_gutter(tmp_path: Path, before: int) -> None:
    with advertised(tmp_path, "spread", before) as document:
        pages = [page.render(scale=1).to_pil().convert("L") for page in document]
    assert len(pages) == {1: 3, 2: 5}[before]  # after two pages, a third is left blank
    verso, recto = (page.point(lambda grey: 255 * (grey < 128)) for page in pages[-2:])
    left = verso.crop((verso.width - 200, 0, verso.width, verso.height)).getbbox()
    right = recto.crop((0, 0, 200, recto.height)).getbbox()
    assert left
    assert left == (0, right[1], 200, right[3])
    assert right[0] == 0


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
