"""Inlines beyond CommonMark: citations, references, formulas, spans, notes, index entries."""

import pytest

from publisher.document.nodes import (
    Cite,
    CiteItem,
    CrossRef,
    IndexMark,
    Inline,
    InlineCode,
    InlineMath,
    InlineSpan,
    Link,
    NoteRef,
    SmallCaps,
    Subscript,
    Superscript,
    Text,
)
from publisher.document.text import plain
from tests.sources.markdown.reading import TITLE, inline, read_markdown, run


@pytest.mark.parametrize(
    ("text", "keys", "locator"),
    [
        ("[@lee2026]", ("lee2026",), None),
        ("[@lee2026, p. 4]", ("lee2026",), "p. 4"),
        ("[-@lee2026 chap. 3]", ("lee2026",), "chap. 3"),
        ("[@lee:2026; @holm-1, pp. 4–5]", ("lee:2026", "holm-1"), "pp. 4–5"),
    ],
)
def test_citations(text: str, keys: tuple[str, ...], locator: str | None) -> None:
    found = inline(text)
    assert isinstance(found, Cite)
    assert (found.keys, found.locator) == (keys, locator)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("[see @lee, p. 3; also @holm]", [
            CiteItem("lee", "p. 3", prefix="see "), CiteItem("holm", prefix="also "),
        ]),
        ("[@a, pp. 3-4, 7 and passim]", [CiteItem("a", "pp. 3-4, 7", suffix=" and passim")]),
        ("[-@a 33]", [CiteItem("a", "33", mode="suppress_author")]),
        ("[@a, S. 12; @b Kap. iv]", [CiteItem("a", "S. 12"), CiteItem("b", "Kap. iv")]),
        ("[@a, {the last}]", [CiteItem("a", "the last")]),
        ("[@a, who says so]", [CiteItem("a", suffix=", who says so")]),
        ("[cf.\n@a, §§ 2–3]", [CiteItem("a", "§§ 2–3", prefix="cf. ")]),
        ("@a [p. 4]", [CiteItem("a", "p. 4", mode="narrative")]),
    ],
)  # fmt: skip
def test_each_work_of_a_citation(text: str, items: list[CiteItem]) -> None:
    found = inline(text)
    assert isinstance(found, Cite)
    assert list(found.items) == items
    assert found.keys == tuple(item.key for item in items)


def test_a_citation_holds_nothing_that_no_book_can_hold() -> None:
    reading = read_markdown(TITLE + "[se\x07e @a, p. 4\x08 on]")
    (cite,) = run("[se\x07e @a, p. 4\x08 on]")
    assert isinstance(cite, Cite)
    assert (cite.items, cite.locator) == (
        (CiteItem("a", "p. 4", prefix="see ", suffix=" on"),),
        "p. 4 on",
    )
    assert [found.code for found in reading.diagnostics] == ["SRC008", "SRC008"]


def test_what_stands_around_a_citation_is_text() -> None:
    found = run("As [see @lee, p. 3; cf. @fig-a, left; also @holm] says.")
    assert [part.text if isinstance(part, Text) else type(part) for part in found] == [
        *("As ", Cite, "; cf. ", CrossRef, ", left", ";", Cite, " says."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("Mail [me@a.example].", "Ask @lee.", "[@lee](https://a.example)"),
        *("Ask @lee [now].", "Ask @lee [2].", "a@lee [p. 3]", "Ask @lee [p. 3](https://a.example)"),
    ],
)
def test_people_are_no_citations(text: str) -> None:
    assert not any(isinstance(part, Cite) for part in run(text))


@pytest.mark.parametrize(
    ("text", "target", "form"),
    [
        ("@fig-lamp", "fig-lamp", "number"),
        ("[@tbl-a]", "tbl-a", "number"),
        ("[@sec-b]{.page}", "sec-b", "page"),
        ("[](#sec-b)", "sec-b", "title"),
    ],
)
def test_cross_references(text: str, target: str, form: str) -> None:
    found = inline(text)
    assert isinstance(found, CrossRef)
    assert (found.target, found.form) == (target, form)


def test_an_id_in_brackets_is_a_reference_where_something_has_it() -> None:
    document = read_markdown("# T\n\nSee [#here] and [#there].\n\n{#here}\nText.\n").document
    assert [type(part) for part in document.blocks[0].children] == [Text, CrossRef, Text]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("$a+b$", ["a+b"]),
        ("\\(a+b\\)", ["a+b"]),
        ("from $5 to $6", []),
        ("US$5 and $a$", ["a"]),
        ("\\$a$ b", []),
        ("in $$x$$ here", ["x"]),
        ("$20,000 and $30", []),
    ],
)
def test_formulas(text: str, formulas: list[str]) -> None:
    assert [part.text for part in run(text) if isinstance(part, InlineMath)] == formulas


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("~~a *b*~~", InlineSpan, "a b"),
        ("[nato]{.smallcaps}", SmallCaps, "nato"),
        ("[oui]{lang=fr}", InlineSpan, "oui"),
        ("[a]{.mark}", InlineSpan, "a"),
        ("~2~", Subscript, "2"),
        ("^nd^", Superscript, "nd"),
        ("`a`{.x}", InlineCode, "a"),
    ],
)
def test_spans(text: str, kind: type[Inline], words: str) -> None:
    found = inline(text)
    assert isinstance(found, kind)
    assert plain((found,)) == words


def test_what_a_span_says() -> None:
    found = inline("[oui]{.foreign lang=fr dir=ltr #x}")
    assert isinstance(found, InlineSpan)
    assert (found.role, found.language, found.direction, found.id) == ("foreign", "fr", "ltr", "x")


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("a [lamp]{.index}", ("lamp",), "a lamp"),
        ("a [lamp]{.index entry='light!lamp'}", ("light", "lamp"), "a lamp"),
        ("a\\index{light!lamp} b", ("light", "lamp"), "a b"),
    ],
)
def test_index_entries(text: str, terms: tuple[str, ...], shown: str) -> None:
    found = run(text)
    (mark,) = (part for part in found if isinstance(part, IndexMark))
    assert (mark.terms, plain(found)) == (terms, shown)


def test_a_link_has_attributes() -> None:
    found = inline("[a](https://b.example){#c}")
    assert isinstance(found, Link)
    assert found.id == "c"


def test_links_inside_the_document_lead_to_valid_ids() -> None:
    found = inline("[a](#1-b)")
    assert isinstance(found, Link)
    assert found.href == "#id-1-b"


def test_calls_of_notes() -> None:
    document = read_markdown("# T\n\na[^b]c\n\n[^b]: d\n").document
    assert [type(part) for part in document.blocks[0].children] == [Text, NoteRef, Text]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one\ntwo", "one two"),
        ("漢字\n仮名", "漢字仮名"),
        ("漢字\nkana", "漢字 kana"),
        ("한국\n어", "한국 어"),
    ],
)
def test_line_ends_are_spaces_where_a_script_has_them(text: str, words: str) -> None:
    assert plain(run(text)) == words


def test_changes_are_recorded() -> None:
    reading = read_markdown("# T\n\na \n  b \\* c &amp; d\n")
    assert [(each.rule, each.before, each.after) for each in reading.normalisations] == [
        ("line-end", " \n  ", " "),
        ("escape", "\\", ""),
        ("character-reference", "&amp;", "&"),
    ]
