"""Marked text: markup of fields, points that meet, cases, and the nodes made of it."""

import pytest

from publisher.bibliography.casing import cased
from publisher.bibliography.marks import BOLD, CLOSE, ITALIC, inlines, marked, punctuated, unmarked
from tests.bibliography.sample import written


@pytest.mark.parametrize(
    ("field", "nodes"),
    [
        ("On <i>old</i> lamps", "On *old* lamps"),
        ("<b>A</b><sup>2</sup><sub>3</sub><sc>d</sc>", "**A**^2^~3~%d%"),
        ('<span style="font-variant: small-caps;">Lamp</span>', "%Lamp%"),
        ('<span class="nocase">TeX</span>', "TeX"),
        ("<i>On <i>old</i> lamps</i>", "*On *old* lamps*"),
        ("<i>On <b>old</b></i>", "*On **old***"),
        ("a < b > c </i> <i> <x> & &amp;", "a < b > c </i> <i> <x> & &amp;"),
        ("<i>a</b></i>", "*a</b>*"),
        ("<i></i>a", "a"),
        ("at https://a.example/b(c)_d. End", "at <https://a.example/b(c)_d>. End"),
        ("doi: 10.5555/a.b.", "doi: [10.5555/a.b](https://doi.org/10.5555/a.b)."),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_fields(field: str, nodes: str) -> None:
    assert written(inlines(marked(field))) == nodes


def test_formats_within_formats_end_somewhere() -> None:
    deep = "<b><i>" * 500 + "x" + "</i></b>" * 500
    assert unmarked(marked(deep)).count("<b>") > 400


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("“End”. Next", "“End.” Next", "“End”. Next"),
        ("“End”, next", "“End,” next", "“End”, next"),
        ("“Why?”. Next", "“Why?” Next", "“Why?” Next"),
        ("“End.”. Next", "“End.” Next", "“End.” Next"),
        ("Why?. Next", "Why? Next", "Why? Next"),
        (f"{ITALIC}Ends.{CLOSE}.", f"{ITALIC}Ends.{CLOSE}", f"{ITALIC}Ends.{CLOSE}"),
        ("a  b , c", "a b, c", "a b, c"),
        ("Lee Jr., ed., 3.5", "Lee Jr., ed., 3.5", "Lee Jr., ed., 3.5"),
        ("“1”.5", "“1”.5", "“1”.5"),
    ],
)
def test_points_that_meet(text: str, inside: str, outside: str) -> None:
    assert punctuated(text, inside_quotes=True) == inside
    assert punctuated(text, inside_quotes=False) == outside


@pytest.mark.parametrize(
    ("text", "case", "words"),
    [
        ("the lamps of the sea: a tale", "title", "The Lamps of the Sea: A Tale"),
        ("iPhones and NASA", "title", "iPhones and NASA"),
        ("what we live by", "title", "What We Live By"),
        ("The Lamps Of NASA", "sentence", "The lamps of NASA"),
        ("a b", "capitalize-first", "A b"),
        ("a b", "capitalize-all", "A B"),
        ("Ab", "uppercase", "AB"),
        ("Ab", "lowercase", "ab"),
        ("ab", None, "ab"),
        ("ab", "unheard-of", "ab"),
        (f"{BOLD}the{CLOSE} end", "title", f"{BOLD}The{CLOSE} End"),
        ('<span class="nocase">de Lamp</span> burns', "title", "de Lamp Burns"),
        ('a<span class="nocase">B</span>c', "uppercase", "ABC"),
        ("", "title", ""),
    ],
)
def test_cases(text: str, case: str | None, words: str) -> None:
    done = cased(marked(text), case)
    assert (done if BOLD in done else unmarked(done)) == words
