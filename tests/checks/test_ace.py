"""Ace by DAISY on the sample works: no violation."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

MISSING = 77


@pytest.mark.parametrize("name", ["harbour-press", "setzkasten", "quoin"])
def test_ace_finds_no_violation(built: Path, tmp_path: Path, name: str) -> None:
    command = [ROOT / "tests" / "ace" / "run", built / f"{name}.epub", tmp_path]
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
