"""Places: each node's, each character's; and that nothing of a source is lost."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Image, Node, Text
from publisher.document.text import leaves, runs
from publisher.sources import Reading, read
from publisher.sources.source_map import LINE_END
from publisher.span import Span
from tests.sources.markdown.reading import TITLE, blocks, read_markdown, run

# Pieces of Markdown, so that made-up texts have structure; words of letters tell what is lost.
PIECES = st.sampled_from(
    (
        *(
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "\t",
            "| ",
            "::: aside\n",
            "\n:::\n",
            "```\n",
            "---\n",
        ),
        *(
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "  \n",
            "\\\n",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "``",
            "$",
            "$$",
            "\\",
            "&",
        ),
        *(
            "&amp;",
            "&#65;",
            "\\*",
            "[",
            "](",
            ")",
            "]",
            "![",
            "[^",
            "]: ",
            "^[",
            "{#",
            "{.",
            "}",
            "@",
            "[@",
        ),
        *(
            "<b>",
            "</b>",
            "<i>",
            "|",
            "|-|-|\n",
            "^",
            "~",
            "\\(",
            "\\)",
            ": ",
            "— ",
            "漢字",
            "“",
            "\u00a0",
            "\x07",
        ),
        *("*[ab]: ", "*[ab\\*]: ", "]{.gloss}", "]{.index}", "|see{", "|(", '"', "ab"),
        *("<", ">", "!", "\\index{", "{", ".", "-", "=\n", "\n: ", "\u2028"),
    )
)
TEXTS = st.lists(
    st.one_of(PIECES, st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=6)), max_size=40
).map("".join)


def nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from nodes(getattr(value, name))
    elif isinstance(value, dict | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from nodes(item)


def stretch(raw: str, span: Span) -> str:
    """The characters of a span."""
    starts = [0, *(found.end() for found in LINE_END.finditer(raw))]
    first = starts[span.line - 1] + span.column - 1
    return raw[first : starts[span.end_line - 1] + span.end_column - 1]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a *b* c", ["a ", "*b*", " c"]),
        ("a **b `c`** d", ["a ", "**b `c`**", " d"]),
        ("***a***", ["***a***"]),
        ("~~a~~[b](c 'd')", ["~~a~~", "[b](c 'd')"]),
        ("<http://a.b> ![c](d) $e$", ["<http://a.b>", " ", "![c](d)", " ", "$e$"]),
        ("a&amp;b\\*c", ["a&amp;b\\*c"]),
        ("a[@b]{.c} [d]{.e}", ["a", "@b", " ", "[d]{.e}"]),
        ("a <b>c</b> d", ["a ", "<b>c</b>", " d"]),
        ("H~2~O^[n *m*]", ["H", "~2~", "O", "^[n *m*]"]),
    ],
)
def test_inlines_stand_where_they_are_written(text: str, places: list[str]) -> None:
    raw = TITLE + text
    assert [stretch(raw, part.span) for part in run(text) if part.span] == places


def test_blocks_stand_where_they_are_written() -> None:
    text = "> a\n> b\n\n- c\n\n  d\n\n|e|\n|-|\n\n::: aside\nf\n:::\n\n```\ng\n```\n"
    raw = TITLE + text
    assert [stretch(raw, block.span) for block in blocks(text) if block.span] == [
        *("> a\n> b", "- c\n\n  d", "|e|\n|-|", "::: aside\nf\n:::", "```\ng\n```"),
    ]


def test_words_in_containers_stand_behind_their_marks() -> None:
    raw = "# T\n\n> - one\n>   two\n>\n>   > *three*\n\n1. | a | b \\| c |\n   |---|---|\n"
    texts = [node for node in nodes(read_markdown(raw).document) if isinstance(node, Text)]
    assert [stretch(raw, node.span) for node in texts if node.span] == [
        *("T", "one\n>   two", "three", "a", "b \\| c"),
    ]


def read_any(text: str) -> Reading | None:
    try:
        return read(Source("a.md", text.encode()), Metadata(language="en"))
    except PublisherError:
        return None


@given(TEXTS)
def test_each_node_has_a_place(text: str) -> None:
    if reading := read_any(text):
        assert all(node.span for node in nodes(reading.document.blocks))


@given(TEXTS)
def test_each_character_of_the_text_stands_in_the_source(text: str) -> None:
    """Characters of a Text lead back to themselves, or to what a recorded change replaced."""
    reading = read_any(text)
    if reading is None:
        return
    changed = {(edit.span.line, edit.span.column) for edit in reading.normalisations}
    for found in runs(msgspec.structs.replace(reading.document, meta=reading.document.meta)):
        for leaf in leaves(found):
            if not isinstance(leaf, Text) or not leaf.span or "<" in text or "![" in text:
                continue
            for at, character in enumerate(leaf.text):
                place = reading.source_map.within(leaf.span, at, at + 1)
                assert (
                    stretch(text, place)[:1] == character or (place.line, place.column) in changed
                ), (leaf, at)


@given(TEXTS)
@example("[^# aa]: # ")  # a definition in vain, and no line end behind it
def test_no_word_is_lost(text: str) -> None:
    """Each word of a source is in the document, or a change or a finding says where it went."""
    reading = read_any(text)
    if reading is None:
        return
    written = msgspec.json.encode(reading.document).decode()
    told = " ".join(
        [edit.before for edit in reading.normalisations]
        + [stretch(text, found.span) + found.message for found in reading.diagnostics if found.span]
    )
    for word in set(re.findall("[a-z]{2,}", re.sub(r"&\w+;|\\index", " ", text))):
        if word not in MARKUP:
            assert word in written or word in told, word


MARKUP = ("aside", "gloss", "index", "see")
"""Words that are marks in some places."""


def test_pictures_keep_their_words() -> None:
    found = [node for node in nodes(blocks("a ![b *c*](d.png 'e') f")) if isinstance(node, Image)]
    assert [(image.alt, image.title) for image in found] == [("b c", "e")]
