"""Ace by DAISY on the sample works: no violation."""

import json
import subprocess
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.configuration.settings import Format
from tests.conftest import ROOT

MISSING = 77


@pytest.mark.parametrize("name", ["harbour-press", "setzkasten", "quoin"])
def test_ace_finds_no_violation(built: Path, tmp_path: Path, name: str) -> None:
    require_no_violation(built / f"{name}.epub", tmp_path)


@pytest.mark.parametrize(
    ("work", "to"), [("docs", ("epub",)), ("tests/works/everything", ("epub", "pdf"))]
)
def test_ace_finds_no_violation_in_books(work: str, to: tuple[Format, ...], tmp_path: Path) -> None:
    options = Options(out=tmp_path / "out", to=to, check=False)
    (outcome,) = build_works(find_works([ROOT / work]).works, options)
    require_no_violation(tmp_path / "out" / outcome.outputs[0].path, tmp_path)


def require_no_violation(epub: Path, tmp_path: Path) -> None:
    command = [ROOT / "tests" / "ace" / "run", epub, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == MISSING:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    violations = [
        (document["earl:testSubject"]["url"], found["earl:test"]["dct:title"])
        for document in report["assertions"]
        for found in document["assertions"]
    ]
    assert violations == []
    assert report["earl:result"]["earl:outcome"] == "pass"
