"""Styles by name, a project's own, and those that are refused."""

from pathlib import Path

import pytest

from publisher.bibliography import DEFAULT, find_style
from publisher.bibliography.styles import read_style
from publisher.diagnostics import PublisherError

OWN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  {macros}
  <citation><layout prefix="&lt;" suffix="&gt;"><text variable="title"/>{more}</layout></citation>
</style>
"""
PLAIN = OWN.format(macros="", more="")


def own(root: Path, text: str, name: str = "own") -> Path:
    folder = root / "styles"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.csl").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "found", "notes"),
    [
        (DEFAULT, DEFAULT, False),
        ("apa", "apa", False),
        ("IEEE", "ieee", False),
        ("din-1505-2", "din-1505-2", False),
        ("chicago-notes-bibliography", "chicago-notes-bibliography", True),
        ("mla", "modern-language-association", False),
        ("harvard", "harvard-cite-them-right", False),
        ("zdm", "springer-socpsych-author-date", False),
    ],
)
def test_official_styles(name: str, found: str, notes: bool) -> None:
    style = find_style(name)
    assert (style.name, style.notes, style.bibliography) == (found, notes, True)


def test_a_style_of_the_project_goes_before(tmp_path: Path) -> None:
    assert find_style("own", own(tmp_path, PLAIN)).data == PLAIN.encode()
    assert find_style("apa", own(tmp_path, PLAIN, "apa")).data == PLAIN.encode()
    assert find_style("ieee", tmp_path).bibliography


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("chicago-autor-date", "chicago-author-date"),
        ("oown", "own"),
        ("../styles/own", "own"),
        ("a" * 10_000, DEFAULT),
        ("", DEFAULT),
        ("@@@\n@@@", DEFAULT),
    ],
    ids=lambda value: value[:20],
)
def test_unknown_styles(name: str, near: str, tmp_path: Path) -> None:
    with pytest.raises(PublisherError) as failure:
        find_style(name, own(tmp_path, PLAIN))
    (found,) = failure.value.diagnostics
    assert found.code == "BIB009"
    assert near in found.help
    assert "\n" not in found.message


def macro(name: str, inner: str) -> str:
    return f'<macro name="{name}">{inner}</macro>'


TWICE = '<text macro="m{0}"/><text macro="m{0}"/>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not well-formed"),
        ("<style/>", "no CSL style"),
        (PLAIN[:200], "not well-formed"),
        ("<!DOCTYPE style [<!ENTITY a 'b'>]>" + PLAIN.partition("?>")[2], "DOCTYPE"),
        (PLAIN.replace("citation", "cited"), "how citations look"),
        (PLAIN.replace("layout", "laid"), "how citations look"),
        (OWN.format(macros="", more='<text macro="none"/>'), "no macro"),
        (OWN.format(macros=macro("a", '<text macro="a"/>'), more='<text macro="a"/>'), "itself"),
        (
            OWN.format(
                macros="".join(macro(f"m{at}", TWICE.format(at + 1)) for at in range(40))
                + macro("m40", '<text variable="title"/>'),
                more='<text macro="m0"/>',
            ),
            "more than",
        ),
        (OWN.format(macros="", more="<group>" * 70 + "</group>" * 70), "deeper"),
        (OWN.format(macros="", more="<group>" * 900 + "</group>" * 900), ""),
    ],
    ids=lambda value: str(value)[-20:],
)
def test_styles_that_are_refused(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(PublisherError) as failure:
        find_style("own", own(tmp_path, text))
    (found,) = failure.value.diagnostics
    assert found.code == "BIB010"
    assert found.span
    assert found.span.file.endswith("styles/own.csl")
    assert reason in found.message


def test_a_style_outside_of_the_project_is_none(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csl"
    outside.write_text(PLAIN, encoding="utf-8")
    root = tmp_path / "project"
    (root / "styles").mkdir(parents=True)
    (root / "styles" / "own.csl").symlink_to(outside)
    with pytest.raises(PublisherError, match="BIB010"):
        find_style("own", root)


def test_a_style_that_names_another_is_refused_as_a_file() -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'
    text = PLAIN.replace("<id>", f"{link}<id>").replace("citation", "cited")
    with pytest.raises(PublisherError, match="take apa"):
        read_style("own", text.encode(), "own.csl")
