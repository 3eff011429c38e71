"""Bad input: a code, a place, a remedy, exit code 1 or 2, and no file left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from publisher.cli import app
from tests.conftest import ROOT

BAD_SOURCES = {
    "empty": (b"", "SRC003", 1),
    "white-space": (b" \n\t\n", "SRC004", 1),
    "damaged-utf-8": ("Headline\n\ncafé é à".encode() + b" na\xefve", "SRC005", 3),
    "nul": (b"Headline\n\na\0b", "SRC006", 3),
    "one-line-of-50-mb": (b"a" * 50_000_000, "SRC007", 1),
    "one-line-of-2-mb": (b"Headline\n\n" + b"word " * 400_000, "SRC031", 3),
    "250-000-lines": (b"Headline\n\n" + b"A line.\n" * 250_000, "SRC032", 1),
    "cut-utf-16": (b"\xff\xfeH\0i\0\x00\xd8", "SRC005", 1),
    "no-font": ("Headline\n\nمرحبا".encode(), "FNT001", 3),
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def files_below(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_a_bad_source_is_reported_and_leaves_no_file(tmp_path: Path, name: str) -> None:
    data, code, line = BAD_SOURCES[name]
    source = tmp_path / f"{name}.txt"
    source.write_bytes(data)
    result = run("build", source, "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.output
    assert f"{source}:{line}:" in result.output
    assert "= help: " in result.output
    assert files_below(tmp_path) == [source.name]


def test_the_missing_character_is_named_with_what_to_install(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Headline\n\nPlain, then م.", encoding="utf-8")
    result = run("build", source, "--out", tmp_path / "out", "--no-check")
    assert "U+0645 ARABIC LETTER MEEM" in result.output
    assert f"{source}:3:13" in result.output
    assert "Noto Sans Arabic" in result.output


def test_only_a_headline_builds_with_a_warning(tmp_path: Path) -> None:
    source = tmp_path / "only.txt"
    source.write_text("Only a headline", encoding="utf-8")
    result = run("build", source, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "warning[TXT001]" in result.output
    assert files_below(tmp_path / "out") == ["manifest.json", "only.epub", "only.pdf"]
    assert run("build", source, "--out", tmp_path / "out", "--strict", "--no-check").exit_code == 1


def test_one_failed_work_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, text in (("a", "One\n\nText."), ("b", ""), ("c", "Two\n\nText.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    result = run("build", tmp_path, "--out", tmp_path / "out", "--to", "epub", "--no-check")
    assert result.exit_code == 1
    assert files_below(tmp_path / "out") == ["a.epub", "c.epub", "manifest.json"]
    assert "failed: b" in result.output


def test_a_folder_without_works(tmp_path: Path) -> None:
    result = run("build", tmp_path)
    assert result.exit_code == 2
    assert "error[BLD001]" in result.output


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    result = run("build", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert "error[SRC001]" in result.output


def test_a_format_that_nobody_reads(tmp_path: Path) -> None:
    source = tmp_path / "article.xyz"
    source.write_text("Headline", encoding="utf-8")
    result = run("build", source, "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 1
    assert "error[SRC009]" in result.output


def test_two_sources_that_would_share_an_output(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    sources = tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt"
    result = run("build", *sources, "--out", tmp_path / "out", "--to", "epub", "--no-check")
    assert result.exit_code == 1
    assert "error[BLD004]" in result.output
    assert files_below(tmp_path / "out") == ["a.epub", "manifest.json"]
    assert run("check", *sources).exit_code == 0


def test_a_source_that_is_named_twice_is_built_once(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nText.", encoding="utf-8")
    result = run("build", source, tmp_path, "--out", tmp_path / "o", "--to", "epub", "--no-check")
    assert result.exit_code == 0
    assert "1 work built" in result.output


def test_no_file_of_a_work_is_published_where_one_cannot_be(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nText.", encoding="utf-8")
    (tmp_path / "out" / "a.pdf").mkdir(parents=True)
    result = run("build", source, "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 1
    assert "error[BLD002]" in result.output
    assert files_below(tmp_path / "out") == []


def test_a_failed_work_says_what_an_earlier_build_left(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nText.", encoding="utf-8")
    arguments = ("build", source, "--out", tmp_path / "o", "--to", "epub", "--no-check")
    assert run(*arguments).exit_code == 0
    source.write_text("", encoding="utf-8")
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 1
    codes = [found["code"] for found in json.loads(result.stdout)["diagnostics"]]
    assert codes == ["SRC003", "BLD005"]


def test_the_project_of_what_is_built_says_where_its_files_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    (project / "texts").mkdir(parents=True)
    (project / "texts" / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    arguments = ("build", "project/texts", "--to", "epub", "--no-check")
    assert run(*arguments).exit_code == 0
    assert files_below(tmp_path / "dist") == ["a.epub", "manifest.json"]
    (project / "publisher.toml").write_text('out = "made"', encoding="utf-8")
    assert run(*arguments).exit_code == 0
    assert files_below(project / "made") == ["a.epub", "manifest.json"]


def test_wrong_usage_is_json_where_json_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    report = tmp_path / "report.json"
    arguments = ("--theme", "nope", "--format", "json", "--report", report, "--no-check")
    assert run("build", tmp_path / "a.txt", *arguments).exit_code == 2
    (found,) = json.loads(report.read_text(encoding="utf-8"))["diagnostics"]
    assert found["code"] == "CFG004"


def test_an_unknown_option_gets_a_suggestion() -> None:
    result = run("build", "--fromat", "json")
    assert result.exit_code == 2
    assert "--format" in result.output


def test_an_unknown_output_gets_a_suggestion() -> None:
    result = run("build", "--to", "pfd")
    assert result.exit_code == 2
    assert "did you mean pdf?" in result.output


def test_an_unknown_theme_gets_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    result = run("build", tmp_path / "a.txt", "--theme", "artcle", "--no-check")
    assert result.exit_code == 2
    assert "error[CFG004]" in result.output
    assert "did you mean article?" in result.output


@pytest.mark.parametrize(
    ("file", "text", "code", "place"),
    [
        ("publisher.toml", 'thme = "article"\n', "CFG001", "1:1"),
        ("publisher.toml", "[limits]\nsource_byte = 3\n", "CFG001", "2:1"),
        ("publisher.toml", "theme = 3\n", "CFG002", "1:1"),
        ("publisher.toml", "theme = = 3\n", "CFG003", "1:9"),
        ("a.toml", 'language = "en"\nkiker = "x"\n', "CFG001", "2:1"),
        ("a.toml", '\nlanguage = "no such language"\n', "CFG005", "2:1"),
    ],
)
def test_a_wrong_configuration(tmp_path: Path, file: str, text: str, code: str, place: str) -> None:
    (tmp_path / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    result = run("build", tmp_path / "a.txt", "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 2
    assert f"error[{code}]" in result.output
    assert f"{file}:{place}" in result.output
    assert not (tmp_path / "out").exists()


def test_source_date_epoch_that_is_no_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("build", tmp_path)
    assert result.exit_code == 2
    assert "error[CFG006]" in result.output


def test_a_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("H\n\nText.", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "leak.txt").symlink_to(outside)
    (folder / "loop.txt").symlink_to("loop.txt")
    result = run("build", folder, "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 1
    assert result.output.count("error[SRC010]") == 2
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_written(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nText.", encoding="utf-8")
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    result = run("build", source, "--out", tmp_path / "out", "--no-check", "--to", "epub")
    assert result.exit_code == 1
    assert "error[BLD002]" in result.output


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the write fails halfway."""
    source = tmp_path / "a.txt"
    source.write_text("H\n\nText.", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.epub").write_bytes(b"the old file")
    command = [sys.executable, "-m", "publisher", "build", source, "--out", out]
    limited = (
        "import resource, runpy, sys;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "sys.argv = sys.argv[1:];"
        "runpy.run_module('publisher', run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-B", "-c", limited, *map(str, command[2:]), "--to", "epub", "--no-check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert result.returncode == 1
    assert "error[BLD003]" in result.stdout
    assert files_below(out) == ["a.epub"]
    assert (out / "a.epub").read_bytes() == b"the old file"


def test_a_source_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.txt"
    source.write_text("H\n\nText.", encoding="utf-8")

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    result = run("build", source, "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 1
    assert "error[SRC002]" in result.output


def test_names_that_a_message_cannot_show_are_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "a\nb"
    folder.mkdir()
    (folder / "new\nline.txt").write_text("H\n\nText.", encoding="utf-8")
    (folder / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"")
    result = run("build", folder, "--out", tmp_path / "out", "--to", "epub", "--no-check")
    assert result.exit_code == 1
    assert "a\\nb/caf\\udce9.txt:1:1" in result.output
    assert files_below(tmp_path / "out") == ["manifest.json", "new-line.epub"]


def test_passages_are_counted(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Headline\n\n" + "A line of some words.\n" * 60, encoding="utf-8")
    (tmp_path / "publisher.toml").write_text("[limits]\npassages = 50\n", encoding="utf-8")
    result = run("build", source, "--out", tmp_path / "out", "--no-check")
    assert result.exit_code == 1
    assert "error[SRC030]: 61 passages" in result.output


def test_a_source_is_never_written_over(tmp_path: Path, built: Path) -> None:
    book = tmp_path / "harbour-press.epub"
    data = (built / "harbour-press.epub").read_bytes()
    book.write_bytes(data)
    result = run("build", book, "--out", tmp_path, "--to", "epub", "--no-check")
    assert result.exit_code == 1
    assert "error[BLD006]" in result.output
    assert book.read_bytes() == data
    assert run("build", book, "--out", tmp_path / "o", "--to", "epub", "--no-check").exit_code == 0
