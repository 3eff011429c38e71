"""`publisher check` on sources: findings, --diff, --fix, what is refused, what is switched off."""

import json
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from publisher.assets import exchange
from publisher.build.fix import plan_fixes, write_fixes
from publisher.cli import app
from publisher.diagnostics import PublisherError

FAULTY = "A headline\r\n\r\nHe took the the bus - and “left.\r\n"
FIXED = "A headline\r\n\r\nHe took the bus – and “left.\r\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["check", *(str(argument) for argument in arguments)])


def lint_codes(result: Result) -> list[str]:
    found = json.loads(result.stdout)["diagnostics"]
    return [each["code"] for each in found if each["code"].startswith(("LNT", "TYP"))]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    source = tmp_path / "works" / "a.txt"
    source.parent.mkdir()
    source.write_bytes(FAULTY.encode())
    (source.parent / "a.toml").write_text('language = "en-GB"', encoding="utf-8")
    return source


def test_findings_by_the_contract(faulty: Path) -> None:
    result = run(faulty, "--format", "json")
    assert result.exit_code == 0
    assert run(faulty, "--strict").exit_code == 1
    found = json.loads(result.stdout)["diagnostics"]
    assert {each["code"] for each in found} == {"LNT001", "LNT003", "LNT006"}
    (doubled,) = (each for each in found if each["code"] == "LNT003")
    assert (doubled["line"], doubled["column"], doubled["end_column"]) == (3, 12, 16)
    assert faulty.read_bytes() == FAULTY.encode()


def test_a_fault_that_typography_finds_as_well_is_told_once(faulty: Path) -> None:
    (faulty.parent / "publisher.toml").write_text(
        '[checks]\ndisable = ["quotation-marks", "LNT006"]', encoding="utf-8"
    )
    assert lint_codes(run(faulty, "--format", "json")) == ["TYP005", "TYP002", "LNT003"]


def test_diff_shows_and_writes_nothing(faulty: Path) -> None:
    result = run(faulty, "--diff")
    assert f"--- {faulty.as_posix()}\n" in result.stdout
    rows = "-He took the the bus - and “left.\r\n+He took the bus – and “left.\r\n"
    assert rows.encode() in result.stdout_bytes
    assert "1 line of 1 source to fix" in result.stdout
    assert faulty.read_bytes() == FAULTY.encode()


def test_fix_writes_what_diff_shows_and_then_there_is_nothing_left(faulty: Path) -> None:
    shown = json.loads(run(faulty, "--diff", "--format", "json").stdout)["works"][0]["fixes"]
    faulty.chmod(0o640)
    result = run(faulty, "--fix", "--format", "json")
    (work,) = json.loads(result.stdout)["works"]
    assert (shown["written"], work["fixes"]["written"]) == (False, True)
    assert work["fixes"]["diff"] == shown["diff"]
    assert work["fixes"]["lines"][0]["codes"] == ["LNT003", "LNT006"]
    assert lint_codes(result) == ["LNT001"]
    assert faulty.read_bytes() == FIXED.encode()
    assert stat.S_IMODE(faulty.stat().st_mode) == 0o640
    assert sorted(each.name for each in faulty.parent.iterdir()) == ["a.toml", "a.txt"]
    again = run(faulty, "--fix", "--diff", "--quiet")
    assert again.stdout == ""
    assert faulty.read_bytes() == FIXED.encode()


def test_both_show_first_and_then_write(faulty: Path) -> None:
    result = run(faulty, "--diff", "--fix", "--quiet")
    assert result.stdout.startswith("--- ")
    assert faulty.read_bytes() == FIXED.encode()


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not there (apt install patch)")
def test_patch_takes_the_diff(faulty: Path) -> None:
    diff = run(faulty, "--diff", "--quiet").stdout_bytes
    subprocess.run(
        ["patch", "--binary", "--silent", str(faulty)], input=diff, check=True, cwd=faulty.parent
    )
    assert faulty.read_bytes() == FIXED.encode()


