"""What is said of an EPUB before it is in its place: led back to the source, and only warnings."""

from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.check import check_files
from publisher.build.works import find_works
from publisher.checks import epubcheck, epubcheck_apart
from publisher.checks.epubcheck import Message
from publisher.diagnostics import Diagnostic, Severity
from tests.checks.epub.books import spoiled, written

ARTICLE = "---\nlanguage: en\n---\n\n# A headline\n\nAt first.\n\nWords of λόγος in a line.\n"


@pytest.fixture(autouse=True)
def _no_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(path: Path, timeout: float = 0) -> tuple[Message, ...]:
        return ()

    monkeypatch.setattr(epubcheck, "validate", nothing)
    monkeypatch.setattr(epubcheck_apart, "validate", nothing)


def built(tmp_path: Path, *, check: bool = True) -> list[Diagnostic]:
    source = tmp_path / "a.md"
    source.write_text(ARTICLE, encoding="utf-8")
    options = Options(out=tmp_path / "out", to=("epub",), check=check)
    (outcome,) = build_works(find_works([source]).works, options)
    assert (tmp_path / "out" / "a.epub").is_file()
    return [each for each in outcome.diagnostics if each.code.startswith("ELT")]


def test_a_finding_in_a_build_names_the_line_of_the_source(tmp_path: Path) -> None:
    (found,) = built(tmp_path)
    assert found.code == "ELT026"
    assert found.span
    assert (Path(found.span.file).name, found.span.line) == ("a.md", 9)
    assert found.severity is Severity.WARNING


def test_a_check_that_is_switched_off_is_not_made_in_a_build(tmp_path: Path) -> None:
    settings = '[checks]\ndisable = ["scripts-of-languages"]'
    (tmp_path / "publisher.toml").write_text(settings, encoding="utf-8")
    assert built(tmp_path) == []


def test_without_checks_nothing_is_looked_for(tmp_path: Path) -> None:
    assert built(tmp_path, check=False) == []


def codes(path: Path) -> set[str]:
    return {each.code for each in check_files([path]).all_diagnostics}


def test_settings_above_an_epub_hold_for_it(tmp_path: Path) -> None:
    path = written(tmp_path, spoiled(("two.xhtml", "<p>More.</p>", "<p/><p>It's more.</p>")))
    assert {"ELT010"} <= codes(path)
    settings = '[checks]\ndisable = ["ELT010"]\nenable = ["typed-quotes"]'
    (tmp_path / "publisher.toml").write_text(settings, encoding="utf-8")
    assert codes(path) & {"ELT010", "ELT047"} == {"ELT047"}


def test_a_name_that_is_no_checks_is_told_where_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path)
    settings = '[checks]\nenable = ["typed-quote"]'
    (tmp_path / "publisher.toml").write_text(settings, encoding="utf-8")
    report = check_files([path])
    (found,) = report.all_diagnostics
    assert found.code == "CFG002"
    assert "typed-quotes" in found.message
    assert found.span
    assert found.span.line == 2
    assert report.exit_code(strict=False) == 2


def test_ace_is_asked_only_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = written(tmp_path)
    assert "ELT053" not in codes(path)
    assert "ELT053" in {each.code for each in check_files([path], with_ace=True).all_diagnostics}
