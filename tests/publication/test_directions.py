"""Passages that run against what is around them."""

import pytest

from publisher.document.nodes import Blocks, Direction, InlineSpan, Paragraph, Quote, Text
from publisher.publication.anchors import nodes
from publisher.publication.directions import with_directions


def p(text: str, language: str | None = None, direction: Direction | None = None) -> Paragraph:
    children = (Text(text=text),)
    return Paragraph(children=children, language=language, direction=direction)


def found(blocks: Blocks, around: Direction = "ltr") -> list[Direction | None]:
    made = with_directions(blocks, around)
    return [node.direction for node in nodes(made) if not isinstance(node, Text)]


@pytest.mark.parametrize(
    ("language", "around", "expected"),
    [
        ("he", "ltr", "rtl"),
        ("ar-EG", "ltr", "rtl"),
        ("az-Arab", "ltr", "rtl"),
        ("fr", "ltr", None),
        ("en", "rtl", "ltr"),
        ("he", "rtl", None),
        ("a-b-c", "ltr", None),
        (None, "rtl", None),
    ],
)
def test_the_direction_of_a_language(
    language: str | None, around: Direction, expected: Direction | None
) -> None:
    assert found((p("x", language),), around) == [expected]


def test_what_is_said_holds() -> None:
    assert found((p("x", "he", "ltr"),)) == ["ltr"]


def test_a_passage_goes_by_what_it_stands_in() -> None:
    inner = InlineSpan(children=(Text(text="x"),), language="en")
    hebrew = Paragraph(children=(inner, Text(text="y")))
    assert found((Quote(blocks=(hebrew,), language="he"),)) == ["rtl", None, "ltr"]