def test_a_folder_is_fixed_work_by_work(faulty: Path) -> None:
    other = faulty.with_name("b.txt")
    other.write_text("A headline\n\nA text that is right.\n", encoding="utf-8")
    result = run(faulty.parent, "--fix")
    assert "1 line of 1 source fixed" in result.stdout
    assert faulty.read_bytes() == FIXED.encode()


def test_a_link_out_of_the_folder_is_not_followed(faulty: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(FAULTY.encode())
    link = faulty.with_name("link.txt")
    link.symlink_to(outside)
    for given in (faulty.parent, link):
        result = run(given, "--fix")
        assert result.exit_code == 1
        assert "SRC010" in result.output if given == faulty.parent else "LNT020" in result.output
    assert outside.read_bytes() == FAULTY.encode()
    assert link.is_symlink()


def test_a_link_within_the_folder_is_followed_and_stays_one(faulty: Path) -> None:
    link = faulty.with_name("link.txt")
    link.symlink_to("a.txt")
    assert run(link, "--fix").exit_code == 0
    assert link.is_symlink()
    assert faulty.read_bytes() != FAULTY.encode()


def test_a_file_that_was_changed_meanwhile_is_left_alone(faulty: Path) -> None:
    plans = plan_fixes([faulty])
    faulty.write_bytes(b"Something else\n")
    (fixing,) = write_fixes(plans, write=True).values()
    assert [found.code for found in fixing.diagnostics] == ["LNT020"]
    assert not fixing.written
    assert faulty.read_bytes() == b"Something else\n"
    assert len(list(faulty.parent.iterdir())) == 2


def test_a_read_only_file_is_left_alone(faulty: Path) -> None:
    faulty.chmod(0o444)
    result = run(faulty, "--fix", "--format", "json")
    assert result.exit_code == 1
    assert "LNT020" in lint_codes(result)
    assert faulty.read_bytes() == FAULTY.encode()


def test_a_file_that_is_gone_cannot_be_exchanged(tmp_path: Path) -> None:
    with pytest.raises(PublisherError):
        exchange(tmp_path / "gone.txt", tmp_path, b"", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["nams", "LNT999"])
def test_a_check_that_is_none_is_wrong_usage(faulty: Path, name: str) -> None:
    text = f'theme = "article"\n[checks]\ndisable = ["{name}"]\n'
    (faulty.parent / "publisher.toml").write_text(text, encoding="utf-8")
    result = run(faulty, "--fix", "--format", "json")
    assert result.exit_code == 2
    (found,) = json.loads(result.stdout)["diagnostics"]
    assert (found["code"], found["line"]) == ("CFG002", 3)
    assert faulty.read_bytes() == FAULTY.encode()


def test_checks_are_switched_off_in_pyproject_too(faulty: Path) -> None:
    text = '[tool.publisher.checks]\ndisable = ["LNT003", "quotation-marks", "hyphens"]\n'
    (faulty.parent / "pyproject.toml").write_text(text, encoding="utf-8")
    assert "LNT003" not in lint_codes(run(faulty, "--format", "json"))
    assert run(faulty, "--diff", "--quiet").stdout == ""


def test_what_cannot_be_read_has_no_fixes(tmp_path: Path) -> None:
    damaged = tmp_path / "a.txt"
    damaged.write_bytes(b"A \0 byte")
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"no PDF")
    result = run(damaged, pdf, "--fix", "--format", "json")
    assert result.exit_code == 1
    assert all("fixes" not in work for work in json.loads(result.stdout)["works"])


def test_a_text_that_no_font_can_set_is_checked_all_the_same(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("A headline\n\nHe took the the \U00013000 bus.\n", encoding="utf-8")
    (tmp_path / "a.toml").write_text('language = "en"', encoding="utf-8")
    found = json.loads(run(source, "--format", "json").stdout)["diagnostics"]
    assert {each["code"] for each in found} == {"FNT001", "LNT003"}
