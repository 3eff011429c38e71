"""Code: what its opening line says."""

from typing import Any

import pytest

from publisher.document.nodes import CodeBlock, Paragraph, Text
from publisher.document.text import plain
from tests.sources.markdown.reading import TITLE, block, blocks, findings


def code(text: str) -> CodeBlock:
    found = block(text)
    assert isinstance(found, CodeBlock)
    return found


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        ("", {}),
        ("python", {"syntax": "python"}),
        ("{.python}", {"syntax": "python"}),
        ("python {.numbered}", {"syntax": "python", "start": 1}),
        ("{.numbered .python start=8}", {"syntax": "python", "start": 8}),
        ("{.numberLines startFrom=2}", {"start": 2}),
        ('py {lines="2-3,1"}', {"syntax": "py", "marked": (1, 2, 3)}),
        ('py {lines="0-1, 3-99999"}', {"syntax": "py", "marked": (1, 3)}),
        ('{caption="A press"}', {"caption": "A press"}),
        ("{#lst-a}", {"id": "lst-a"}),
    ],
)
def test_the_opening_line(opening: str, fields: dict[str, Any]) -> None:
    found = code(f"``` {opening}\na\nb\nc\n```")
    said = {name: getattr(found, name) for name in ("syntax", "start", "marked", "id")}
    said["caption"] = plain(found.caption)
    empty = {"syntax": None, "start": None, "marked": (), "id": None, "caption": ""}
    assert said == empty | fields


@pytest.mark.parametrize("given", ["start=x", "lines=a-b", ".other", "rows=2"])
def test_what_has_no_effect_is_told(given: str) -> None:
    assert findings(f"{TITLE}``` {{.python {given}}}\na\n```") == [("MKD013", 4, 1)]


@pytest.mark.parametrize("mark", [":", "Listing:"])
@pytest.mark.parametrize("written", ["```\na\n```", "    a"])
def test_a_caption_below(mark: str, written: str) -> None:
    found = code(f"{written}\n\n{mark} A *press* {{#lst-press}}")
    assert (plain(found.caption), found.id) == ("A press", "lst-press")


def test_a_caption_of_a_table_is_none_of_code() -> None:
    assert [type(each) for each in blocks("```\na\n```\n\nTable: b")] == [CodeBlock, Paragraph]


def test_the_place_of_a_caption() -> None:
    (caption,) = code('``` {caption="A press"}\na\n```').caption
    assert isinstance(caption, Text)
    assert caption.span
    assert (caption.span.line, caption.span.column) == (4, 15)
