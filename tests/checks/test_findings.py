"""EPUBCheck's findings as diagnostics: their codes, and the way back to the source."""

import zipfile
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.check import check_files
from publisher.build.works import find_works
from publisher.checks import epubcheck, epubcheck_apart, verdict
from publisher.checks.epubcheck import Message
from publisher.checks.findings import findings
from publisher.diagnostics import Severity
from publisher.span import Span

SOURCE = Span("a.txt", 3, 1, 3, 9)


@pytest.fixture
def epub(tmp_path: Path) -> Path:
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("EPUB/a.xhtml", '<html>\n<p id="a-1">one\ntwo</p>\n<p>three</p></html>')
    return path


def message(severity: str = "error", path: str = "EPUB/a.xhtml", line: int = 3) -> Message:
    return Message("RSC-005", severity, "text", "", path, line, 4)


@pytest.mark.parametrize(
    ("severity", "code"),
    [("fatal", "EPB001"), ("error", "EPB001"), ("warning", "EPB002"), ("usage", "EPB003")],
)
def test_severities_become_codes(epub: Path, severity: str, code: str) -> None:
    (found,) = findings(epub, "a.epub", (message(severity),))
    assert found.code == code
    assert found.help


def test_a_finding_in_a_block_of_ours_leads_to_its_source(epub: Path) -> None:
    (found,) = findings(epub, "a.epub", (message(),), anchors={"a-1": SOURCE})
    assert found.span == SOURCE


def test_any_other_finding_names_the_file_inside_the_epub(epub: Path) -> None:
    (found,) = findings(epub, "a.epub", (message(),))
    assert found.span == Span("a.epub/EPUB/a.xhtml", 3, 4, 3, 4)
    (found,) = findings(epub, "a.epub", (message(path="", line=0),), anchors={"a-1": SOURCE})
    assert found.span == Span("a.epub")


def test_notes_are_given_once_and_expected_ones_not_at_all(epub: Path) -> None:
    notes = (message("usage"), message("usage", line=1))
    assert len(list(findings(epub, "a.epub", notes))) == 1
    assert list(findings(epub, "a.epub", notes, expected=frozenset({"RSC-005"}))) == []


def outcome_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> set[str]:
    def fail(path: Path) -> tuple[Message, ...]:
        raise fault

    monkeypatch.setattr(epubcheck, "validate", fail)
    monkeypatch.setattr(epubcheck_apart, "validate", fail)
    monkeypatch.setattr(verdict._Verdicts, "given_up", False)
    (tmp_path / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    (tmp_path / "a.toml").write_text('language = "en"', encoding="utf-8")
    works = find_works([tmp_path / "a.txt"]).works
    (outcome,) = build_works(works, Options(out=tmp_path / "out", to=("epub",)))
    checked = check_files([tmp_path / "a.txt"])
    assert checked.all_diagnostics == ()
    return {found.code for found in outcome.diagnostics}


def test_a_missing_epubcheck_is_noted_and_the_file_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = epubcheck.EpubcheckUnavailable("not installed")
    assert outcome_of(tmp_path, monkeypatch, fault) == {"EPB004"}
    assert (tmp_path / "out" / "a.epub").is_file()


def test_an_epubcheck_that_gives_no_verdict_fails_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = epubcheck.EpubcheckFailed("too slow")
    assert outcome_of(tmp_path, monkeypatch, fault) == {"EPB005"}
    assert not (tmp_path / "out" / "a.epub").exists()


def test_the_sample_works_have_no_finding_above_a_note(built: Path) -> None:
    report = check_files(sorted(built.glob("*.epub")))
    assert {found.severity for found in report.all_diagnostics} <= {Severity.INFO}
