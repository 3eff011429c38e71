"""`publisher diff` as users and programs call it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from publisher.cli import app
from tests.checks.parity.making import made_epub, made_pdf


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """An EPUB, a PDF with the same text, and one without its last words."""
    paths = tmp_path / "a.epub", tmp_path / "a.pdf", tmp_path / "b.pdf"
    body = "<h1>A heading</h1><p>Some text.</p>"
    sources = (
        made_epub(body + "<p>The end.</p>"),
        made_pdf(body + "<p>The end.</p>"),
        made_pdf(body),
    )
    for path, source in zip(paths, sources, strict=True):
        path.write_bytes(source.data)
    return paths


def test_nothing_is_0(files: tuple[Path, Path, Path]) -> None:
    epub, same, _ = files
    result = run("diff", epub, same)
    assert (result.exit_code, result.stdout) == (0, "0 errors, 0 warnings, 0 info\n")
    assert (run("diff", same, epub, "--quiet").stdout, run("diff", epub, epub).exit_code) == ("", 0)


def test_something_is_1(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    epub, _, less = files
    result = run("diff", epub, less)
    assert result.exit_code == 1
    assert "warning[PAR001]: only in " in result.stdout
    assert "“The end.”" in result.stdout
    report = tmp_path / "report.json"
    assert run("diff", epub, less, "--format", "json", "--report", report).exit_code == 1
    (found,) = json.loads(report.read_text(encoding="utf-8"))["diagnostics"]
    assert found["code"] == "PAR001"
    assert (found["file"], found["line"]) == (f"{epub}/OPS/c0.xhtml", 5)


def test_wrong_usage_is_2(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    epub, _, _ = files
    text = tmp_path / "a.txt"
    text.write_text("A heading\n", encoding="utf-8")
    for arguments in ((epub,), (epub, epub, epub), (epub, text), (epub, tmp_path / "none.pdf")):
        assert run("diff", *arguments).exit_code == 2
    assert "PAR023" in run("diff", epub, text).stderr


def test_a_file_that_cannot_be_read_is_1(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    epub, _, _ = files
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    result = run("diff", epub, broken, "--format", "json")
    assert result.exit_code == 1
    assert [each["code"] for each in json.loads(result.stdout)["diagnostics"]] == ["PDF001"]
