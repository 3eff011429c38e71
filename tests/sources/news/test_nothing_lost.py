"""JSON and news texts made up by hypothesis: each character arrives, with its place."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Text
from publisher.document.text import leaves, plain, runs
from publisher.sources import Reading, read
from publisher.sources.news.json_text import parse_json
from tests.strategies import texts

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcdef", max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_json_has_the_values_that_the_standard_library_finds(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    parsed = parse_json("a.json", text)
    assert parsed.value == json.loads(text)
    assert parsed.diagnostics == ()


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=4), texts, max_size=4), st.booleans())
def test_each_text_in_json_stands_where_it_is_said_to(
    value: dict[str, str], ascii_only: bool
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    parsed = parse_json("a.json", text)
    for key, held in value.items():
        start = parsed.starts[f"$.{key}"]
        assert parsed.source_map.text[start : start + len(held)] == held


def bare(text: str) -> str:
    """Without white space, which readers may change and record."""
    return re.sub(r"[ \t\r\n]", "", text)


def read_body(text: str, **fields: str) -> Reading:
    item = {"uri": "x:1", "headline": "A", "language": "en", **fields, "body_text": text}
    return read(Source("a.json", json.dumps(item, ensure_ascii=False).encode()), Metadata())


@given(texts)
def test_a_plain_body_loses_nothing_but_recorded_space(text: str) -> None:
    found = read_body(f"a{text}")
    words = [plain(run) for block in found.document.blocks for run in runs(block)]
    assert bare("".join(words)) == bare(f"a{text}")
    for run in (run for block in found.document.blocks for run in runs(block)):
        for leaf in leaves(run):
            assert isinstance(leaf, Text)
            assert leaf.span


@given(texts, texts, texts)
def test_nitf_loses_nothing_of_its_text(headline: str, first: str, second: str) -> None:
    from lxml import etree

    def clean(text: str) -> str:
        return re.sub(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text).replace(
            "\r", "\n"
        )

    parts = [clean(part) for part in (headline, first, second)]
    root = etree.Element("nitf")
    body = etree.SubElement(root, "body")
    head = etree.SubElement(etree.SubElement(etree.SubElement(body, "body.head"), "hedline"), "hl1")
    head.text = f"H{parts[0]}"
    content = etree.SubElement(body, "body.content")
    for part in parts[1:]:
        paragraph = etree.SubElement(content, "p")
        paragraph.text = "a"
        inner = etree.SubElement(paragraph, "person")
        inner.text = f"b{part}"
        inner.tail = "c"
    found = read(Source("a.nitf", etree.tostring(root, encoding="utf-8")), Metadata(language="en"))
    words = [plain(run) for block in found.document.blocks for run in runs(block)]
    squeeze = re.compile(r"\s")
    assert squeeze.sub("", "".join(words)) == squeeze.sub(
        "", "".join(f"ab{part}c" for part in parts[1:])
    )
    assert squeeze.sub("", plain(found.document.meta.title)) == squeeze.sub("", f"H{parts[0]}")
