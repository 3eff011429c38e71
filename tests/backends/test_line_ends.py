"""A text that fits its line but for its last space, before an element that goes to the next."""

import io

import pypdfium2
import pytest

from publisher.backends.pdf.pages import set_pages
from publisher.fonts.families import find_face
from publisher.fonts.library import library_for
from publisher.fonts.shaping import width
from tests.conftest import ROOT

TEXT = "The girls stared at their father, and said nothing. "
NEXT = '<span style="white-space: nowrap">“Nonsense!”</span>'


def lines(measure: float, markup: str) -> list[str]:
    """The lines of `markup`, set to a measure in points."""
    sheet = (
        f"@page {{ size: {measure}pt 300pt; margin: 0 }} body {{ margin: 0 }} "
        f"p {{ margin: 0; font: 11pt 'EB Garamond'; hyphens: auto; text-align: justify }}"
    )
    html = f'<html lang="en-GB"><body><p>{markup}</p></body></html>'
    pages = set_pages(html, sheet, library_for(ROOT))
    with pypdfium2.PdfDocument(io.BytesIO(pages.data)) as document:
        text = document[0].get_textpage().get_text_bounded()
    return [line.strip() for line in text.splitlines()]


@pytest.mark.parametrize("slack", [step / 4 for step in range(-24, 25)])
def test_a_line_is_filled_before_it_is_broken(slack: float) -> None:
    """Around the measure that the text just fits, the first line holds all of it but a word."""
    face = find_face(library_for(ROOT).families["EB Garamond"])
    first, *_ = lines(width(TEXT.strip(), face, 11) + slack, TEXT + NEXT)
    assert len(first) >= len("The girls stared at their father, and said")
