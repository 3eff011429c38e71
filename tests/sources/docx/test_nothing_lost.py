"""Each word of a Word file is in its document, in order, and its place leads back to it."""

from collections.abc import Iterator, Sequence

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.document.document import Document
from publisher.document.nodes import Text
from publisher.document.text import leaves, runs
from publisher.sources import Reading
from tests.sources.docx.cases import (
    CASES,
    NUMBERING,
    STYLES,
    call,
    cell,
    field,
    item,
    note,
    row,
    table,
    text_box,
)
from tests.sources.docx.word import paragraph, read_word, run, word

_TEXT = st.text(
    st.one_of(
        st.sampled_from(" \t\u00a0\u2003\u200b\u3000\u00ad*—-"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"),
    ),
    max_size=24,
)


class Made(msgspec.Struct, frozen=True):
    """A piece of WordprocessingML, and the words that it shows, in order."""

    xml: str
    words: str


def _joined(parts: Sequence[Made]) -> Made:
    return Made("".join(part.xml for part in parts), "".join(part.words for part in parts))


_PROPERTIES = st.sampled_from(
    (
        "",
        "<w:b/>",
        "<w:i/><w:b/>",
        "<w:smallCaps/>",
        "<w:strike/>",
        '<w:lang w:val="de"/>',
        "<w:rtl/>",
    )
)


def _deleted(xml: str) -> str:
    return xml.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")


@st.composite
def _runs(draw: st.DrawFn) -> Made:
    text = draw(_TEXT)
    plain = run(text, draw(_PROPERTIES))
    kind = draw(
        st.sampled_from(("plain", "plain", "deleted", "moved", "inserted", "field", "break"))
    )
    match kind:
        case "deleted":
            return Made(f"<w:del>{_deleted(plain)}</w:del>", "")
        case "moved":
            return Made(f"<w:moveFrom>{plain}</w:moveFrom>", "")
        case "inserted":
            return Made(f"<w:ins>{plain}</w:ins>", text)
        case "field":
            return Made(field("DATE", plain), text)
        case "break":
            return Made(f"{plain}<w:r><w:br/></w:r>", text)
        case _:
            return Made(plain, text)


@st.composite
def _paragraphs(draw: st.DrawFn) -> Made:
    inner = _joined(draw(st.lists(_runs(), max_size=4)))
    style = draw(
        st.sampled_from(
            ("", "", "", "Titel", "Untertitel", "berschrift1", "Zitat", "Verse", "Code")
        )
    )
    ended = draw(st.sampled_from(("", "", "", "<w:rPr><w:del/></w:rPr>")))
    return Made(paragraph(inner.xml or "<w:r/>", style=style, properties=ended), inner.words)


@st.composite
def _blocks(draw: st.DrawFn) -> Made:
    kind = draw(st.sampled_from(("text", "text", "text", "list", "table", "box")))
    text = draw(_TEXT)
    match kind:
        case "list":
            return Made(item(text, draw(st.integers(0, 3)), draw(st.integers(0, 2))), text)
        case "table":
            other = draw(_TEXT)
            rows = row(cell(text), cell(other)), row(cell("", "<w:vMerge/>"), cell(other))
            return Made(table(*rows), text + other + other)
        case "box":
            return Made(paragraph(text_box(paragraph(run(text)))), text)
        case _:
            return draw(_paragraphs())


BODIES = st.lists(_blocks(), min_size=1, max_size=8).map(_joined)


def _shown(text: str) -> str:
    """What is left of a text without white space."""
    return "".join(text.split())


def check(reading: Reading, words: str) -> None:
    """Each of `words` is in the file's text, and each word of that, edited, in the document."""
    source_map = reading.source_map
    assert _shown(source_map.raw) == _shown(words)
    assert _shown("".join(text for _, text in held(reading))) == _shown(source_map.text)
    for leaf in texts(reading.document):
        assert leaf.span
        lines = source_map.raw.split("\n")[: leaf.span.line - 1]
        start = source_map.offset(sum(len(line) + 1 for line in lines) + leaf.span.column - 1)
        assert source_map.text[start : start + len(leaf.text)] == leaf.text


def held(reading: Reading) -> list[tuple[tuple[int, int], str]]:
    """The words that the document holds with their places; those of its blocks are in order."""
    document = reading.document
    credits_ = [
        ((line.first, 1), reading.source_map.lines[line.first - 1])
        for line in reading.lines
        if line.role in ("byline", "dateline")
    ]
    head = [*_placed(msgspec.to_builtins(document.meta)), *credits_]
    blocks = list(_placed(msgspec.to_builtins(document.blocks)))
    captions = [place for place, _ in _placed_captions(document)]
    in_order = [place for place, _ in blocks if place not in captions]
    assert in_order == sorted(in_order)
    return sorted([*head, *blocks, *_placed(msgspec.to_builtins(document.notes))])


def _placed_captions(document: Document) -> Iterator[tuple[tuple[int, int], str]]:
    for block in document.blocks:
        yield from _placed(msgspec.to_builtins(getattr(block, "caption", ())))


def _placed(value: object) -> Iterator[tuple[tuple[int, int], str]]:
    """The texts in a tree with where they stand, in its order."""
    if isinstance(value, dict):
        span = value.get("span")
        if isinstance(value.get("text"), str) and span:
            yield (span["line"], span["column"]), value["text"]
        for inner in value.values():
            yield from _placed(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _placed(inner)


def texts(document: Document) -> Iterator[Text]:
    for one in runs(document):
        for leaf in leaves(one):
            if isinstance(leaf, Text):
                yield leaf


@given(BODIES)
@example(_joined([Made(paragraph("* * *"), "* * *")]))
def test_nothing_is_lost(body: Made) -> None:
    text = (
        paragraph("The harbour in winter.") + body.xml + paragraph("The end.", call("footnote", 1))
    )
    reading = read_word(
        word(text, styles=STYLES, numbering=NUMBERING, footnotes=note("footnote", 1, "A note."))
    )
    check(reading, f"The harbour in winter.{body.words}The end.A note.")


@given(_TEXT)
def test_one_run_is_one_text(text: str) -> None:
    reading = read_word(
        word(paragraph("Title", style="Titel") + paragraph(run(f"a{text}b")), styles=STYLES)
    )
    (block,) = reading.document.blocks
    (leaf,) = leaves(block.children)  # type: ignore[union-attr]
    assert isinstance(leaf, Text)
    assert leaf.text == f"a{text}b".replace("\t", " ")


def test_the_cases_hold_what_they_show() -> None:
    for name, data in CASES.items():
        reading = read_word(data)
        words = "".join(text for _, text in held(reading))
        assert _shown(words) == _shown(reading.source_map.text), name
