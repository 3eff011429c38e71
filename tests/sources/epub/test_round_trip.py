"""An article EPUB of ours, read back, is the document that made it, less what the docs name."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.build.prepare import prepare
from publisher.build.works import Work, find_works
from publisher.configuration.metadata import Metadata
from publisher.document import document as d
from publisher.document import nodes as n
from publisher.document.text import plain, runs
from publisher.fonts.library import library_for
from publisher.layouts import load_theme
from publisher.publication import Publication, assemble_article
from publisher.sources import read
from tests.conftest import ROOT
from tests.sources.epub.books import chapters
from tests.strategies import texts

WORKS = [work for work in find_works([ROOT / "content"]).works if not work.is_publication]


def bare(value: Any) -> Any:
    """A document without places, and without the ids that outputs give its blocks."""
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items() if key not in ("span", "id")}
    if isinstance(value, list | tuple):
        return [bare(one) for one in value]
    return value


def in_words(document: d.Document) -> Any:
    found = bare(msgspec.to_builtins(document))
    found["meta"].pop("identifier", None)  # a book has one, whether its text says so or not
    return found


def read_back(publication: Publication) -> d.Document:
    """What the EPUB of a publication reads as."""
    library = library_for(ROOT, system=False)
    data = render_epub(publication, load_theme("article", ROOT), library)
    return read(Source("back.epub", data), Metadata()).document


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_the_sample_articles_come_back_as_they_were(work: Work) -> None:
    publication = prepare(work, epoch=None).publications["epub"]
    back = read_back(publication)
    assert back.meta.identifier == publication.identifier
    assert in_words(back) == in_words(publication.parts[0].document)


def text(words: str) -> tuple[n.Text, ...]:
    return (n.Text(text=words),)


def paragraph(*inlines: n.Inline) -> n.Paragraph:
    return n.Paragraph(children=inlines)


RICH = d.Document(
    meta=d.Meta(
        title=(n.Text(text="The "), n.Emphasis(children=text("Puffin")), n.Text(text=" returns")),
        standfirst=text("After nine years."),
        kicker=text("Transport"),
        byline=(
            d.Byline(text="By Nora Hale and Piet Smit", name="Nora Hale"),
            d.Byline(text="", name="Piet Smit"),
            d.Byline(text="Iris Bol", name="Iris Bol", role="pictures"),
        ),
        dateline=d.Dateline(text="Skerry Bay", place="Skerry Bay"),
        language="en-GB",
        date="2026-05-03",
        identifier="urn:example:puffin",
        publication="The Signal",
        publisher="Signal Press",
        rights="CC BY 4.0",
        description="A ferry is back.",
        subjects=("Ferries", "Islands"),
        source="The harbour office",
    ),
    blocks=(
        paragraph(
            n.Text(text="It "),
            n.Strong(children=text("came")),
            n.Text(text=" in at "),
            n.Link(href="https://dawn.example/", children=text("dawn")),
            n.Text(text=", H"),
            n.Subscript(children=text("2")),
            n.Text(text="O and "),
            n.InlineCode(text="a b"),
            n.Text(text="."),
        ),
        n.Heading(level=1, children=text("The crossing")),
        n.List(
            items=(n.ListItem((paragraph(*text("one")),)), n.ListItem((paragraph(*text("two")),))),
            ordered=True,
            start=3,
        ),
        n.List(items=(n.ListItem((paragraph(*text("three")),)),), tight=False),
        n.Heading(level=2, children=text("Its length")),
        n.Quote(blocks=(paragraph(*text("Forty minutes.")),), attribution=text("The captain")),
        n.CodeBlock(text="a\n  b"),
        n.ThematicBreak(),
        paragraph(
            n.InlineSpan(language="de", children=text("Fähre")), n.LineBreak(), n.Text(text="ends.")
        ),
    ),
)


def test_marks_lists_quotes_and_credits_come_back() -> None:
    back = read_back(assemble_article(RICH, Metadata(), epoch=None))
    assert bare(msgspec.to_builtins(back)) == bare(msgspec.to_builtins(RICH))


XML = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", max_codepoint=0x1FFFF
)


def escaped(words: str) -> Iterator[str]:
    for character in words:
        yield f"&#{ord(character)};" if character in "<>&\"'" else character


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.text(XML, max_size=30) | texts, max_size=3), min_size=1, max_size=3))
def test_no_word_of_a_chapter_is_lost(book: list[list[str]]) -> None:
    def clean(words: str) -> str:
        return "".join(one for one in words if one.isprintable() or one == " ")

    parts = [[f"a{clean(words)}b" for words in part] for part in book]
    bodies = [
        "<body><h1>H</h1>" + "".join(f"<p>{''.join(escaped(one))}</p>" for one in part) + "</body>"
        for part in parts
    ]
    found = read(chapters(*bodies), Metadata(language="en")).document
    words = "".join(plain(run) for block in found.blocks for run in runs(block))
    expected = "".join("H" + "".join(part) for part in parts)
    assert "".join(words.split()) == "".join(expected.split())


def test_code_comes_back_without_the_numbers_of_its_lines() -> None:
    code = n.CodeBlock(text="if a:\n\n  b  # c", syntax="python", start=8, marked=(3,))
    document = d.Document(meta=RICH.meta, blocks=(*RICH.blocks, code))
    back = read_back(assemble_article(document, Metadata(), epoch=None)).blocks[-1]
    assert isinstance(back, n.CodeBlock)
    assert (back.text, back.syntax) == (code.text, "python")
