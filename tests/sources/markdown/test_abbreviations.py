"""Abbreviations: what their definitions make of the words of a text."""

import time

import pytest

from publisher.document.nodes import InlineSpan, Text
from publisher.document.text import plain
from publisher.sources.markdown.abbreviations import Abbreviations
from tests.sources.markdown.reading import TITLE, blocks, findings, read_markdown, run

DEFINED = (
    "\n\n*[HTML]: HyperText Markup Language\n*[HT]: half-tone\n*[A&B]: Ann & Ben\n"
    "*[et al.]: and others\n"
)


def abbreviations(text: str) -> list[tuple[str, str | None]]:
    """The abbreviations that stand in a paragraph by themselves, with their titles."""
    return [
        (plain(node.children), node.title)
        for node in run(text + DEFINED)
        if isinstance(node, InlineSpan) and node.role == "abbreviation"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HTML", ["HTML"]),
        ("an HTML page, (HTML).", ["HTML", "HTML"]),
        ("HT HTML", ["HT", "HTML"]),
        ("HTML, HT", ["HTML", "HT"]),
        ("XHTML HTML5 HTML_x html", []),
        ("A&amp;B", ["A&B"]),
        ("A\\&B", ["A&B"]),
        ("Ann et al. write", ["et al."]),
        ("漢字HTML漢字", ["HTML"]),
        ("`HTML`", []),
        ("HT\nHTML", ["HT", "HTML"]),
        ("none", []),
    ],
)
def test_whole_words(text: str, found: list[str]) -> None:
    titles = {
        "HTML": "HyperText Markup Language",
        "HT": "half-tone",
        "A&B": "Ann & Ben",
        "et al.": "and others",
    }
    assert abbreviations(text) == [(name, titles[name]) for name in found]


def test_abbreviations_in_other_words() -> None:
    made = blocks("# HTML\n\n- *HTML* [HTML](#a)\n" + DEFINED)
    assert str(made).count("title='HyperText Markup Language'") == 3


def test_the_place_of_an_abbreviation_and_of_what_stands_beside_it() -> None:
    nodes = run("a\\* A&amp;B\x07c, HTML" + DEFINED)
    places = [(node.span.column, node.span.end_column) for node in nodes if node.span]
    assert [plain((node,)) for node in nodes] == ["a* A&Bc, ", "HTML"]
    assert places == [(1, 16), (16, 20)]
    (_, word, _) = run("x A&amp;B y" + DEFINED)
    assert word.span
    assert (word.span.column, word.span.end_column) == (3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "*[]: x",
        "*[ ]: x",
        "*[a]:",
        "*[a] x",
        "    *[a]: x",
        f"*[{'a' * 41}]: x",
        "a *[b]: c",
    ],
)
def test_what_is_no_definition_is_text(text: str) -> None:
    document = read_markdown(TITLE + "aa\n\n" + text).document
    assert len(document.blocks) == 2


def test_a_definition_may_interrupt_a_paragraph_and_stand_in_a_list() -> None:
    (paragraph, _) = blocks("a HTML\n*[HTML]: x\n\n- b\n\n  *[b]: y\n")
    assert str(paragraph).count("role='abbreviation'") == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n*[a]: b\n*[a]: c\n", [("IDX030", 7, 1)]),
        ("a\n\n*[a]: b\n*[a]: b\n", []),
        ("x\n\n*[a]: b\n*[a]: b\n", [("IDX031", 6, 1)]),
    ],
)
def test_definitions_that_are_amiss(text: str, found: list[tuple[str, int, int]]) -> None:
    assert findings(TITLE + text) == found


def test_many_abbreviations_and_many_words() -> None:
    """Time in proportion to the text, whatever is defined."""
    titles = {"a" * length: "x" for length in range(1, 41)} | {
        f"b{number}": "x" for number in range(20_000)
    }
    abbreviations = Abbreviations(titles)
    start = time.process_time()
    found = list(abbreviations.find("a aa b77 c " * 20_000))
    assert len(found) == 60_000
    assert time.process_time() - start < 5


def test_text_without_abbreviations_stays_one_node() -> None:
    (node,) = run("nothing of the kind" + DEFINED)
    assert isinstance(node, Text)
