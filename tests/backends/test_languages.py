"""Passages in other languages, in both media: hyphens, directions, and no letter lost."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.backends.pdf.pages import set_pages
from publisher.checks.parity.pdf import read_pdf
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document, Meta
from publisher.document.nodes import Block, InlineSpan, Paragraph, Quote, Text
from publisher.fonts.library import Library, library_for
from publisher.layouts import load_theme
from publisher.publication import Publication, assemble_article
from tests.conftest import ROOT
from tests.reading import epub_text, pdf_lines, program

HEBREW = "בית הדפוס שברציף הדפיס 9,000 גיליונות"
ARABIC = "المطبعة على الرصيف طبعت تسعة"


def t(*parts: str | InlineSpan) -> Paragraph:
    return Paragraph(children=tuple(Text(text=p) if isinstance(p, str) else p for p in parts))


def publication(*blocks: Block) -> Publication:
    meta = Meta(title=(Text(text="Languages"),), language="en")
    return assemble_article(Document(meta=meta, blocks=blocks), Metadata(), epoch=None)


def pages(made: Publication, folder: Path, library: Library) -> list[list[str]]:
    path = folder / "a.pdf"
    path.write_bytes(render_pdf(made, load_theme("article", ROOT), library))
    return pdf_lines(path)


@program("pdfinfo")
def test_a_passage_is_divided_as_its_language_is(tmp_path: Path) -> None:
    words = "constitutionnellement " * 14
    spoken = InlineSpan(children=(Text(text=words),), language="fr")
    made = publication(Quote(blocks=(t(words),), language="fr"), t(spoken), t(words))
    _, quoted, inline, english = pages(made, tmp_path, library_for(ROOT))
    ends = [
        {line.split()[-1] for line in lines if line.endswith("-")} for lines in (quoted, inline)
    ]
    places = {"consti-", "constitu-", "constitution-", "constitutionnel-", "constitutionnelle-"}
    for found in ends:
        assert found
        assert found <= places
    assert any(line.endswith("-") for line in english)


@program("pdfinfo")
def test_right_to_left_within_left_to_right_and_back(tmp_path: Path) -> None:
    hebrew = InlineSpan(children=(Text(text=HEBREW),), language="he")
    english = InlineSpan(children=(Text(text="The press (again)"),), language="en")
    made = publication(
        t("A sign says ", hebrew, ", and that is all."),
        Quote(blocks=(t(HEBREW, " ", english, ", ", HEBREW),), language="he"),
        Quote(blocks=(t(ARABIC),), language="ar"),
    )
    path = tmp_path / "a.epub"
    path.write_bytes(render_epub(made, load_theme("article", ROOT), library_for(ROOT)))
    assert epub_text(path)[1:] == [
        f"A sign says {HEBREW}, and that is all.",
        f"{HEBREW} The press (again), {HEBREW}",
        ARABIC,
    ]
    system = Library(library_for(ROOT).folders, system=True)
    blocks = pages(made, tmp_path, system)[1:]
    for lines, text in zip(blocks, epub_text(path)[1:], strict=True):
        assert letters("".join(lines)) == letters(text)


def letters(text: str) -> Counter[str]:
    """The letters of a text in any order: what is extracted of a line is in the order of sight."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(letter for letter in plain if letter.isalnum())


@pytest.mark.parametrize("language", ["fr", "he", "und", "x-own"])
def test_rules_for_passages_name_their_language(language: str) -> None:
    rules = load_theme("article", ROOT).passage_rules([language])
    assert f'[lang="{language}"] {{' in rules
    assert "var(" not in rules


def test_the_structure_says_the_language_of_passages() -> None:
    """Also that of a note at the foot of the page, which stands in no passage there."""
    markup = (
        '<html lang="en"><body><p>They say <i lang="fr">oui</i>.</p><section lang="de">'
        '<blockquote><p>Ja, <a class="note-call" href="#n">1</a> und <b lang="en">yes</b>.</p>'
        '</blockquote><div class="notes"><aside class="note" style="float: footnote" id="n">'
        "<p>Nein.</p></aside></div></section></body></html>"
    )
    sheet = ".note::footnote-marker, .note::footnote-call { content: none }"
    data = set_pages(markup, sheet, library_for(ROOT)).data
    said = []
    for block in read_pdf(Source("a.pdf", data)).blocks:
        starts = [0, *(each.end for each in block.languages)]
        said += [
            (block.text[start : each.end].strip(), each.tag)
            for start, each in zip(starts, block.languages, strict=False)
        ]
    assert said == [
        ("They say", "en"),
        ("oui", "fr"),
        (".", "en"),
        ("Ja, und", "de"),
        ("yes", "en"),
        (".", "de"),
        ("Nein.", "de"),
    ]
