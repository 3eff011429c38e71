"""Short numbers and marks that stand upright in vertical lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.document.document import Document, Meta
from publisher.document.nodes import Emphasis, Inline, Inlines, InlineSpan, Paragraph, Text
from publisher.document.text import document_text, plain
from publisher.publication.publication import Part
from publisher.publication.upright import UPRIGHT, stand_upright


def part(*children: Inline) -> Part:
    document = Document(meta=Meta(language="ja"), blocks=(Paragraph(children=children),))
    return Part(name="a", role="article", matter="body", document=document)


def upright(run: Inlines) -> list[str]:
    found = []
    for each in run:
        if isinstance(each, InlineSpan) and each.role == UPRIGHT:
            found.append(plain(each.children))
        else:
            found += upright(getattr(each, "children", ()))
    return found


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("5月14日", ["5", "14"]),
        ("2026年", []),
        ("7,000を", []),
        ("3.14と", []),
        ("10%の", []),
        ("何!?と", ["!?"]),
        ("何!!!", []),
        ("A4の紙", []),
        ("第12章", ["12"]),
        ("12", ["12"]),
        ("言葉", []),
    ],
)
def test_what_stands_upright(text: str, stand: list[str]) -> None:
    for children in ((Text(text=text),), (Emphasis(children=(Text(text=text),)),)):
        (paragraph,) = stand_upright(part(*children)).document.blocks
        assert isinstance(paragraph, Paragraph)
        assert upright(paragraph.children) == stand


@given(st.text(alphabet="年月!?.,%A 0123456789\u3000", max_size=60))
def test_no_character_is_lost(text: str) -> None:
    made = part(Text(text=text))
    assert document_text(stand_upright(made).document) == document_text(made.document)
