"""Code in lines: told apart by Pygments, never changed, and bounded."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.diagnostics import Diagnostic
from publisher.document.nodes import CodeBlock, CrossRef, Paragraph, Text
from publisher.document.text import plain
from publisher.publication.highlight import listing
from publisher.publication.settled import Listing
from publisher.resources import resource_folder
from publisher.span import Span
from tests.publication.test_settle import codes, settled, texts


def listed(text: str, syntax: str | None = None, **fields: object) -> tuple[Listing, list[str]]:
    found: list[Diagnostic] = []
    code = CodeBlock(text=text, syntax=syntax, **fields)  # type: ignore[arg-type]
    return listing(code, found.append, None, plain=False), [each.code for each in found]


def text_of(made: Listing) -> str:
    return "\n".join("".join(run.text for run in line.runs) for line in made.lines)


@pytest.mark.parametrize(
    ("syntax", "text", "kinds"),
    [
        ("python", 'def f(x):\n    return "a"  # why', [("k", "def"), ("n", "f")]),
        ("python", 'return "a"', [("k", "return"), ("s", '"a"')]),
        ("py", "x = 12", [("m", "12")]),
        ("html", "<p>a</p>", [("k", "p"), ("k", "p")]),
        ("diff", "-a\n+b", [("gd", "-a")]),
        ("Rust", "let x = 1;", [("k", "let"), ("m", "1")]),
    ],
)
def test_words_are_told_apart(syntax: str, text: str, kinds: list[tuple[str, str]]) -> None:
    made, found = listed(text, syntax)
    assert [(run.kind, run.text) for run in made.lines[0].runs if run.kind][: len(kinds)] == kinds
    assert text_of(made) == text
    assert found == []


@given(
    text=st.text(
        alphabet=st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t ")
    ),
    syntax=st.sampled_from(("python", "c", "html", "bash", "json", "diff", None, "no-such")),
)
def test_the_text_is_never_changed(text: str, syntax: str | None) -> None:
    assert text_of(listed(text, syntax)[0]) == text


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\na", "a\n\n", "  a\t\n b ", "a\r\nb", "a\fb\x0bc\u2028d"]
)
def test_lines_are_those_of_the_text(text: str) -> None:
    made, _ = listed(text, "python")
    assert text_of(made) == text
    assert len(made.lines) == text.count("\n") + 1


def test_numbers_and_lines_that_stand_out() -> None:
    made, _ = listed("a\nb\nc", start=9, marked=(2,))
    assert [(line.number, line.marked) for line in made.lines] == [
        *((9, False), (10, True), (11, False)),
    ]


def test_a_long_line_goes_on_behind_its_indent() -> None:
    made, _ = listed("a\n    b\n\tc\n" + " " * 90 + "d")
    assert [line.hang for line in made.lines] == [2, 4, 4, 10]


def test_a_word_of_many_letters_is_in_pieces() -> None:
    made, _ = listed("x " + "a" * 125, None)
    found = [(run.kind, len(run.text)) for run in made.lines[0].runs]
    assert found == [("", 2), *[("piece", 25)] * 5]


@pytest.mark.parametrize("syntax", ["text", "plaintext", "none", None, ""])
def test_plain_text_is_no_fault(syntax: str | None) -> None:
    made, found = listed("if x", syntax)
    assert (made.lines[0].runs[0].kind, found) == ("", [])


def test_an_unknown_language_is_told_with_the_nearest() -> None:
    place = Span("a.md", 3)
    made = settled(CodeBlock(text="x", syntax="pyhton", span=place))
    (found,) = made.diagnostics
    assert (found.code, found.span) == ("LAY020", place)
    assert "python" in found.help


@pytest.mark.parametrize("text", ["x = 1\n" * 20_000, "x" * 2_000, "x" + "\n" * 400 + "y"])
def test_what_is_too_long_stays_plain(text: str) -> None:
    made, found = listed(text, "python")
    assert found == ["LAY021"]
    assert not any(run.kind.removesuffix("piece") for line in made.lines for run in line.runs)


def test_a_document_of_nothing_but_code_stays_plain() -> None:
    made = settled(*(CodeBlock(text="x = 1\n" * 3_000, syntax="python") for _ in range(23)))
    assert codes(made) == ["LAY021"] * 23


def test_what_is_in_no_such_language_stays_plain() -> None:
    made, found = listed("¿" * 200, "python")
    assert {run.kind for run in made.lines[0].runs} == {"piece"}
    assert found == []


@pytest.mark.parametrize("syntax", ["python", "c", "javascript", "html", "bash", "java", "json"])
@pytest.mark.parametrize("seed", ['"', "/*\n", "<", '\\"', "((a", "a \n", "'''\n"])
def test_hostile_code_takes_no_time(syntax: str, seed: str) -> None:
    began = time.process_time()
    listed(seed * (8_000 // len(seed)), syntax)
    assert time.process_time() - began < 2


def test_listings_are_numbered_where_the_text_refers_to_one_by_number() -> None:
    first = CodeBlock(text="a", caption=(Text(text="One"),))
    second = CodeBlock(text="b", caption=(Text(text="Two"),), id="two")
    lone = CodeBlock(text="c")
    assert texts(settled(first, lone, second)) == ["One", "Two"]
    made = settled(first, lone, second, Paragraph(children=(CrossRef(target="two"),)))
    assert texts(made) == ["Listing\u00a01 One", "Listing\u00a02 Two", "Listing\u00a02"]
    german = settled(Paragraph(children=(CrossRef(target="two"),)), second, language="el")
    assert plain(german.document.blocks[0].children).startswith("Κώδικας")  # type: ignore[union-attr]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    "theme", sorted((resource_folder("layouts") / "themes").iterdir()), ids=str
)
def test_colours_of_code_can_be_read_in_grey(theme: Path) -> None:
    from publisher.layouts import load_theme

    tokens = load_theme(theme.name, Path()).tokens("print")
    for name in ("code-name", "code-string", "code-number", "quiet"):
        assert 1.05 / (luminance(tokens[name]) + 0.05) >= 7, name
