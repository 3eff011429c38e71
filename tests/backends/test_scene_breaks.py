"""Scene breaks: plain space, or an ornament, which a page's edge calls for in any case."""

import msgspec
import pypdfium2

from publisher.backends.pdf import render_pdf
from publisher.configuration.metadata import Metadata
from publisher.configuration.theme import SceneBreak
from publisher.document.document import Document, Meta
from publisher.document.nodes import Block, Paragraph, Text, ThematicBreak
from publisher.fonts.library import library_for
from publisher.layouts import Theme, load_theme
from publisher.publication import assemble_article
from tests.conftest import ROOT

WORDS = "They carried the lamp up in four loads, and rested on the landings of the tower. "


def pages(scene_break: SceneBreak) -> list[list[str]]:
    """The lines of each page of a text with many scene breaks."""
    book = load_theme("book", ROOT)
    theme = Theme(msgspec.structs.replace(book.described, scene_break=scene_break), book.folder)
    blocks: list[Block] = []
    for number in range(30):
        text = WORDS * (2 + number % 5)
        blocks += [Paragraph(children=(Text(text=text),)), ThematicBreak()]
    document = Document(
        meta=Meta(title=(Text(text="The lamp"),), language="en"), blocks=tuple(blocks[:-1])
    )
    publication = assemble_article(document, Metadata(), epoch=None)
    data = render_pdf(publication, theme, library_for(ROOT))
    with pypdfium2.PdfDocument(data) as made:
        texts = [page.get_textpage().get_text_bounded() for page in made]
    return [[line for line in text.splitlines() if line.strip()] for text in texts]


def test_an_ornament_stands_at_every_break_where_the_theme_asks_for_it() -> None:
    assert sum("*" in line for page in pages("ornament") for line in page) == 29


def test_space_alone_shows_a_break_but_at_the_top_of_a_page() -> None:
    spaced, marked = pages("space"), pages("ornament")
    for own, other in zip(spaced, marked, strict=True):
        first = next(at for at, line in enumerate(other) if "They" in line or "*" in line)
        kept = [line for at, line in enumerate(other) if "*" not in line or at == first]
        assert own == kept
    assert 0 < sum("*" in line for page in spaced for line in page) < 29
