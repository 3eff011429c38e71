"""First letters that may stand in several lines: which, and how large."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.document.document import Document, Meta
from publisher.document.nodes import Emphasis, InlineSpan, Paragraph, Text
from publisher.document.text import plain
from publisher.publication.anchors import nodes
from publisher.publication.openings import mark_first_paragraph, mark_opening, raise_initial
from publisher.typography.initials import drop_cap_lines, initial_tokens

REST = " press on the quay has printed nine thousand sheets since you left us" * 5


def document(text: str, direction: str = "ltr", **fields: object) -> Document:
    first = Paragraph(children=(Text(text=text),), **fields)  # type: ignore[arg-type]
    meta = msgspec.structs.replace(Meta(), direction=direction)
    return Document(meta=meta, blocks=(first, Paragraph(children=(Text(text="The end."),))))


def raised(made: Document) -> list[tuple[str, str]]:
    done = raise_initial(mark_first_paragraph(mark_opening(made)))
    assert plain(first(done).children) == plain(first(made).children)
    return [
        (node.role or "", plain(node.children))
        for node in nodes(done)
        if isinstance(node, InlineSpan) and str(node.role).startswith("initial")
    ]


def first(made: Document) -> Paragraph:
    found = made.blocks[0]
    assert isinstance(found, Paragraph)
    return found


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("The", ["The", "T"]),
        ("A", ["A", "A"]),
        ("“The", ["“The", "“T", "“"]),
        ("« L’homme", None),
        ("«\u202fL’homme", ["«\u202fL’homme", "«\u202fL", "«\u202f"]),
        ("L’homme", ["L’homme", "L"]),
        ("Étienne", ["Étienne", "É"]),
        ("E\u0301tienne", ["E\u0301tienne", "E\u0301"]),
        ("Ήταν", ["Ήταν", "Ή"]),
        ("“‘It", ["“‘It", "“‘I", "“‘"]),
        ("1984", None),
        ("日本語", None),
        ("שלום", None),
        ("(The", None),
        ("A.", None),
        ("…The", None),
    ],
)
def test_which_letter_drops(word: str, parts: list[str] | None) -> None:
    assert [text for _, text in raised(document(word + REST))] == (parts or [])


def test_roles_of_what_drops() -> None:
    assert [role for role, _ in raised(document("“The" + REST))] == [
        *("initial-word", "initial", "initial-mark"),
    ]


@pytest.mark.parametrize(
    "made",
    [
        document("The press."),
        document("The" + REST, direction="rtl"),
        document("The" + REST, role="dateline"),
        Document(
            meta=Meta(),
            blocks=(Paragraph(children=(Emphasis(children=(Text(text="The" + REST),)),)),),
        ),
        Document(meta=Meta()),
    ],
)
def test_which_does_not(made: Document) -> None:
    assert mark_first_paragraph(made) == made
    assert raise_initial(made) == made


@given(st.text(max_size=12))
def test_no_character_is_lost(start: str) -> None:
    raised(document(start + REST))


@pytest.mark.parametrize(("lines", "size", "leading"), [("2", 3.171, 0.897), ("3", 5.342, 0.792)])
def test_the_letter_stands_on_its_last_line(lines: str, size: float, leading: float) -> None:
    found = initial_tokens(int(lines), {"text-size": "11pt", "leading": "16pt"})
    assert found["initial-float"] == "left"
    assert (found["initial-size"], found["initial-leading"]) == (f"{size}em", f"{leading}")
    capital = 0.67 * float(found["initial-size"].removesuffix("em")) * 11
    assert capital == pytest.approx((int(lines) - 1) * 16 + 0.67 * 11, abs=0.01)


def test_no_letter_drops_where_the_theme_does_not_say_so() -> None:
    found = initial_tokens(0, {"text-size": "1em"})
    assert (found["initial-float"], found["initial-size"]) == ("none", "1.000em")


@pytest.mark.parametrize("value", ["1", "-2", "9", "three"])
def test_lines_that_are_none(value: str) -> None:
    with pytest.raises(ValueError, match=r"0, or 2 to 5|invalid"):
        drop_cap_lines(value)
