"""Style sheets less what a target does not take."""

import pytest

from publisher.backends.epub.style import filtered

SHEET = """/* A comment. */
p::first-letter { float: left }
.a { max-width: 10em; color: red; -webkit-hyphens: auto; hyphens: auto }
.b { max-width: 1px }
@media print { .c { max-width: 1px } .d { color: blue } }
@font-face { font-family: "F"; src: url("f.otf") }
@supports (hyphens: auto) { .e { color: red } }
"""
CASES = [
    ("max-width", ["max-width", ".b", ".c"], ["red", ".d", "@media", "@font-face", "first-letter"]),
    ("hyphens", ["-webkit-hyphens", "  hyphens"], ["max-width", "@supports", "red"]),
    ("@supports", ["@supports", ".e"], ["@media", "hyphens"]),
    ("@media", ["@media", ".d"], ["@supports"]),
    ("::first-letter", ["first-letter", "float"], ["max-width"]),
    ("@font-face", ["@font-face", "f.otf"], [".a"]),
]


@pytest.mark.parametrize(("name", "gone", "kept"), CASES)
def test_what_is_left_out_goes_and_nothing_else(
    name: str, gone: list[str], kept: list[str]
) -> None:
    made = filtered(SHEET, (name,))
    assert [part for part in gone if part in made] == []
    assert [part for part in kept if part not in made] == []
    assert filtered(made, (name,)) == made


def test_without_anything_to_leave_out_a_sheet_stays_as_it_is() -> None:
    assert filtered(SHEET, ()) == SHEET
