"""Pages of EPUBs on screens: nothing sticks out, is cut off, lies on something else or is faint."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from tests.conftest import ROOT
from tests.screens.chromium import Chromium, find_chromium
from tests.screens.pages import MODES, Mode, faults, unpack

WORKS = Path(__file__).parent / "works"
THEMES = ("article", "magazine", "report", "book")
EVERY = 4
"""Of the handbook's pages, one in so many; `python -m tests.screens` measures all."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed (Debian: sudo apt-get install chromium)")
    with Chromium(program) as running:
        yield running


def made(work: Path, folder: Path, theme: str | None = None) -> tuple[Path, ...]:
    """The pages of the EPUB of `work`, unpacked below `folder`."""
    options = Options(out=folder / "out", to=("epub",), check=False, theme=theme)
    (outcome,) = build_works(find_works([work]).works, options)
    return unpack(folder / "out" / outcome.outputs[0].path, folder / "unpacked")


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_too_wide_for_a_telephone(browser: Chromium, tmp_path: Path, theme: str) -> None:
    assert list(faults(browser, made(WORKS / "extremes.md", tmp_path, theme))) == []


@pytest.mark.parametrize("name", ["harbour-press.txt", "setzkasten.txt", "quoin"])
def test_the_sample_works(browser: Chromium, tmp_path: Path, name: str) -> None:
    assert list(faults(browser, made(ROOT / "content" / name, tmp_path))) == []


def test_the_book_of_everything(browser: Chromium, tmp_path: Path) -> None:
    assert list(faults(browser, made(ROOT / "tests" / "works" / "everything", tmp_path))) == []


@pytest.mark.parametrize("name", ["tategaki", "yamin"])
def test_lines_that_run_otherwise(browser: Chromium, tmp_path: Path, name: str) -> None:
    assert list(faults(browser, made(ROOT / "tests" / "works" / name, tmp_path))) == []


def test_the_handbook(browser: Chromium, tmp_path: Path) -> None:
    assert list(faults(browser, made(ROOT / "docs", tmp_path)[::EVERY])) == []


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "every"),
    [("pride-and-prejudice", 20), ("on-liberty", 3), ("the-importance-of-being-earnest", 2)],
)
def test_real_books(browser: Chromium, corpus: Path, tmp_path: Path, name: str, every: int) -> None:
    pages = made(corpus / "books" / name, tmp_path)
    assert list(faults(browser, pages[::every])) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>All is well.</p>", set()),
        ('<p style="width: 2000px">Wide.</p>', {"overflow"}),
        ('<p style="margin-left: -2em">Before the edge.</p>', {"overflow"}),
        (f"<p>{'w' * 300}</p>", {"overflow"}),
        ('<p style="height: 1em; overflow: hidden">Two<br/>lines.</p>', {"clipped"}),
        (
            '<p style="overflow: auto; white-space: nowrap">' + "word " * 300 + "</p>",
            {"clipped", "overflow"},
        ),
        ('<p style="margin-bottom: -2em">One.</p><p>Other.</p>', {"overlap"}),
        ('<p style="color: #777">Faint by day.</p>', {"faint"}),
        ('<p style="color: #767676; background: #fff">Just enough.</p>', set()),
        ('<h1 style="color: #949494; background: #fff">Large.</h1>', set()),
        ('<p style="background: rgb(0 0 0 / 70%)">On a veil.</p>', {"faint"}),
    ],
)
def test_what_the_measure_tells(
    browser: Chromium, tmp_path: Path, body: str, told: set[str]
) -> None:
    page = tmp_path / "page.xhtml"
    page.write_text(
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>'
        f"<body>{body}</body></html>",
        encoding="utf-8",
    )
    assert {each.fault for each in faults(browser, [page], [Mode(768, "light", 100)])} == told


def test_night_shows_a_colour_that_only_suits_the_day(browser: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "page.xhtml"
    page.write_text(
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>'
        '<body><p style="color: #000">Black.</p></body></html>',
        encoding="utf-8",
    )
    assert {each.mode for each in faults(browser, [page], MODES)} == {"768 px, night, 100 %"}
