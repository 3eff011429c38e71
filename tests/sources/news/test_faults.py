"""News formats: each finding, and where it points."""

import json

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Figure
from publisher.document.text import plain
from publisher.sources import Reading, read

TWO = """<rss version="2.0"><channel>
<item><title>One</title><guid>a</guid><description>First.</description></item>
<item><title>Two</title><guid>b</guid><description>Second.</description></item>
</channel></rss>"""


def found_in(name: str, text: str, entry: str | None = None) -> list[tuple[str, int, int]]:
    """The codes and places of all findings, whether the file could be read or not."""
    try:
        diagnostics = read(Source(name, text.encode()), Metadata(entry=entry)).diagnostics
    except PublisherError as failure:
        diagnostics = failure.diagnostics
    return [(found.code, found.span.line, found.span.column) for found in diagnostics if found.span]


def reading(name: str, text: str, entry: str | None = None) -> Reading:
    return read(Source(name, text.encode()), Metadata(entry=entry))


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"headline":\n "cut', "NWS001", 2, 6),
        ('{"headline":\n  }', "NWS001", 2, 3),
        ('{"a": 1}\n{', "NWS001", 2, 1),
        ('{"a": [1, NaN]}', "NWS001", 1, 11),
        ('{"a": -Infinity}', "NWS001", 1, 7),
        ('{"a": "\\x"}', "NWS001", 1, 8),
        ('{"a": 01}', "NWS001", 1, 8),
        ('{"a" 1}', "NWS001", 1, 6),
        ("[1 2]", "NWS001", 1, 4),
        ("{1: 2}", "NWS001", 1, 2),
        (f'{{"a": {"9" * 5000}}}', "NWS001", 1, 7),
        ("[" * 100_000, "NWS002", 1, 65),
        ('{"headline": "A",\n "headline": "B"}', "NWS003", 2, 2),
        ('{"headline": "A \\ud83d"}', "NWS004", 1, 17),
        ('{"uri": "x:1"}', "NWS005", 1, 1),
        ('{"headline": "A",\n "embargoed": "2026-05-04"}', "NWS006", 2, 16),
        ('{"headline": "A"}', "NWS007", 1, 1),
        ('{"headline": "A",\n "language": 7}', "NWS008", 2, 14),
        ('{"headlines": [{"value": 7}]}', "NWS008", 1, 26),
        ('{"headline": "A", "body_text": {}}', "NWS008", 1, 32),
        ('"text"', "NWS008", 1, 2),
        ('{"headline": "A", "body_text": "B", "body_html": "<p>B</p>"}', "NWS009", 1, 33),
        ('{"headline": "A", "pubstatus": "canceled"}', "NWS010", 1, 33),
        ('{"headline": "A", "ednote": "look"}', "NWS011", 1, 30),
        ('{"headline": "A", "urgency": 4}', "NWS012", 1, 1),
        ("[]", "NWS013", 1, 1),
        ('[{"headline": "A"}, {"headline": "B"}]', "NWS014", 1, 1),
    ],
)
def test_findings_in_json(text: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in found_in("item.json", text)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("<rss><channel/></rss>", "NWS013", 1),
        (TWO, "NWS014", 1),
        ("<svg>\n</svg>", "NWS016", 1),
        (
            "<newsItem><contentMeta><headline>A</headline></contentMeta>\n<contentSet>\n"
            '<remoteContent href="https://x.example/a.xml"/></contentSet></newsItem>',
            "NWS017",
            3,
        ),
        (
            "<nitf>\n<body><body.head><hedline><hl1>A</hl1></hedline></body.head></body></nitf>",
            "NWS007",
            1,
        ),
        ("<nitf><body/></nitf>", "NWS005", 1),
        (
            "<newsItem><contentMeta><headline>A</headline></contentMeta><contentSet>\n"
            '<inlineXML contenttype="application/sportsml+xml"><sports>1:0</sports></inlineXML>'
            "</contentSet></newsItem>",
            "NWS012",
            2,
        ),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]>\n<nitf/>', "SRC014", 1),
    ],
)
def test_findings_in_xml(text: str, code: str, line: int) -> None:
    assert (code, line) in [(found, at) for found, at, _ in found_in("item.xml", text)]


@pytest.mark.parametrize(("entry", "title"), [("2", "Two"), ("b", "Two"), ("1", "One")])
def test_one_of_several_entries_is_picked_by_number_or_name(entry: str, title: str) -> None:
    found = reading("feed.rss", TWO, entry=entry)
    assert plain(found.document.meta.title) == title
    assert "NWS018" in [one.code for one in found.diagnostics]


