"""The sample works, and books with metadata, against what a well-made EPUB holds."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from tests.backends.points import POINTS, missing
from tests.conftest import ROOT

SAMPLES = ("content", "docs", "tests/works/everything")
TOOL = ROOT.parent / "shared" / "tools" / "epub_points.py"
"""A list of points by another hand, where it lies beside the corpus."""
LATER = {"page-list"}
"""Its points that need a print run."""

DESCRIBED = """
kind = "book"
title = "{title}"
language = "en-GB"
contributors = [{{ name = "{author}", sort = "{sort}" }}]
date = 2014-05-25
publisher = "Standard Ebooks"
rights = "CC0 1.0"
description = "A book of the corpus."
subjects = ["English literature"]
source = "https://standardebooks.org"
parts = ["half-title", "title-page", "contents", "[0-9]*.md"]
"""
BOOKS = {
    "on-liberty": ("On Liberty", "John Stuart Mill", "Mill, John Stuart"),
    "pride-and-prejudice": ("Pride and Prejudice", "Jane Austen", "Austen, Jane"),
    "the-importance-of-being-earnest": (
        *("The Importance of Being Earnest", "Oscar Wilde", "Wilde, Oscar"),
    ),
}


def built(source: Path, out: Path) -> list[Path]:
    works = find_works([source]).works
    outcomes = list(build_works(works, Options(out=out, to=("epub",), check=False)))
    return [out / output.path for outcome in outcomes for output in outcome.outputs]


@pytest.mark.parametrize("sample", SAMPLES)
def test_samples_hold_every_point(sample: str, tmp_path: Path) -> None:
    files = built(ROOT / sample, tmp_path)
    assert files
    assert {file.name: list(missing(file.read_bytes())) for file in files} == {
        file.name: [] for file in files
    }


def test_points_tell_a_good_epub_from_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("A headline\n\nA text and no more.\n")
    (file,) = built(tmp_path / "bare.txt", tmp_path / "out")
    assert {"makers have roles", "it has a source", "it has a subject"} <= set(
        missing(file.read_bytes())
    )
    assert len(POINTS) > 35


@pytest.mark.corpus
@pytest.mark.parametrize("name", list(BOOKS))
def test_books_hold_every_point(name: str, corpus: Path, tmp_path: Path) -> None:
    title, author, sort = BOOKS[name]
    folder = tmp_path / name
    shutil.copytree(corpus / "books" / name, folder)
    (folder / "book.md").unlink()
    described = DESCRIBED.format(title=title, author=author, sort=sort)
    (folder / "publication.toml").write_text(described)
    (file,) = built(folder, tmp_path / "out")
    assert list(missing(file.read_bytes())) == []
    if TOOL.is_file():
        assert missed(file) <= LATER


@pytest.mark.corpus
@pytest.mark.skipif(not TOOL.is_file(), reason=f"there is no {TOOL}")
def test_samples_hold_the_points_of_another_list(tmp_path: Path) -> None:
    for sample in SAMPLES:
        for file in built(ROOT / sample, tmp_path / "out"):
            assert missed(file) <= LATER, file.name


def missed(file: Path) -> set[str]:
    """The points that the other list finds missing."""
    command = [sys.executable, str(TOOL), str(file)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line[:34].strip() for line in shown.splitlines() if line.endswith(" NO")}
