"""Letters, signs and other quotations, the parts of a letter, verse with its numbers."""

from typing import Any

import pytest

from publisher.document.nodes import InlineSpan, Paragraph, Quote, Verse
from publisher.document.text import plain
from publisher.sources.markdown.roles import PARAGRAPHS, QUOTES
from tests.sources.markdown.reading import TITLE, block, findings


def quote(text: str) -> Quote:
    found = block(text)
    assert isinstance(found, Quote)
    return found


def verse(text: str) -> Verse:
    found = block(text)
    assert isinstance(found, Verse)
    return found


@pytest.mark.parametrize("name", QUOTES)
def test_containers_are_quotations_of_a_role(name: str) -> None:
    found = quote(f"::: {name}\nWords.\n\n— *A. B.*\n:::")
    assert (found.role, plain(found.attribution)) == (QUOTES[name], "A. B.")
    assert findings(f"{TITLE}::: {name}\nWords.\n:::") == []


def test_a_class_on_the_line_above_is_a_role() -> None:
    assert quote("{.letter #a}\n> Words.").role == "letter"
    assert quote("::: quote\nWords.\n:::").role is None
    assert findings(TITLE + "{.letter .grey}\n> Words.") == [("MKD013", 5, 1)]


@pytest.mark.parametrize("role", sorted(PARAGRAPHS))
@pytest.mark.parametrize(
    "form", ["[Dear *Sir*,]{{.{} #a lang=fr}}", "{{.{} #a lang=fr}}\nDear *Sir*,"]
)
def test_the_parts_of_a_letter(role: str, form: str) -> None:
    found = block(form.format(role))
    assert isinstance(found, Paragraph)
    assert (found.role, found.id, found.language) == (role, "a", "fr")
    assert plain(found.children) == "Dear Sir,"


def test_a_span_within_a_paragraph_stays_one() -> None:
    found = block("Yours, [A. B.]{.signature}")
    assert isinstance(found, Paragraph)
    assert found.role is None
    assert isinstance(span := found.children[1], InlineSpan)
    assert span.role == "signature"


def test_a_letter() -> None:
    found = quote(
        "::: letter\n[Longbourn]{.dateline}\n\n[Dear Sir,]{.salutation}\n\nIt rains.\n\n"
        "[Yours,]{.valediction}\n\n[A. B.]{.signature}\n:::"
    )
    roles = [each.role for each in found.blocks if isinstance(each, Paragraph)]
    assert roles == ["dateline", "salutation", None, "valediction", "signature"]


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        ("::: verse", {}),
        ("::: {.verse numbered=4}", {"numbered": 4}),
        ("::: {.verse .numbered start=12}", {"numbered": 5, "start": 12}),
        ('::: {.verse title="The sea"}', {"title": "The sea"}),
    ],
)
def test_what_is_said_of_verse(opening: str, fields: dict[str, Any]) -> None:
    found = verse(f"{opening}\na\n\nb\nc\n:::")
    said = {"numbered": found.numbered, "start": found.start, "title": plain(found.title)}
    assert said == {"numbered": 0, "start": 1, "title": ""} | fields
    assert [len(stanza) for stanza in found.stanzas] == [1, 2]
    assert findings(f"{TITLE}{opening}\na\n:::") == []


@pytest.mark.parametrize("given", ["numbered=x", "start=-1", "width=3"])
def test_what_says_nothing_of_verse_is_told(given: str) -> None:
    assert [code for code, _, _ in findings(f"{TITLE}::: {{.verse {given}}}\na\n:::")] == ["MKD013"]


def test_attributes_above_lines_with_bars() -> None:
    found = verse('{numbered=2 title="T" #a}\n| a\n| b')
    assert (found.numbered, plain(found.title), found.id) == (2, "T", "a")


@pytest.mark.parametrize("text", ["| a\n|\n| — B. C.", "::: verse\na\n\n— B. C.\n:::"])
def test_whose_verse_it_is(text: str) -> None:
    found = verse(text)
    assert (len(found.stanzas), plain(found.attribution)) == (1, "B. C.")


@pytest.mark.parametrize("text", ["| — a", "| a\n| — b", "| a\n|\n| — b\n| c"])
def test_a_dash_that_opens_no_attribution(text: str) -> None:
    assert verse(text).attribution == ()


def test_verse_in_a_quotation() -> None:
    found = quote("> Words.\n>\n> | a\n> |   b\n>\n> — C.")
    assert [type(each) for each in found.blocks] == [Paragraph, Verse]
    assert plain(found.attribution) == "C."


def test_attributes_with_nothing_below_are_told() -> None:
    assert findings(TITLE + "Words.\n\n{.letter}\n") == [("MKD013", 6, 1)]