@pytest.mark.parametrize("entry", ["3", "0", "-1", "c", "²"])
def test_an_entry_that_is_not_there_is_named(entry: str) -> None:
    assert found_in("feed.rss", TWO, entry=entry)[0][0] == "NWS015"


def test_what_belongs_to_an_item_has_its_version() -> None:
    logo = {"type": "picture", "renditions": {"a": {"href": "a.png"}}}
    item = {"headline": "A", "associations": {"logo": logo}}
    (figure,) = reading("item.json", json.dumps(item)).document.blocks
    assert isinstance(figure, Figure)
    assert figure.images[0].src == "a.png"


def test_an_item_of_a_picture_is_a_figure() -> None:
    text = (
        '<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>'
        "<headline>An egg</headline><description>On a table.</description></contentMeta>"
        '<contentSet><remoteContent href="egg.jpg" contenttype="image/jpeg"/></contentSet>'
        "</newsItem>"
    )
    (figure,) = reading("item.xml", text).document.blocks
    assert isinstance(figure, Figure)
    assert (figure.images[0].src, plain(figure.caption)) == ("egg.jpg", "On a table.")


def test_every_wrong_field_is_named_as_it_is_written() -> None:
    text = '{"uri": 7, "headlines": "x", "copyrightNotice": [], "bodies": [null]}'
    with pytest.raises(PublisherError) as caught:
        read(Source("item.json", text.encode()), Metadata())
    messages = [found.message for found in caught.value.diagnostics]
    assert messages == [
        "the field uri should be text, and is a number",
        "the field copyrightNotice should be text, and is a list",
        "the field headlines should be a list, and is text",
        "the field bodies[0] should be an object, and is null",
    ]


@pytest.mark.parametrize(
    ("fields", "version"),
    [
        ({"headline": "A"}, "ninjs 1"),
        ({"body_text": "A", "headlines": [{"value": "B"}]}, "ninjs 1"),
        ({"headlines": [{"value": "A"}]}, "ninjs 3"),
        ({"headlines": [{"value": "A"}], "standard": {"version": "2.2"}}, "ninjs 2"),
        ({"headline": "A", "$standard": {"version": "1.3"}}, "ninjs 1"),
    ],
)
def test_the_version_is_what_the_item_says_or_shows(
    fields: dict[str, object], version: str
) -> None:
    found = reading("item.json", json.dumps({"uri": "x:1", **fields}))
    assert {line.reason for line in found.lines if line.role == "identifier"} == {version}


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One\nis long.\n\nTwo.", ["One is long.", "Two."]),
        ("\r\n One.\r\n \r\nTwo. \r\n", ["One.", "Two."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("One.  Two\tthree.", ["One. Two three."]),
    ],
)
def test_plain_text_is_parted_at_blank_lines_else_at_line_ends(
    text: str, paragraphs: list[str]
) -> None:
    found = reading("item.json", json.dumps({"headline": "A", "body_text": text}))
    assert [plain(getattr(b, "children", ())) for b in found.document.blocks] == paragraphs


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sun, 03 May 2026 23:10:00 -0500", "2026-05-03"),
        ("2026-05-03T23:10:00Z", "2026-05-03"),
        ("20260503T231000Z", "2026-05-03"),
        ("yesterday", None),
        ("2026-13-40", None),
    ],
)
def test_days_are_read_as_mail_and_iso_write_them(written: str, day: str | None) -> None:
    text = (
        f"<rss><channel><item><title>A</title><pubDate>{written}</pubDate></item></channel></rss>"
    )
    assert reading("feed.rss", text).document.meta.date == day


def test_a_message_with_several_texts_asks_for_one_and_keeps_its_own_picture() -> None:
    item = (
        '<newsItem guid="{0}"><itemMeta><itemClass qcode="ninat:{1}"/></itemMeta>'
        "<contentMeta><headline>{0}</headline></contentMeta><contentSet>{2}</contentSet></newsItem>"
    )
    text, picture = "<inlineData>Words.</inlineData>", '<remoteContent href="{}.jpg"/>'
    message = "".join(
        [
            "<newsMessage><itemSet>",
            '<packageItem><groupSet><group><itemRef residref="b"/><itemRef residref="p"/></group>',
            "</groupSet></packageItem>",
            item.format("a", "text", text),
            item.format("b", "text", text),
            item.format("p", "picture", picture.format("p")),
            item.format("q", "picture", picture.format("q")),
            "</itemSet></newsMessage>",
        ]
    )
    assert found_in("m.xml", message)[0][0] == "NWS014"
    blocks = reading("m.xml", message, entry="b").document.blocks
    assert [block.images[0].src for block in blocks if hasattr(block, "images")] == ["p.jpg"]
    assert [
        type(block).__name__ for block in reading("m.xml", message, entry="a").document.blocks
    ] == ["Paragraph"]
