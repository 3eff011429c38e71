"""In every target, the works of content/ and the book of everything are valid, without a note."""

import shutil
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.checks import epubcheck
from publisher.targets import load_target, target_files
from tests.conftest import CORPUS, ROOT

EPUBS = sorted(name for name in target_files(ROOT) if load_target(name, ROOT).format == "epub")
WORKS = [
    ROOT / "content" / "quoin",
    ROOT / "tests" / "works" / "everything",
    ROOT / "tests" / "works" / "landfall",
]
BOOKS = ["on-liberty", "pride-and-prejudice", "the-importance-of-being-earnest"]

pytestmark = pytest.mark.skipif(not epubcheck.available(), reason="EPUBCheck is not installed")


def require_clean(folder: Path, out: Path) -> None:
    works = find_works([folder]).works
    (outcome,) = build_works(works, Options(out=out, targets=tuple(EPUBS)))
    found = [(each.code, each.message) for each in outcome.diagnostics]
    assert [each for each in found if each[0].startswith(("EPB", "TGT"))] == []
    assert len(outcome.outputs) == len(EPUBS)
    assert {each.target for each in outcome.outputs} == set(EPUBS)


@pytest.mark.parametrize("folder", WORKS, ids=lambda folder: folder.name)
def test_epubcheck_has_nothing_to_say_of_a_work_in_any_target(folder: Path, tmp_path: Path) -> None:
    require_clean(folder, tmp_path)


@pytest.mark.corpus
@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_has_nothing_to_say_of_a_book_in_any_target(name: str, tmp_path: Path) -> None:
    shutil.copytree(CORPUS / "books" / name, tmp_path / name)
    require_clean(tmp_path / name, tmp_path / "out")
