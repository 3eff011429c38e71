"""Two outputs, one text: what is taken out of each is what the article says."""

from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.prepare import read_work
from publisher.build.works import find_works
from publisher.document.text import plain, runs
from tests.conftest import CORPUS, ROOT
from tests.reading import differences, epub_text, pdf_lines, program


def article_text(source: Path) -> list[str]:
    """Headline, standfirst and paragraphs, as they are to be set."""
    document = read_work(find_works([source]).works[0]).typeset.document
    meta = document.meta
    blocks = (run for block in document.blocks for run in runs(block))
    return [plain(run) for run in (meta.title, meta.standfirst, *blocks)]


@pytest.mark.parametrize("name", ["harbour-press", "setzkasten"])
def test_the_epub_holds_the_article_to_the_letter(built: Path, name: str) -> None:
    expected = article_text(ROOT / "content" / f"{name}.txt")
    found = epub_text(built / f"{name}.epub")
    assert [text for text in found if text in expected] == expected


@pytest.mark.parametrize("name", ["harbour-press", "setzkasten"])
@program("pdfinfo")
def test_the_pdf_holds_what_the_epub_holds(built: Path, name: str) -> None:
    texts = epub_text(built / f"{name}.epub")
    kicker, *rest = pdf_lines(built / f"{name}.pdf")
    assert kicker == [texts[0].upper()]  # set in capitals by its style sheet
    assert differences(rest, texts[1:]) == []


@pytest.mark.corpus
@program("pdfinfo")
def test_the_seed_article_comes_through_both_backends(tmp_path: Path) -> None:
    seed = CORPUS / "seed" / "article.txt"
    (outcome,) = build_works(find_works([seed]).works, Options(out=tmp_path))
    assert [found.code for found in outcome.diagnostics if found.severity == "warning"] == [
        "TYP001"
    ]
    expected = article_text(seed)
    assert epub_text(tmp_path / "article.epub") == expected
    assert differences(pdf_lines(tmp_path / "article.pdf"), expected) == []
    raw = [line for line in seed.read_text(encoding="utf-8").splitlines() if line]
    assert [text.replace("\u00a0", " ") for text in expected] == raw
