"""publisher's own EPUBs: its own checks find nothing in them but what their sources leave open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.checks.epub.book import open_book
from publisher.checks.epub.catalogue import check_book
from publisher.diagnostics import Diagnostic
from tests.conftest import CORPUS, ROOT

OPEN = {
    "ELT031",  # a work that does not say all of itself
    "ELT032",  # a name without the form that it is filed under
    "ELT029",  # a sign that only the reader's fonts have
}
UNTAGGED = {"on-liberty": {"ELT026"}}
"""A Greek word that its Markdown does not mark."""


def findings(path: Path) -> tuple[Diagnostic, ...]:
    return check_book(open_book(Source(path.name, path.read_bytes())))


def built_from(work: Path, out: Path) -> Iterator[Path]:
    options = Options(out=out, to=("epub",), check=False)
    for outcome in build_works(find_works([work]).works, options):
        yield from (out / output.path for output in outcome.outputs)


@pytest.mark.parametrize("name", ["harbour-press", "setzkasten", "quoin"])
def test_the_sample_works(built: Path, name: str) -> None:
    assert [each for each in findings(built / f"{name}.epub") if each.code not in OPEN] == []


@pytest.mark.parametrize("work", ["docs", "tests/works/everything", "tests/works/landfall"])
def test_books_and_issues(work: str, tmp_path: Path) -> None:
    (epub,) = built_from(ROOT / work, tmp_path)
    assert [each for each in findings(epub) if each.code not in OPEN] == []


def books() -> list[str]:
    folder = CORPUS / "books"
    return sorted(path.parent.name for path in folder.glob("*/book.md")) or ["absent"]


@pytest.mark.corpus
@pytest.mark.parametrize("name", books())
def test_books_of_the_corpus(corpus: Path, name: str, tmp_path: Path) -> None:
    (epub,) = built_from(corpus / "books" / name / "book.md", tmp_path)
    allowed = OPEN | UNTAGGED.get(name, set())
    assert [each for each in findings(epub) if each.code not in allowed] == []
