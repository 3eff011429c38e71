"""The sign at the end of a text: on the line of its last word, however full that is."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from publisher.backends.pdf import render_pdf
from publisher.backends.pdf.runts import TAIL, hold_last_words
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document, Meta
from publisher.document.nodes import (
    Emphasis,
    Inline,
    Inlines,
    InlineSpan,
    NoteRef,
    Paragraph,
    Text,
)
from publisher.document.text import plain
from publisher.fonts.library import library_for
from publisher.layouts import load_theme
from publisher.publication import assemble_article
from publisher.publication.anchors import nodes
from tests.conftest import ROOT

WORDS = "They carried the lamp up in four loads, and rested on the landings, as the keeper had. "


def article(*paragraphs: Inlines) -> Document:
    meta = Meta(title=(Text(text="The lamp"),), language="en")
    return Document(meta=meta, blocks=tuple(Paragraph(children=each) for each in paragraphs))


@pytest.mark.parametrize(
    ("end", "held"),
    [
        ((Text(text="up in four loads"),), "four loads"),
        ((Text(text="a "), Emphasis(children=(Text(text="long landing"),))), "landing"),
        ((Text(text="rested on landings"), NoteRef(note="a")), "landings"),
        ((Text(text="Incomprehensibilities"),), "Incomprehensibilities"),
        ((Text(text="x" * 60),), None),
    ],
)
def test_the_last_words_are_held(end: tuple[Inline, ...], held: str | None) -> None:
    document = hold_last_words(article((Text(text=WORDS),), end))
    tails = [
        plain(node.children)
        for node in nodes(document.blocks[-1])
        if isinstance(node, InlineSpan) and node.role == TAIL
    ]
    assert tails == ([held] if held else [])
    assert plain(document.blocks[-1].children) == plain(end)  # type: ignore[union-attr]


def test_the_sign_is_on_the_line_of_the_last_word() -> None:
    look, library = load_theme("magazine", ROOT), library_for(ROOT)
    for length in range(70, 130, 4):
        text = f"{(WORDS * 2)[:length].rstrip()}ness."
        publication = assemble_article(
            article((Text(text=WORDS * 4),), (Text(text=text),)), Metadata(), epoch=None
        )
        with pypdfium2.PdfDocument(render_pdf(publication, look, library)) as document:
            page = document[len(document) - 1]
            words = page.get_textpage()
            at = words.get_text_bounded().rstrip().rfind("ness.")
            place = words.search("ness.").get_next()
            assert place
            assert at >= 0
            _, bottom, _, top = words.get_charbox(place[0])
            squares = [
                bounds
                for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
                for bounds in [each.get_bounds()]
                if 3 < bounds[2] - bounds[0] < 7 and 3 < bounds[3] - bounds[1] < 7
            ]
            (square,) = squares
            assert square[1] < top, length
            assert square[3] > bottom, length
