"""Whole books: no difference between their two files."""

from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.checks.parity import compare_files

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("name", ["on-liberty", "the-importance-of-being-earnest"])
def test_the_two_files_of_a_book(corpus: Path, tmp_path: Path, name: str) -> None:
    works = find_works([corpus / "books" / name]).works
    (outcome,) = build_works(works, Options(out=tmp_path, check=False))
    epub, pdf = sorted(path for path in tmp_path.iterdir() if path.suffix in (".epub", ".pdf"))
    assert outcome.outputs
    assert compare_files(epub, pdf) == ()
