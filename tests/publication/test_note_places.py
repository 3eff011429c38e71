"""Notes at the foot, in the margin, after a chapter or the book: all lead there and back."""

from pathlib import Path

import pytest

from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.layouts import load_theme
from tests.build.publications import BOOK, ready
from tests.conftest import ROOT
from tests.publication.walk import amiss_in_epub, amiss_in_pdf


def book(folder: Path, notes: str, parts: str) -> Prepared:
    described = f'title = "T"\nlanguage = "en"\nnotes = "{notes}"\nparts = [{parts}]\n'
    files = BOOK | {
        "publication.toml": described,
        "two.md": "# The ink\n\nBlack[^a], blue[^b], black.[^a]\n\n[^a]: Soot.\n[^b]: Iron.\n",
    }
    return ready(folder, files)


@pytest.mark.parametrize(
    ("notes", "parts"),
    [
        ("foot", '"contents", "one.md", "two.md"'),
        ("margin", '"contents", "one.md", "two.md"'),
        ("chapter", '"contents", "one.md", "two.md"'),
        ("book", '"contents", "one.md", "two.md", "notes"'),
    ],
)
def test_notes_lead_there_and_back(notes: str, parts: str, tmp_path: Path) -> None:
    made = book(tmp_path, notes, parts)
    assert [found.code for found in made.diagnostics] == []
    theme = load_theme("book", ROOT)
    epub = render_epub(made.publications["epub"], theme, made.library)
    assert amiss_in_epub(epub, made.publications["epub"]) == []
    pdf = render_pdf(made.publications["pdf"], theme, made.library)
    assert amiss_in_pdf(pdf, made.publications["pdf"]) == []


def test_notes_that_have_no_place_together_stay_in_their_chapters(tmp_path: Path) -> None:
    made = book(tmp_path, "book", '"one.md", "two.md"')
    assert [found.code for found in made.diagnostics] == ["PUB014"]
    assert made.publications["epub"].notes == "chapter"
