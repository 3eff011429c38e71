"""Style sheets of EPUBs: turned with the text, and said again for older reading systems."""

import re

import pytest
import tinycss2

from publisher.backends.epub.styles import for_readers
from publisher.layouts import load_theme, theme_folders
from tests.conftest import ROOT


def declarations(sheet: str) -> list[str]:
    return re.findall(r"^ *([\w-]+: .*);$", sheet, re.MULTILINE)


@pytest.mark.parametrize(
    ("said", "from_the_right"),
    [
        ("margin-left: 1em", "margin-right: 1em"),
        ("border-right: thin solid", "border-left: thin solid"),
        ("padding: 1em 2em 3em 4em", "padding: 1em 4em 3em 2em"),
        ("padding: 1em 2em 3em", "padding: 1em 2em 3em"),
        ("margin: calc(1em * (2 + 1)) 0 0 2em", "margin: calc(1em * (2 + 1)) 2em 0 0"),
        ("float: right", "float: left"),
        ("text-align: left", "text-align: right"),
        ("text-align: start", "text-align: start"),
        ("margin-top: 1em", "margin-top: 1em"),
        ("letter-spacing: 0 !important", "letter-spacing: 0 !important"),
    ],
)
def test_sides_are_exchanged(said: str, from_the_right: str) -> None:
    sheet = f"p {{ {said} }}"
    assert declarations(for_readers(sheet, "ltr")) == [said]
    assert declarations(for_readers(sheet, "rtl")) == [from_the_right]


@pytest.mark.parametrize(
    ("said", "downwards"),
    [
        ("margin-top: 1em", "margin-right: 1em"),
        ("margin-right: 1em", "margin-bottom: 1em"),
        ("margin-bottom: 1em", "margin-left: 1em"),
        ("border-left: thin solid", "border-top: thin solid"),
        ("padding: 1em", "padding: 1em"),
        ("padding: 1em 2em", "padding: 2em 1em 2em 1em"),
        ("padding: 1em 2em 3em", "padding: 2em 1em 2em 3em"),
        ("padding: 1em 2em 3em 4em", "padding: 4em 1em 2em 3em"),
        ("width: 3em", "height: 3em"),
        ("max-height: 100%", "max-width: 100%"),
        ("overflow-x: auto", "overflow-y: auto"),
        ("float: right", "float: right"),
        ("line-height: 1.5", "line-height: 1.5"),
    ],
)
def test_sides_are_turned(said: str, downwards: str) -> None:
    assert declarations(for_readers(f"p {{ {said} }}", "vertical")) == [downwards]


def test_a_narrow_window_is_a_low_one_for_lines_that_run_down() -> None:
    sheet = "@media (max-width: 30em) { ul { padding-left: 1em } }"
    turned = for_readers(sheet, "vertical")
    assert "@media (max-height: 30em)" in turned
    assert declarations(turned) == ["padding-top: 1em"]


@pytest.mark.parametrize("selector", ["pre", "pre code", ".hang-4", ".cover img", ".right"])
def test_code_covers_and_columns_of_figures_do_not_turn(selector: str) -> None:
    sheet = f"{selector} {{ text-align: right; padding-left: 1em }}"
    assert declarations(for_readers(sheet, "rtl")) == ["text-align: right", "padding-left: 1em"]
    assert declarations(for_readers(sheet, "vertical")) == declarations(for_readers(sheet, "ltr"))


def test_passages_that_run_the_other_way_have_rules_of_their_own() -> None:
    sheet = ".note, li:not(.a, .b) { margin-left: 1em; color: inherit }"
    assert 'dir="rtl"' not in for_readers(sheet, "ltr")
    _, own = for_readers(sheet, "ltr", both=True).split("}\n")
    selector, _, said = own.partition(" {\n")
    assert selector == (
        '[dir="rtl"] .note, .note[dir="rtl"], [dir="rtl"] li:not(.a, .b), li:not(.a, .b)[dir="rtl"]'
    )
    assert declarations(said) == ["margin-left: 0", "margin-right: 1em"]


def test_what_stands_before_an_element_keeps_its_place() -> None:
    sheet = for_readers("p::before { margin-right: 1em }", "ltr", both=True)
    assert 'p[dir="rtl"]::before' in sheet


@pytest.mark.parametrize(
    ("said", "twins"),
    [
        ("hyphens: auto", ["-webkit-hyphens: auto", "-epub-hyphens: auto"]),
        (
            "hyphenate-limit-chars: 5 2 3",
            ["-webkit-hyphenate-limit-before: 2", "-webkit-hyphenate-limit-after: 3"],
        ),
        (
            "writing-mode: vertical-rl",
            ["-webkit-writing-mode: vertical-rl", "-epub-writing-mode: vertical-rl"],
        ),
        (
            "font-variant-caps: all-small-caps",
            ["font-variant: small-caps", "font-variant-numeric: inherit"],
        ),
        ("font-variant-caps: normal", ["font-variant: normal", "font-variant-numeric: inherit"]),
        (
            "text-combine-upright: all",
            ["-webkit-text-combine: horizontal", "-epub-text-combine: horizontal"],
        ),
        ("color: inherit", []),
    ],
)
def test_twins_come_before_what_they_stand_for(said: str, twins: list[str]) -> None:
    assert declarations(for_readers(f"p {{ {said} }}", "ltr")) == [*twins, said]


_FIXED = re.compile(r"(?<![\w#.-])-?[\d.]*[1-9][\d.]*(?:px|pt|pc|cm|mm|in|q)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(theme_folders(ROOT)))
def test_nothing_fixes_a_size(name: str) -> None:
    sheet = for_readers(load_theme(name, ROOT).stylesheet("epub", "en"), "ltr")
    assert [said for said in declarations(sheet) if _FIXED.search(said)] == []


@pytest.mark.parametrize("name", sorted(theme_folders(ROOT)))
@pytest.mark.parametrize("language", ["en", "ja", "ar"])
def test_nothing_colours_the_page(name: str, language: str) -> None:
    also = ("epub/vertical.css", "epub/scripts.css")
    sheet = load_theme(name, ROOT).stylesheet("epub", language, also)
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        selector = tinycss2.serialize(rule.prelude)
        inside = tinycss2.serialize(rule.content or [])
        colours = set(re.findall(r"(?<![\w-])(?:background-)?color: *([^;]+);", inside))
        assert "background:" not in inside
        if selector.strip() == "img":
            assert colours == {"white"}
        else:
            assert colours <= {"inherit", "currentColor"}, selector
