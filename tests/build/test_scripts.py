"""Works in scripts that no font of ours has, and lines that run otherwise."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.outcome import Outcome
from publisher.build.works import find_works
from publisher.configuration.settings import Format
from tests.conftest import ROOT

WORKS = ROOT / "tests" / "works"


def build(work: Path, out: Path, *to: Format) -> tuple[Outcome, dict[str, str]]:
    """The outcome, and the texts in the EPUB by their names."""
    options = Options(out=out, to=to, check=True)
    (outcome,) = build_works(find_works([work]).works, options)
    files = {}
    for output in outcome.outputs:
        if output.path.endswith(".epub"):
            with zipfile.ZipFile(io.BytesIO((out / output.path).read_bytes())) as archive:
                files = {
                    name: archive.read(name).decode()
                    for name in archive.namelist()
                    if name.endswith((".xhtml", ".css", ".opf"))
                }
    return outcome, files


def codes(outcome: Outcome) -> list[str]:
    return sorted({found.code for found in outcome.diagnostics})


def article(folder: Path, language: str, writing: str, title: str = "Heading") -> Path:
    path = folder / "a.txt"
    path.write_text(f"{title}\n\n12 letters.", encoding="utf-8")
    described = f'language = "{language}"\nwriting = "{writing}"\n'
    path.with_suffix(".toml").write_text(described, encoding="utf-8")
    return path


def test_a_japanese_book_in_vertical_lines(tmp_path: Path) -> None:
    outcome, files = build(WORKS / "tategaki", tmp_path, "epub")
    assert codes(outcome) == ["FNT003", "FNT004"]
    package, sheet = files["EPUB/content.opf"], files["EPUB/css/style.css"]
    assert 'page-progression-direction="rtl"' in package
    assert 'name="primary-writing-mode" content="vertical-rl"' in package
    assert ">verticalWriting</meta>" in package
    for prefix in ("", "-webkit-", "-epub-"):
        assert f"\n  {prefix}writing-mode: vertical-rl;" in sheet
    text = files["EPUB/text/yoru.xhtml"]
    assert re.findall(r'<span class="upright"[^>]*>([^<]*)<', text)[:4] == ["12", "1", "30", "!?"]
    assert "2026年" in text


def test_an_arabic_book(tmp_path: Path) -> None:
    outcome, files = build(WORKS / "yamin", tmp_path, "epub")
    assert codes(outcome) == ["FNT003", "FNT004"]
    package, sheet = files["EPUB/content.opf"], files["EPUB/css/style.css"]
    assert 'page-progression-direction="rtl"' in package
    assert 'name="primary-writing-mode" content="horizontal-rl"' in package
    assert 'dir="rtl"' in files["EPUB/nav.xhtml"]
    assert "padding: 0 1.5em 0 0;" in sheet
    assert '[dir="ltr"] ul' in sheet


def test_pages_need_letters(tmp_path: Path) -> None:
    outcome, files = build(WORKS / "yamin", tmp_path, "epub", "pdf")
    assert "FNT001" in codes(outcome)
    assert files == {}


def test_pages_stay_horizontal(tmp_path: Path) -> None:
    outcome, files = build(article(tmp_path, "ja", "vertical"), tmp_path / "out")
    assert codes(outcome) == ["LAY041"]
    assert "writing-mode: vertical-rl" in files["EPUB/css/style.css"]


@pytest.mark.parametrize(("language", "told"), [("en", ["LAY040"]), ("ko", ["LAY040"]), ("zh", [])])
def test_who_writes_vertically(tmp_path: Path, language: str, told: list[str]) -> None:
    outcome, files = build(article(tmp_path, language, "vertical"), tmp_path / "out", "epub")
    assert codes(outcome) == told
    assert ("vertical-rl" in files["EPUB/content.opf"]) is (not told)
