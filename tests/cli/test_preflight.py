"""`publisher check FILE.pdf`, with targets and with pictures of what is found."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from publisher.cli import app
from tests.checks.preflight.printed import Book


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(each) for each in arguments])
    return done.exit_code, done.output


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a book that is good for an offset printer, and one with an RGB area in it."""
    monkeypatch.chdir(tmp_path)
    good, bad = Book("offset"), Book("offset")
    bad.paint("1 0 0 rg 150 300 60 60 re f", 2)
    (tmp_path / "good.pdf").write_bytes(good.data())
    (tmp_path / "bad.pdf").write_bytes(bad.data())
    return tmp_path


def test_a_pdf_is_checked_against_a_target(desk: Path) -> None:
    code, said = run("check", "good.pdf", "--target", "offset")
    assert (code, said) == (0, "0 errors, 0 warnings, 0 info\n")
    code, said = run("check", "bad.pdf", "--target", "offset")
    assert code == 1
    assert "error[PRE020]: the colour space DeviceRGB is not taken: an area" in said
    assert "[page 2: 150.0 300.0 210.0 360.0 pt]" in said
    assert run("check", "bad.pdf")[0] == 0


def test_two_targets_tell_a_thing_once(desk: Path) -> None:
    code, said = run(
        *("check", "bad.pdf", "--target", "offset", "--target", "magazine", "--format", "json")
    )
    assert code == 1
    codes = [found["code"] for found in json.loads(said)["diagnostics"]]
    assert codes.count("PRE020") == 1
    assert "PRE062" in codes


def test_what_is_found_is_drawn_on_its_page(desk: Path) -> None:
    run("check", "bad.pdf", "good.pdf", "--target", "offset", "--picture", "seen")
    (path,) = sorted((desk / "seen").iterdir())
    assert path.name == "bad.offset-page-2.png"
    with Image.open(io.BytesIO(path.read_bytes())) as picture:
        left = round(150 * 110 / 72)
        at = picture.convert("RGB").getpixel((left - 2, picture.height - round(330 * 110 / 72)))
    assert at == (200, 30, 30)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("good.pdf", "--target", "kobo"), "TGT006"),
        (("a.txt", "--target", "kdp"), "TGT006"),
        (("good.pdf", "--target", "kdpp"), "TGT001"),
    ],
)
def test_a_target_that_fits_no_file_is_wrong_usage(
    desk: Path, arguments: tuple[str, ...], code: str
) -> None:
    (desk / "a.txt").write_text("A line\n\nAnd more of it.\n", encoding="utf-8")
    done, said = run("check", *arguments)
    assert done == 2
    assert code in said


def test_a_damaged_file_is_told(desk: Path) -> None:
    (desk / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    code, said = run("check", "broken.pdf", "--target", "kdp")
    assert code == 1
    assert "error[PDF001]" in said
