# ruff: noqa: E501 (a row of a table is one line)
"""Pages: the article found, its head, what is left out; encodings; whole files; faults."""

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import CodeBlock, Text
from publisher.document.text import document_text, leaves, plain, runs
from publisher.sources import Reading, read
from publisher.sources.html.said import iso_day
from publisher.span import Span
from tests.conftest import ROOT
from tests.sources.html.outline import outline
from tests.strategies import texts

PAGES = Path(__file__).parent / "pages"


def read_page(page: str | bytes, name: str = "page.html", *, whole: bool = False) -> Reading:
    data = page.encode() if isinstance(page, str) else page
    return read(Source(name, data), Metadata(whole=whole or None))


def explained(reading: Reading) -> str:
    return "\n".join(
        f"{line.first:>3}–{line.last:<3} {line.role:<10} {line.rule} ({line.confidence:.0%}): {line.reason}"
        for line in reading.lines
    )


@pytest.mark.parametrize("name", ["news", "blog"])
def test_saved_pages(name: str, golden: Callable[[Path, str], None]) -> None:
    reading = read_page((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    found = "\n".join(f"{one.code} {one.message}" for one in reading.diagnostics)
    golden(
        PAGES / f"{name}.golden", f"{outline(reading.document)}\n{explained(reading)}\n\n{found}\n"
    )


def squeezed(text: str) -> Counter[str]:
    """How often each character is in a text, white space aside."""
    return Counter(re.sub(r"\s+", "", text))


def accounted(reading: Reading) -> Counter[str]:
    """The characters of the document, and those of the records of what is not in it."""
    document = reading.document
    code = "".join(block.text for block in document.blocks if isinstance(block, CodeBlock))
    bylines = "".join(byline.text for byline in document.meta.byline)
    before = "".join(change.before for change in reading.normalisations)
    after = "".join(one.after for one in reading.normalisations if one.rule == "byline")
    return squeezed(document_text(document) + code + bylines + before) - squeezed(after)


@pytest.mark.parametrize("name", ["news", "blog"])
def test_nothing_of_a_page_is_lost(name: str) -> None:
    markup = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    shown = re.sub(r"(?s)<head>.*</head>|<!DOCTYPE[^>]*>|<script.*?</script>|<[^>]*>", "", markup)
    assert accounted(read_page(markup)) == squeezed(html.unescape(shown))


BOXES = [
    "p",
    "div",
    "div class=share",
    "nav",
    "h2",
    "li",
    "blockquote",
    "aside class=related",
    "td",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(BOXES), texts), max_size=12))
def test_nothing_of_any_page_is_lost(boxes: list[tuple[str, str]]) -> None:
    """Each word is in the document, in its order, or in a record of what was left out."""
    boxes = [(box, text.replace("\0", "")) for box, text in boxes]
    body = "".join(
        f"<{box}>{html.escape(text)}</{box.split()[0]}>" for box, text in [*boxes, ("p", "End")]
    )
    reading = read(Source("a.html", f"<h1>T</h1>{body}".encode()), Metadata(language="en"))
    assert accounted(reading) == squeezed("T" + "".join(text for _, text in boxes) + "End")


def test_a_clean_file_is_taken_whole() -> None:
    page = "<h1>T</h1><nav>N</nav><p>Text</p><footer>F</footer>"
    assert document_text(read_page(page, whole=True).document) == "T\nN\nText\nF"
    assert document_text(read_page(page).document) == "T\nText"


def test_xhtml_is_read_as_xml_where_it_is_some() -> None:
    page = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de">'
        "<head><title>T</title></head>\n<body><h1>T</h1>\n<div/><p>Eins</p></body></html>"
    )
    reading = read_page(page, "a.xhtml")
    assert document_text(reading.document) == "T\nEins"
    assert reading.document.meta.language == "de"
    assert reading.document.blocks[0].span == Span("a.xhtml", 4, 1, 4, 1)
    broken = read_page(page.replace("</p>", ""), "a.xhtml")
    assert document_text(broken.document) == "T\nEins"


ENCODINGS = [
    ("<meta charset=iso-8859-2><p>Łódź", "iso8859-2", "declared", None),
    ("<meta http-equiv=Content-Type content='text/html; charset=shift_jis'><p>日本", "cp932", "declared", None),
    ("<p>café", "utf-8", "well-formed", None),
    ("<meta charset=windows-1252><p>café", "utf-8", "well-formed", "HTM007"),
    ("<meta charset=utf-8><p>café", "cp1252", "not-as-declared", "HTM007"),
    ("\ufeff<p>café", "utf-16-le", "byte-order-mark", None),
]  # fmt: skip


@pytest.mark.parametrize(("page", "encoding", "rule", "code"), ENCODINGS)
def test_encodings(page: str, encoding: str, rule: str, code: str | None) -> None:
    reading = read_page(page.encode(encoding))
    assert (reading.encoding.value, reading.encoding.rule) == (encoding, rule)
    assert document_text(reading.document).strip() == page.rpartition(">")[2]
    assert [one.code for one in reading.diagnostics if one.code == "HTM007"] == [code][: bool(code)]


def test_the_place_of_a_byte_that_is_not_as_declared() -> None:
    (found,) = read_page(b"<meta charset=utf-8>\n<h1>T</h1><p>caf\xe9 noir").diagnostics
    assert found.code == "HTM007"
    assert found.span == Span("page.html", 2, 17, 2, 18)
    assert "offset 37" in found.message


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (b"", "SRC003"),
        (b"<html><body> \n</body></html>", "HTM008"),
        (b"<script>1</script>", "HTM008"),
        (b"<p>a\0b", "SRC006"),
        (b"<b>" * 300_000, "HTM009"),
    ],
)
def test_what_cannot_be_read(page: bytes, code: str) -> None:
    with pytest.raises(PublisherError, match=code):
        read_page(page)


