"""Our own works: no difference between their two files, and whatever is taken away is missed."""

import io
import itertools
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.checks.parity import Content, compare, compare_files
from publisher.checks.parity.epub import read_epub
from publisher.checks.parity.pdf import read_pdf
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.fonts.coverage import uncovered
from publisher.fonts.library import library_for
from publisher.layouts import load_theme
from publisher.publication import Publication, assemble_article
from publisher.sources.plain_text import read as read_plain
from publisher.targets import load_target
from tests.checks.parity.making import codes
from tests.conftest import ROOT
from tests.rich import rich
from tests.strategies import articles

_DESCRIBED = Metadata(identifier="urn:example:a", language="en")


def epub_of(publication: Publication) -> Source:
    library = library_for(ROOT)
    return Source("a.epub", render_epub(publication, load_theme("article", ROOT), library))


def pdf_of(publication: Publication) -> Source:
    library = library_for(ROOT)
    return Source("a.pdf", render_pdf(publication, load_theme("article", ROOT), library))


@pytest.fixture(scope="module")
def both() -> tuple[Source, Source]:
    publication = rich()
    return epub_of(publication), pdf_of(publication)


@pytest.mark.parametrize("name", ["harbour-press", "setzkasten"])
def test_the_two_files_of_a_sample_work(built: Path, name: str) -> None:
    epub, pdf = built / f"{name}.epub", built / f"{name}.pdf"
    assert compare_files(epub, pdf) == ()
    contents = read_epub(Source("a", epub.read_bytes())), read_pdf(Source("b", pdf.read_bytes()))
    for one, other in itertools.product(contents, repeat=2):
        assert list(compare(one, other)) == []


@pytest.mark.parametrize("name", ["apple", "kobo", "kindle"])
def test_an_epub_for_any_target_says_what_the_pdf_says(
    name: str, both: tuple[Source, Source]
) -> None:
    """Endnotes in a list are notes, formulas that are pictures are formulas."""
    epub = render_epub(
        rich(), load_theme("article", ROOT), library_for(ROOT), load_target(name, ROOT)
    )
    assert list(compare(read_epub(Source("a.epub", epub)), read_pdf(both[1]))) == []


def test_two_works_have_little_in_common(built: Path) -> None:
    found = compare_files(built / "harbour-press.epub", built / "setzkasten.pdf")
    assert {"PAR002", "PAR018", "PAR019"} <= {each.code for each in found}


def test_an_article_with_all_that_there_is(both: tuple[Source, Source]) -> None:
    one, other = read_epub(both[0]), read_pdf(both[1])
    assert list(compare(one, other)) == list(compare(other, one)) == []
    assert list(compare(one, one)) == list(compare(other, other)) == []


def without(source: Source, number: int) -> tuple[Source, str]:
    """An EPUB from whose text a paragraph, heading, cell or picture was taken, and its words."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source.data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            if entry.endswith("article.xhtml"):
                root = etree.fromstring(data)
                blocks = _blocks(root)
                gone = blocks[number % len(blocks)]
                words = "".join(map(str, gone.itertext()))
                parent = gone.getparent()
                assert parent is not None
                parent.remove(gone)
                data = etree.tostring(root)
            new.writestr(entry, data)
    return Source(source.name, target.getvalue()), words


def _blocks(root: etree._Element) -> list[etree._Element]:
    """What has words of its own, or an alternative text; no pull quote and nothing of the head."""
    text = next(one for one in root.iter("{*}div") if one.get("class") == "text")
    hidden = {
        inner for one in text.iter("{*}aside") if one.get("aria-hidden") for inner in one.iter()
    }
    return [
        one
        for one in text.iter("{*}p", "{*}h2", "{*}h3", "{*}pre", "{*}img", "{*}math")
        if one not in hidden and ("".join(map(str, one.itertext())).strip() or one.get("alt"))
    ]


@pytest.mark.parametrize("number", range(0, 130, 9))
def test_whatever_is_taken_from_it_is_missed(both: tuple[Source, Source], number: int) -> None:
    less, words = without(both[0], number)
    assert codes(less, both[1]), words
    assert codes(less, both[0]), words


def lessen(pdf: pikepdf.Pdf, number: int) -> None:
    """Takes a paragraph or heading out of the structure of a PDF."""
    kinds = ("/P", "/H2", "/H3")
    found = [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and str(each.get("/S", "")) in kinds
    ]
    gone = found[number % len(found)]
    gone.K, gone.S = pikepdf.Array(), pikepdf.Name.NonStruct


@pytest.mark.parametrize("number", range(0, 90, 13))
def test_what_is_no_longer_tagged_is_missed(both: tuple[Source, Source], number: int) -> None:
    with pikepdf.open(io.BytesIO(both[1].data)) as pdf:
        lessen(pdf, number)
        target = io.BytesIO()
        pdf.save(target)
    assert codes(both[0], Source("a.pdf", target.getvalue()))


def contents_of(text: str) -> tuple[Content, Content] | None:
    """What readers get out of the files of a plain text; None where it cannot be built."""
    if uncovered(text, library_for(ROOT)):
        return None
    try:
        document = read_plain(Source("a.txt", text.encode()), _DESCRIBED).document
        publication = assemble_article(document, _DESCRIBED, epoch=None, pictures={})
        return read_epub(epub_of(publication)), read_pdf(pdf_of(publication))
    except PublisherError:
        return None  # empty


@settings(max_examples=8, deadline=None)
@given(articles, st.data())
def test_any_article(text: str, data: st.DataObject) -> None:
    contents = contents_of(text)
    if contents is None:
        return
    epub, pdf = contents
    assert list(compare(epub, epub)) == list(compare(pdf, pdf)) == []
    assert list(compare(epub, pdf)) == []
    kept = [at for at, block in enumerate(epub.blocks) if _is_missed(epub, at) and block.text]
    if kept:
        at = data.draw(st.sampled_from(kept))
        blocks = tuple(
            type(block)(kind="passage", text="", place=block.place) if number == at else block
            for number, block in enumerate(epub.blocks)
        )
        less = Content(epub.name, epub.meta, epub.contents, blocks)
        assert list(compare(less, pdf))
        assert list(compare(epub, less))


def _is_missed(content: Content, at: int) -> bool:
    """Whether a block is one whose loss is a loss: nothing that the metadata or a cover say."""
    from publisher.checks.parity.by_design import compared, said_already
    from publisher.checks.parity.normal import key

    apart = {key(block.text) for block in content.blocks if block.apart and not block.links}
    words = key(content.blocks[at].text)
    return (
        bool(words) and at in compared(content) and words not in apart | said_already(content.meta)
    )
