"""The commands as users and programs call them: output, exit codes, the contract's JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from publisher.cli import app
from publisher.document.document import Document
from publisher.document.schema import document_schema
from tests.conftest import ROOT

ARTICLE = ROOT / "content" / "harbour-press.txt"
CODE = "H\n\nHe added: “We must go.“ It was 5 km.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    source = tmp_path / "a.txt"
    source.write_text(CODE, encoding="utf-8")
    (tmp_path / "a.toml").write_text('language = "en"', encoding="utf-8")
    return source


def test_version_imports_no_backend() -> None:
    code = (
        "import sys; from publisher.cli import app\n"
        "try: app(['--version'])\n"
        "except SystemExit as end: assert not end.code\n"
        "heavy = {'weasyprint', 'ebooklib', 'jpype', 'fontTools', 'PIL', 'lxml', 'babel'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.splitlines() == ["publisher 0.1.0", "[]"]


def test_parse_prints_a_document_of_the_published_schema() -> None:
    result = run("parse", ARTICLE)
    assert result.exit_code == 0
    printed = json.loads(result.stdout)
    assert (printed["version"], printed["type"]) == (1, "document")
    assert printed["meta"]["byline"] == [{"text": "Marta Lindqvist", "name": "Marta Lindqvist"}]
    assert {block["type"] for block in printed["blocks"]} == {"paragraph"}
    assert msgspec.json.decode(result.stdout, type=Document).meta.language == "en-GB"


def test_schema_prints_what_parse_follows() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(json.dumps(document_schema()))


def test_explain_tells_role_rule_and_change_of_each_line(faulty: Path) -> None:
    result = run("explain", faulty)
    assert result.exit_code == 0
    assert "first-line: first line with text" in result.output
    assert "no-break-unit" in result.output
    assert "TYP001" in result.output


def test_explain_as_json_has_the_form_of_the_contract(faulty: Path) -> None:
    explained = json.loads(run("explain", faulty, "--format", "json").stdout)
    assert set(explained) == {
        *("language", "encoding", "structure"),
        *("lines", "normalisations", "diagnostics"),
    }
    assert explained["encoding"] == {"name": "utf-8", "rule": "well-formed", "confidence": 1.0}
    assert explained["structure"]["headline"] == "H"
    assert explained["structure"]["paragraphs"] == 1
    assert [line["role"] for line in explained["lines"]] == ["headline", "blank", "paragraph"]
    assert {"first", "last", "role", "rule", "confidence"} <= set(explained["lines"][0])
    (change,) = explained["normalisations"]
    assert (change["line"], change["before"], change["after"]) == (3, " ", "\u00a0")
    (found,) = explained["diagnostics"]
    assert (found["code"], found["severity"], found["line"]) == ("TYP001", "warning", 3)


def test_check_of_a_source_exits_by_its_findings(faulty: Path) -> None:
    assert run("check", faulty).exit_code == 0
    assert run("check", faulty, "--strict").exit_code == 1
    assert run("check", ARTICLE, "--strict", "--quiet").output == ""


def test_check_shows_notes_too(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nand so on...\n", encoding="utf-8")
    assert "info[TYP006]" in run("check", source).output


def test_check_of_finished_files(built: Path) -> None:
    result = run("check", *sorted(built.glob("harbour-press.*")), "--strict")
    assert result.exit_code == 0


@pytest.mark.parametrize("suffix", [".epub", ".pdf"])
def test_check_of_a_damaged_file_is_an_error_with_its_name(tmp_path: Path, suffix: str) -> None:
    damaged = tmp_path / f"damaged{suffix}"
    damaged.write_bytes(b"not what its name says")
    result = run("check", damaged)
    assert result.exit_code == 1
    assert str(damaged) in result.output


def test_a_report_as_json_goes_into_a_file_whole(faulty: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    out = tmp_path / "out"
    result = run(
        "build", faulty, "--out", out, "--to", "epub", "--format", "json", "--report", report
    )
    assert (result.exit_code, result.stdout) == (0, "")
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["totals"]["works"] == 1
    assert written["works"][0]["outputs"][0]["path"] == "a.epub"
    assert {found["code"] for found in written["diagnostics"]} >= {"TYP001"}
    assert set(written["diagnostics"][0]) == {
        *("code", "severity", "message", "help", "work"),
        *("file", "line", "column", "end_line", "end_column"),
    }


def test_the_manifest_names_inputs_tools_and_sums(built: Path, tmp_path: Path) -> None:
    result = run("build", ARTICLE, "--out", tmp_path, "--to", "pdf", "--no-check")
    assert result.exit_code == 0
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    (output,) = manifest["outputs"]
    assert output["path"] == "harbour-press.pdf"
    assert output["size"] == (tmp_path / "harbour-press.pdf").stat().st_size
    assert [source["path"] for source in output["inputs"]] == [
        "harbour-press.txt",
        "harbour-press.toml",
    ]
    assert {"weasyprint", "pango", "publisher"} <= set(manifest["tools"])
    assert str(ROOT) not in (tmp_path / "manifest.json").read_text(encoding="utf-8")


def test_a_manifest_keeps_what_an_earlier_build_left(tmp_path: Path) -> None:
    for name in ("harbour-press", "setzkasten"):
        source = ROOT / "content" / f"{name}.txt"
        run("build", source, "--out", tmp_path, "--to", "epub", "--no-check")
    manifest = msgspec.json.decode((tmp_path / "manifest.json").read_bytes())
    assert [output["path"] for output in manifest["outputs"]] == [
        "harbour-press.epub",
        "setzkasten.epub",
    ]


def test_without_a_path_all_folders_of_the_project_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "publisher.toml").write_text('content = ["news", "guide"]', encoding="utf-8")
    for name in ("news", "guide"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"of-{name}.md").write_text("# A title\n\nWords.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("build", "--to", "epub", "--no-check").exit_code == 0
    written = sorted(path.name for path in (tmp_path / "dist").glob("*.epub"))
    assert written == ["of-guide.epub", "of-news.epub"]


def test_quiet_prints_nothing_when_all_is_well(tmp_path: Path) -> None:
    result = run("build", ARTICLE, "--out", tmp_path, "--to", "epub", "--quiet", "--no-check")
    assert (result.exit_code, result.output) == (0, "")


def test_doctor_names_each_part() -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert "Source Serif 4" in result.output
    assert "pango" in result.output


def test_completion_is_offered() -> None:
    environment = {
        **os.environ,
        "_PUBLISHER_COMPLETE": "complete_bash",
        "COMP_WORDS": "publisher b",
    }
    result = subprocess.run(
        [Path(sys.executable).with_name("publisher")],
        env={**environment, "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.split() == ["build"]


def test_a_flood_of_findings_is_cut_for_people_and_whole_for_programs(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\n" + "He said “no.\n" * 200, encoding="utf-8")
    (tmp_path / "a.toml").write_text('language = "en"', encoding="utf-8")
    text = run("check", source).output
    assert text.count("warning[LNT001]") == 20
    assert "180 more LNT001" in text
    assert len(json.loads(run("check", source, "--format", "json").stdout)["diagnostics"]) == 200


def test_an_output_that_is_named_twice_is_built_once(tmp_path: Path) -> None:
    result = run("build", ARTICLE, "--out", tmp_path, "--to", "epub,epub", "--no-check")
    assert result.exit_code == 0
    assert "1 file written" in result.output
