"""Ace where it is asked for: its findings as diagnostics, and what is said where it is missing."""

from pathlib import Path

import msgspec
import pytest

from publisher.assets import Source
from publisher.checks import ace
from publisher.checks.ace_report import Report, violations
from publisher.checks.epub.check import check_epub
from publisher.span import Span
from tests.checks.epub.books import GOOD, packed, spoiled, written
from tests.conftest import ROOT

BIN = ROOT / "tests" / "ace" / "node_modules" / ".bin"
SPOILED = spoiled(
    ("one.xhtml", ' alt="A leaf with five teeth."', ""),
    ("two.xhtml", ' xml:lang="en" lang="en"', ""),
)


def report(impact: str, url: str = "one.xhtml", cfi: str = "/4/2[c1]/10/2") -> Report:
    found = {
        "assertions": [
            {
                "earl:testSubject": {"url": url},
                "assertions": [
                    {
                        "earl:test": {
                            "earl:impact": impact,
                            "dct:title": "image-alt",
                            "help": {"url": "http://kb.test/a", "dct:description": "Say it"},
                        },
                        "earl:result": {
                            "dct:description": "No alt\nmore",
                            "earl:pointer": {"cfi": [cfi]},
                        },
                    }
                ],
            }
        ]
    }
    return msgspec.json.decode(msgspec.json.encode(found), type=Report)


@pytest.mark.parametrize(
    ("impact", "code"),
    [("critical", "ELT050"), ("serious", "ELT051"), ("moderate", "ELT051"), ("minor", "ELT052")],
)
def test_the_severity_goes_by_the_impact(impact: str, code: str) -> None:
    (found,) = violations(report(impact), Source("seed.epub", packed(GOOD)))
    assert found.code == code
    assert found.message == "Ace image-alt: Say it"
    assert found.help == "No alt (http://kb.test/a)"
    assert found.span == Span("seed.epub/EPUB/one.xhtml", 6, 9, 6, 9)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/EPUB/nav.xhtml", "EPUB/nav.xhtml"),
        ("two.xhtml", "EPUB/two.xhtml"),
        ("EPUB/package.opf", "EPUB/package.opf"),
        ("gone.xhtml", "EPUB/gone.xhtml"),
    ],
)
def test_the_place_is_a_file_of_the_book(url: str, file: str) -> None:
    (found,) = violations(report("minor", url, "/"), Source("seed.epub", packed(GOOD)))
    assert found.span
    assert found.span.file == f"seed.epub/{file}"


def test_a_missing_ace_and_a_missing_browser_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(ace.BROWSER_VARIABLE, raising=False)
    path, source = written(tmp_path), Source("seed.epub", packed(GOOD))
    (found,) = ace.audit(path, source)
    assert found.code == "ELT053"
    assert "npm install" in found.help
    command(tmp_path, "exit 0")
    (found,) = ace.audit(path, source)
    assert found.code == "ELT053"
    assert "browser" in found.message


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("echo it broke; exit 1", "it broke"),
        ("exit 1", "it said nothing"),
        ('mkdir -p "$3"; echo "[]" >"$3/report.json"', "report cannot be read"),
        ("sleep 30", "longer than 0.2 s"),
    ],
)
def test_an_ace_without_a_verdict_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, reason: str
) -> None:
    command(tmp_path, does)
    (tmp_path / "chromium").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "chromium").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(ace, "_LONGEST", 0.2 if "sleep" in does else 60.0)
    (found,) = ace.audit(written(tmp_path), Source("seed.epub", packed(GOOD)))
    assert found.code == "ELT054"
    assert reason in found.message


def command(folder: Path, does: str) -> None:
    path = folder / "ace-cli"
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.skipif(not BIN.is_dir(), reason="script/test installs Ace")
def test_ace_itself_finds_what_is_amiss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{BIN}:/usr/local/bin:/usr/bin:/bin")
    if not (ace.command() and ace.browser()):
        pytest.skip("no Node.js, or no browser")
    found = check_epub(written(tmp_path, SPOILED), with_ace=True)
    places = {
        (each.code, each.span.file.rpartition("/")[2], each.span.line)
        for each in found
        if each.span and each.message.startswith("Ace")
    }
    assert {("ELT050", "one.xhtml", 6), ("ELT051", "two.xhtml", 1)} <= places