TEXT = "<p>" + "The harbour was quiet on the day that the new lamp came ashore. " * 8 + "</p>"


@pytest.mark.parametrize(
    ("head", "body", "title", "rule"),
    [
        ("<title>The lamp | Site</title>", "<h2>Site</h2><h1>The lamp</h1>", "The lamp", "heading-is-title"),
        ("", "<h1>The lamp</h1>", "The lamp", "first-level-heading"),
        ("<title>The lamp – Our Site</title>", "", "Our Site", "title-element"),
        ("<meta property=og:title content='The lamp'><title>x</title>", "", "The lamp", "meta-og:title"),
        ("", "<h2>The lamp</h2>", "The lamp", "last-heading"),
    ],
)  # fmt: skip
def test_headlines(head: str, body: str, title: str, rule: str) -> None:
    reading = read_page(f"<html lang=en><head>{head}</head><body>{body}{TEXT}{TEXT}")
    assert plain(reading.document.meta.title) in (title, "The lamp")
    role = next(line for line in reading.lines if line.role == "headline")
    assert role.rule == rule
    assert any(one.code == "HTM010" for one in reading.diagnostics) == (rule == "last-heading")


def test_bylines_and_dates() -> None:
    head = "<meta name=author content='Ann Lee'><meta property=article:published_time content=2024-05-03T10:00Z>"
    page = f"<html lang=en><head>{head}</head><body><h1>T</h1><p>By Ann Lee, 3 May 2024</p>{TEXT}{TEXT}"
    meta = read_page(page).document.meta
    assert [(one.text, one.name) for one in meta.byline] == [("Ann Lee", "Ann Lee")]
    assert meta.date == "2024-05-03"
    page = f"<html lang=de><body><h1>T</h1><p class=byline>Von Bo Ek</p>{TEXT}{TEXT}"
    assert [(one.text, one.name) for one in read_page(page).document.meta.byline] == [
        ("Von Bo Ek", "Bo Ek")
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-03T10:00Z", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("2024-02-30", None),
        ("May 3", None),
    ],
)
def test_days(written: str, day: str | None) -> None:
    assert iso_day(written) == day


def test_a_page_without_main_text_is_told() -> None:
    page = "<html lang=en><nav><a href=/>Home</a></nav><h1>Only a headline</h1>"
    assert [one.code for one in read_page(page).diagnostics] == ["HTM011", "HTM012", "HTM013"]


def test_no_link_leads_to_what_was_left_out() -> None:
    page = "<html lang=en><body><h1>T</h1><p>A <a href='#x'>b</a> <a href=other.php>c</a></p><nav id=x>N</nav>"
    reading = read_page(page)
    assert outline(reading.document).splitlines()[-1] == "paragraph: A b c"
    assert [one.code for one in reading.diagnostics] == ["HTM004", "HTM011", "HTM012"]


def test_a_link_to_a_source_beside_the_page_is_kept() -> None:
    page = "<html lang=en><body><h1 id=top>T</h1><p>A <a href='02.md#x'>b</a> <a href=/c.md>c</a>"
    document = read_page(page).document
    assert outline(document).splitlines()[-1] == "paragraph: A [b](02.md#x) c"
    assert document.meta.anchor == "top"


def test_boxes_keep_their_ids_on_a_clean_page_alone() -> None:
    words = " ".join(["They read it in the morning, over eggs and tea."] * 12)
    article = f"<div id=box><p>{words}</p></div><h2 id=part>Part</h2><p>{words}</p>"
    clean = read_page(f"<html lang=en><h1>T</h1>{article}").document
    saved = read_page(
        f"<html lang=en><nav><a href=/>Home</a></nav><h1>T</h1>{article}<footer><a href=/>x</a></footer>"
    ).document
    assert [block.id for block in clean.blocks] == ["box", "part", None]
    assert [block.id for block in saved.blocks] == [None, "part", None]


def test_places_inside_a_passage_are_exact() -> None:
    page = "<html lang=en><h1>T</h1>\n<p>a &amp; b\r\n   c <i>d&eacute;</i>\n\tfin &lt;x"
    reading = read_page(page, whole=True)
    (block,) = reading.document.blocks
    (run,) = runs(block)
    starts = {
        character: (place.line, place.column)
        for leaf in leaves(run)
        if isinstance(leaf, Text) and leaf.span
        for at, character in enumerate(leaf.text)
        if (place := reading.source_map.within(leaf.span, at, at + 1))
    }
    del starts[" "]
    assert starts == {
        "a": (2, 4),
        "&": (2, 6),
        "b": (2, 12),
        "c": (3, 4),
        "d": (3, 9),
        "é": (3, 10),
        "f": (4, 2),
        "i": (4, 3),
        "n": (4, 4),
        "<": (4, 6),
        "x": (4, 10),
    }


def test_the_example_in_the_docs() -> None:
    page = (ROOT / "docs" / "html.md").read_text(encoding="utf-8")
    example = re.search(r"(?ms)^```html\n(.*?)^```", page)
    assert example
    reading = read_page(example[1])
    for line in reading.lines:
        if line.role != "left-out":
            assert f"`{line.rule}`" in page
    assert plain(reading.document.meta.title) == "A lighthouse gets a smaller light"
    assert len(reading.document.blocks) == 3
