"""What a bookmark says: the words of its heading, whatever its lines and notes."""

import io
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest

from publisher.backends.pdf.bookmarks import LABEL, name_bookmarks
from publisher.backends.pdf.pages import set_pages
from publisher.fonts.library import library_for
from tests.conftest import ROOT

CALL = '<a class="note-call" href="#n">3</a>'


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("The press", "The press"),
        (f"The press{CALL}", "The press"),
        (f"The press{CALL} stands", "The press stands"),
        ('The press<aside class="note at-foot"><p>Of iron.</p></aside> stands', "The press stands"),
        ("<span>Part I</span> <span>The \n</span><span> press</span>", "Part I The press"),
        ("Chap\u00adter\u00a01 <em>of</em> two", "Chapter\u00a01 of two"),
        ("<svg><title>x squared</title></svg> is", "x squared is"),
        ("", ""),
    ],
)
def test_the_words_of_a_heading(heading: str, label: str) -> None:
    root = fromstring(f"<div><h2>{heading}</h2><p>Text.</p></div>")
    name_bookmarks(root)
    assert [node.get(LABEL) for node in root] == [label, None]


def test_lines_and_notes_are_not_in_the_outline() -> None:
    lines = f'<h1><span class="line">The </span><span class="line">press{CALL}</span></h1>'
    markup = f'<html lang="en"><body>{lines}<p id="n">A note.</p></body></html>'
    sheet = "h1 { bookmark-label: attr(data-bookmark) } .line { display: block }"
    pages = set_pages(markup, sheet, library_for(ROOT))
    with pikepdf.open(io.BytesIO(pages.data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["The press"]
