"""Targets from their files: the ones that come with publisher, and a project's own."""

from pathlib import Path

import msgspec
import pytest

from publisher.configuration.toml import read_rows
from publisher.diagnostics import UsageError
from publisher.targets import DEFAULTS, EpubRules, PdfRules, load_target, target_files
from tests.conftest import ROOT

OURS = sorted(target_files(ROOT))


def project(folder: Path, **targets: str) -> Path:
    (folder / "targets").mkdir()
    for name, text in targets.items():
        (folder / "targets" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def refused(root: Path, name: str) -> tuple[str, int, str]:
    with pytest.raises(UsageError) as failure:
        load_target(name, root)
    (found,) = failure.value.diagnostics
    return found.code, found.span.line if found.span else 0, found.help


def test_there_is_a_default_for_each_format() -> None:
    assert {load_target(name, ROOT).format: name for name in DEFAULTS.values()} == DEFAULTS
    assert [name for name in OURS if load_target(name, ROOT).usual] == sorted(DEFAULTS.values())


@pytest.mark.parametrize("name", OURS)
def test_each_file_says_why_its_rules_hold(name: str) -> None:
    file = target_files(ROOT)[name]
    target = load_target(name, ROOT)
    own = read_rows(file.read_text(encoding="utf-8"), file.name).get(target.format, {})
    assert set(own) - set(target.because) == set()
    for reason in target.because.values():
        assert target.sources[reason.source].read.year >= 2026
    # Together with its base, a target says why for every rule.
    rules = EpubRules if target.format == "epub" else PdfRules
    assert set(target.because) == set(rules.__struct_fields__)


def test_a_targets_file_is_named_after_it_unless_it_is_a_default() -> None:
    names = [load_target(name, ROOT).file_name("a/b") for name in ("generic", "kobo", "screen")]
    assert names == ["a/b.epub", "a/b.kobo.epub", "a/b.pdf"]


def test_a_projects_own_target_changes_its_base(tmp_path: Path) -> None:
    text = 'description = "Ours."\nbase = "kobo"\n[epub]\nnavigation_depth = 1\n'
    root = project(tmp_path, ours=text + 'characters = { "U+202F" = "U+00A0" }\n')
    ours, kobo = load_target("ours", root), load_target("kobo", root)
    assert (ours.name, ours.format, ours.base) == ("ours", "epub", "kobo")
    assert ours.epub_rules == msgspec.structs.replace(
        kobo.epub_rules,
        navigation_depth=1,
        characters=kobo.epub_rules.characters | {"U+202F": "U+00A0"},
    )
    # The reason for Kobo's depth is none for ours.
    assert set(kobo.because) - set(ours.because) == {"navigation_depth", "characters"}


def test_a_projects_own_target_goes_before_the_one_of_that_name(tmp_path: Path) -> None:
    text = 'description = "Kobo, with less."\nbase = "kobo"\n[epub]\nfonts = "leave-out"\n'
    root = project(tmp_path, kobo=text)
    assert load_target("kobo", root).epub_rules.fonts == "leave-out"
    assert load_target("kobo", ROOT).epub_rules.fonts == "embed"


EPUB = 'description = "Ours."\nbase = "generic"\n'
REASON = '[because.%s]\nwhy = "So."\nsource = "%s"\n'
WRONG = {
    "unknown base": ('description = "Ours."\nbase = "kobbo"\n', "TGT001", 2, "kobo"),
    "its own base": (EPUB.replace("generic", "ours"), "TGT001", 2, "known"),
    "a circle": (EPUB.replace("generic", "other"), "TGT002", 2, "another target"),
    "a reason for no rule": (EPUB + REASON % ("note", "x"), "TGT003", 3, "notes"),
    "a reason from nowhere": (EPUB + REASON % ("notes", "kob"), "TGT003", 3, "kobo"),
    "no rules": ('description = "Ours."\nformat = "epub"\n', "TGT004", 1, "[epub]"),
    "rules of another format": (EPUB + 'format = "pdf"\n', "TGT004", 1, "[pdf]"),
    "an unknown rule": (EPUB + '[epub]\nnote = "endnotes"\n', "CFG001", 4, "notes"),
    "an unknown value": (EPUB + '[epub]\nnotes = "endnote"\n', "CFG002", 4, ""),
    "no code point": (EPUB + '[epub]\ncharacters = { "­" = "" }\n', "CFG002", 4, ""),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_target_that_cannot_be_is_told_at_its_place(case: str, tmp_path: Path) -> None:
    text, code, line, remedy = WRONG[case]
    root = project(tmp_path, ours=text, other=EPUB.replace("generic", "ours"))
    found = refused(root, "ours")
    assert found[0] == code
    assert remedy in found[2]
    if code.startswith("TGT") and case not in ("no rules", "rules of another format", "a circle"):
        assert found[1] == line


def test_an_unknown_target_is_told_with_the_nearest() -> None:
    assert refused(ROOT, "kindel") == (
        "TGT001",
        0,
        "did you mean kindle? (publisher targets lists them)",
    )


PDFS = [name for name in OURS if load_target(name, ROOT).format == "pdf"]


def test_the_printers_and_archives_are_there() -> None:
    wanted = "archive bod ingramspark kdp lulu magazine newspaper offset screen"
    assert wanted.split() == PDFS


@pytest.mark.parametrize("name", PDFS)
def test_the_rules_of_a_pdf_do_not_contradict_each_other(name: str) -> None:
    rules = load_target(name, ROOT).pdf_rules
    assert (rules.bleed == 0) == (rules.bleed_sides == "none") == (rules.bleed_when == "never")
    assert rules.pages_least <= rules.pages_most
    assert rules.picture_least <= rules.picture_wanted
    if rules.standard.startswith("PDF/X"):
        assert rules.output_condition
    if rules.standard == "PDF/X-1a:2001":
        assert not {"rgb", "lab"} & set(rules.colours)
        assert not rules.transparency
    gutters = [each.pages for each in rules.gutter]
    assert gutters == sorted(gutters)
    assert not gutters or gutters[-1] == rules.pages_most


def test_the_gutter_grows_with_the_book() -> None:
    rules = load_target("kdp", ROOT).pdf_rules
    margins = [rules.margin_at_spine(pages) for pages in (24, 150, 151, 500, 828, 2000)]
    assert margins == [9.52, 9.52, 12.7, 15.87, 22.22, 22.22]
    assert load_target("offset", ROOT).pdf_rules.margin_at_spine(400) == 0
