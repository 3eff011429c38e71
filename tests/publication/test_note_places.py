"""Notes at the foot, in the margin, after a chapter or the book: all lead there and back."""

import re
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.layouts import load_theme
from tests.build.publications import BOOK, ready
from tests.checks.parity.making import codes
from tests.conftest import ROOT
from tests.publication.harm import Files, harmed_epub
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
    both = Source("a.epub", epub), Source("a.pdf", pdf)
    assert codes(*both) == []
    less = Source("a.epub", harmed_epub(epub, remove_note))
    assert codes(less, both[1]) == ["PAR006", "PAR007"]
    assert codes(both[1], less) == ["PAR006", "PAR007"]


def remove_note(files: Files) -> None:
    """Takes the note on iron out, and its call."""
    for name, text in files.items():
        if name.endswith(".xhtml"):
            text = re.sub(rb"<aside(?:(?!</aside>).)*Iron\..*?</aside>", b"", text, flags=re.DOTALL)
            files[name] = re.sub(rb"(, blue)<a .*?</a>", rb"\1", text)


def test_notes_that_have_no_place_together_stay_in_their_chapters(tmp_path: Path) -> None:
    made = book(tmp_path, "book", '"one.md", "two.md"')
    assert [found.code for found in made.diagnostics] == ["PUB014"]
    assert made.publications["epub"].notes == "chapter"
