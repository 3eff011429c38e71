"""Inputs made to cost: time grows as the text does, and what stands too deep is refused."""

import time
from collections.abc import Callable

import pytest

from tests.sources.markdown.reading import faults, findings, read_markdown

MAKERS: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n,
    "nested brackets": lambda n: "[" * n + "x" + "]" * n,
    "open pictures": lambda n: "![" * n,
    "open links": lambda n: "[a](" * n,
    "brackets before a span": lambda n: "[" * n + "a]{.b}",
    "open notes": lambda n: "^[" * n + "]" * n,
    "open citations": lambda n: "[@a;" * n,
    "emphasis": lambda n: "*a **b " * n,
    "emphasis of two kinds": lambda n: "*a_ " * n,
    "runs of backticks": lambda n: "".join("a" + "`" * each for each in range(n // 20)),
    "dollars": lambda n: "$a " * n,
    "formulas that never end": lambda n: "$$a\n" * n,
    "tags": lambda n: "<b>" * n,
    "comments": lambda n: "<!--" * n,
    "braces": lambda n: "{#a " * n,
    "lines of attributes": lambda n: "{.a}\n" * n,
    "definitions": lambda n: "".join(f"[a{each}]: b\n" for each in range(n)),
    "repeated definitions": lambda n: "[a]: b\n" * n + "\n[a]",
    "notes": lambda n: (
        "".join(f"[^{each}]" for each in range(n))
        + "\n\n"
        + "".join(f"[^{each}]: x\n" for each in range(n))
    ),
    "lazy quotations": lambda n: "> > > > > a\n" + "b\n" * n,
    "lists": lambda n: "- a\n" * n,
    "lists in lists": lambda n: "".join("  " * min(each, 25) + "- a\n" for each in range(n)),
    "verse": lambda n: "| a\n" * n,
    "tables": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "colons": lambda n: ":::a" + ":" * n + "b",
    "comments in front matter": lambda n: "---\n" + "# " * n + "\n---\n",
    "containers": lambda n: "::: aside\nx\n:::\n" * n,
    "headings of one name": lambda n: "## a\n" * n,
    "controls": lambda n: "a\x01" * n,
}


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_twice_the_text_takes_about_twice_the_time(maker: Callable[[int], str]) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        read_markdown(maker(size))
        return time.process_time() - start

    for size in (500, 2000):
        short = min(cost(size), cost(size))
        if cost(2 * size) < 3 * short + 0.02 or cost(2 * size) < 3 * short + 0.02:
            return
    pytest.fail("more than twice as long")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# T\n\n" + "> " * 1000 + "bottom\n", (3, 129)),
        ("# T\n\n" + "".join("  " * each + "- a\n" for each in range(200)), (34, 65)),
        ("::: aside\n" * 100, (65, 1)),
    ],
)
def test_what_stands_too_deep_is_refused(text: str, place: tuple[int, int]) -> None:
    assert faults(text) == [("MKD009", *place)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n" * 40, ("MKD024", 69, 1)),
        ("*a* " * 40, ("MKD024", 1, 100)),
        ("|a|b|\n|-|-|\n" + "|c|d|\n" * 60, ("MKD024", 12, 1)),
        ("[a]: b\n" * 120 + "\nc", ("MKD024", 101, 7)),
        ("[a]: b\n" * 60 + "c\n\n" * 20, ("MKD024", 89, 1)),
        ("a\n" * 120, ("MKD024", 101, 2)),
    ],
)
def test_more_than_a_book_has_is_refused(
    text: str, found: tuple[str, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publisher.sources.markdown.block_parser.MOST", 100)
    monkeypatch.setattr("publisher.sources.markdown.inline_parser.MOST", 100)
    assert faults(text) == [found]


def test_emphases_too_deep_lose_their_marks_and_no_words() -> None:
    text = "# T\n\n" + "*a **b " * 3000 + "b** a*" * 3000
    assert [code for code, *_ in findings(text)] == ["MKD004"]


@pytest.mark.parametrize("size", [1, 2])
def test_a_long_text_is_read_in_the_time_of_its_length(size: int) -> None:
    text = "# T\n\n" + "Ships see *it* from farther off than before.\n\n" * (2000 * size)
    start = time.process_time()
    reading = read_markdown(text)
    assert len(reading.document.blocks) == 2000 * size
    assert time.process_time() - start < 2 * size
