"""LNT012 to LNT018: links, pictures, headings."""

import pytest

from publisher.checks.source.links import fault_in
from publisher.document.nodes import (
    Aside,
    CrossRef,
    Figure,
    Heading,
    Image,
    Link,
    Paragraph,
    Text,
)
from tests.checks.source.subjects import codes, document_reading, marked, paragraph

WORDS = paragraph("Words.")


def heading(level: int, text: str, id: str | None = None) -> Heading:
    return Heading(level=level, children=(Text(text=text),), id=id)


def link(href: str) -> Paragraph:
    return Paragraph(children=(Link(href=href, children=(Text(text="there"),)),))


def test_a_link_needs_its_anchor() -> None:
    there = heading(1, "Café", id="café")
    assert codes(document_reading(there, link("#café"), link("#caf%C3%A9"))) == []
    assert codes(document_reading(there, link("#tea"))) == ["LNT012"]
    reference = Paragraph(children=(CrossRef(target="café"), CrossRef(target="tea")))
    assert codes(document_reading(there, reference)) == ["LNT012"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://",
        "https:///a",
        "https://exa mple.org",
        "http://a..b/",
        "https://http://a.org",
        "http://a.org:port/",
        "http://[::1/",
        "www.example.org",
        "mailto:nobody",
        "http://-a.org",
    ],
)
def test_malformed_addresses(address: str) -> None:
    assert fault_in(address)
    assert codes(document_reading(link(address))) == ["LNT013"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://localhost:8000/",
        "https://müller.de/ä",
        "ftp://a.org",
        "mailto:a@b.org?subject=x",
        "chapter-2.md#a",
        "../a.html",
        "tel:+47123",
        "http://[::1]:80/",
        "urn:isbn:9783161484100",
        "https://user:pw@a.org/",
        "doi:10.1000/182",
        "//a.org/b",
    ],
)
def test_good_addresses(address: str) -> None:
    assert fault_in(address) is None


def test_an_address_in_a_plain_text() -> None:
    text = "See http://www..example.org/ and https://example.org/."
    assert marked(text) == [("LNT013", "http://www..example.org/")]


def test_pictures_need_a_text() -> None:
    def figure(alt: str | None) -> Figure:
        return Figure(images=(Image(src="pictures/DSC_0042.jpg", alt=alt),))

    assert codes(document_reading(figure("A lamp"), figure(""))) == []
    assert codes(document_reading(figure(None))) == ["LNT014"]
    for name in ("DSC_0042.jpg", "DSC_0042", "IMG_12", "photo.png"):
        assert codes(document_reading(figure(name))) == ["LNT015"]


def test_levels_are_not_skipped() -> None:
    right = (heading(1, "A"), WORDS, heading(2, "B"), WORDS, heading(3, "C"), WORDS)
    assert codes(document_reading(*right, heading(1, "D"), WORDS)) == []
    assert codes(document_reading(heading(1, "A"), WORDS, heading(3, "B"), WORDS)) == ["LNT016"]


def test_a_section_holds_something() -> None:
    assert codes(document_reading(heading(1, "A"), heading(2, "B"), WORDS)) == []
    assert codes(document_reading(heading(2, "A"), heading(2, "B"), WORDS)) == ["LNT017"]
    assert codes(document_reading(WORDS, heading(1, "A"))) == ["LNT017"]
    inside = Aside(blocks=(heading(1, "A"),))
    assert codes(document_reading(inside, WORDS)) == ["LNT017"]


def test_the_same_heading_twice_in_one_section() -> None:
    one = (heading(1, "One"), WORDS, heading(2, "Result"), WORDS)
    assert (
        codes(document_reading(*one, heading(1, "Two"), WORDS, heading(2, "Result"), WORDS)) == []
    )
    assert codes(document_reading(*one, heading(2, "RESULT "), WORDS)) == ["LNT018"]
