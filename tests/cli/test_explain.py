"""`publisher explain`, and who has the last word on what a source holds."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from publisher.cli import app

LONG = "A paragraph of the usual length, which goes on for as long as its news does, and ends. " * 2
UNSURE = f"A ship sails\n\nAnn Lee\n\n{LONG}\n\n{LONG}\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def unsure(tmp_path: Path) -> Path:
    """An article with a line that may be a byline, or something else."""
    source = tmp_path / "ship.txt"
    source.write_text(UNSURE, encoding="utf-8")
    return source


def explained(source: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(
        run("explain", source, "--format", "json").stdout
    )
    return found


def test_what_is_not_sure_is_a_located_note(unsure: Path) -> None:
    (note,) = explained(unsure)["diagnostics"]
    assert (note["code"], note["severity"], note["line"]) == ("TXT002", "info", 3)
    assert "byline" in str(note["message"])


def test_what_was_nearly_chosen_is_shown(unsure: Path) -> None:
    byline = next(line for line in explained(unsure)["lines"] if line["role"] == "byline")
    assert byline["alternatives"]
    assert "or standfirst" in run("explain", unsure).output


@pytest.mark.parametrize("command", ["explain", "parse", "build"])
def test_strict_structure_refuses_to_guess(unsure: Path, tmp_path: Path, command: str) -> None:
    where = ("--out", tmp_path / "out", "--no-check") if command == "build" else ()
    result = run(command, unsure, "--strict-structure", *where)
    assert result.exit_code == 1
    assert "error[TXT007]" in result.output
    assert "ship.txt:3:1" in result.output
    assert not (tmp_path / "out" / "ship.epub").exists()


def test_a_language_that_cannot_be_told_is_refused_too(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Headline\n\nText.", encoding="utf-8")
    assert "error[TXT008]" in run("explain", source, "--strict-structure").output


def test_the_project_says_how_sure_is_sure(unsure: Path, tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text("[structure]\nconfidence = 0.6", encoding="utf-8")
    assert explained(unsure)["diagnostics"] == []
    (tmp_path / "publisher.toml").write_text("[structure]\nstrict = true", encoding="utf-8")
    assert run("parse", unsure).exit_code == 1


def test_what_is_accepted_is_sure_from_then_on(unsure: Path) -> None:
    before = json.loads(run("parse", unsure).stdout)
    assert "written: " in run("explain", unsure, "--accept").stderr
    described = unsure.with_suffix(".toml").read_text(encoding="utf-8")
    assert 'role = "byline"' in described
    assert 'language = "en"' in described
    assert explained(unsure)["diagnostics"] == []
    assert run("parse", unsure, "--strict-structure").exit_code == 0
    assert json.loads(run("parse", unsure).stdout) == before


def test_accepting_keeps_what_the_user_wrote(unsure: Path) -> None:
    sidecar = unsure.with_suffix(".toml")
    sidecar.write_text(
        '# mine\nrights = "© 2026"  # all of it\n\n[[lines]]\nfirst = 3\nrole = "standfirst"\n',
        encoding="utf-8",
    )
    assert run("explain", unsure, "--accept").exit_code == 0
    written = sidecar.read_text(encoding="utf-8")
    assert '# mine\nrights = "© 2026"  # all of it\n' in written
    assert written.count('role = "standfirst"') == 1
    again = run("explain", unsure, "--accept")
    assert again.exit_code == 0
    assert sidecar.read_text(encoding="utf-8") == written


def test_a_table_that_no_longer_fits_is_reported(unsure: Path) -> None:
    assert run("explain", unsure, "--accept").exit_code == 0
    unsure.write_text(UNSURE.replace("Ann Lee", "Bo Ek"), encoding="utf-8")
    codes = {found["code"] for found in explained(unsure)["diagnostics"]}
    assert "TXT004" in codes


def test_an_encoding_that_was_guessed_at_is_accepted_too(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    text = f"Le café rouvre\n\nLe café « Central » a été rénové. {'La façade a été refaite. ' * 8}"
    source.write_bytes(text.encode("cp1252"))
    assert explained(source)["diagnostics"][0]["code"] == "SRC012"
    run("explain", source, "--accept")
    assert 'encoding = "cp1252"' in source.with_suffix(".toml").read_text(encoding="utf-8")
    assert explained(source)["diagnostics"] == []
