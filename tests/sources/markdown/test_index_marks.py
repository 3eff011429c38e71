r"""Index marks: makeindex's syntax in `\index{…}`, the readable one in braces; glossary terms."""

from typing import Any

import pytest

from publisher.document.nodes import Emphasis, IndexMark, InlineSpan, Text
from publisher.document.text import plain
from tests.sources.markdown.reading import TITLE, findings, run


def said(mark: IndexMark) -> dict[str, Any]:
    """The fields of a mark that are not at their defaults, but for its place."""
    defaults = IndexMark(terms=())
    return {
        name: value
        for name in mark.__struct_fields__
        if name != "span" and (value := getattr(mark, name)) != getattr(defaults, name)
    }


def emphasis(words: str) -> Emphasis:
    return Emphasis(children=(Text(text=words),))


def marks(text: str) -> list[dict[str, Any]]:
    return [said(node) for node in run(text) if isinstance(node, IndexMark)]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("lamp", {"terms": ("lamp",)}),
        ("light!lamp", {"terms": ("light", "lamp")}),
        (" light ! lamp ", {"terms": ("light", "lamp")}),
        ("lamp|(", {"terms": ("lamp",), "range": "start"}),
        ("lamp|)", {"terms": ("lamp",), "range": "end"}),
        ("lamp|textbf", {"terms": ("lamp",), "main": True}),
        ("lamp|(textbf", {"terms": ("lamp",), "range": "start", "main": True}),
        ("lamp|see{light}", {"terms": ("lamp",), "see": ("light",)}),
        ("lamp|see{light!lamp}", {"terms": ("lamp",), "see": ("light", "lamp")}),
        ("lamp|seealso{light}", {"terms": ("lamp",), "see_also": ("light",)}),
        ("alpha@α rays", {"terms": ("α rays",), "sort": ("alpha",)}),
        ("a@b!c", {"terms": ("b", "c"), "sort": ("a", "")}),
        ("a!b@c", {"terms": ("a", "c"), "sort": ("", "b")}),
        ("a!!b", {"terms": ("a", "b")}),
        ("a@", {"terms": ("a",)}),
        (
            r"ship@\emph{ship}",
            {"terms": ("ship",), "sort": ("ship",), "printed": ((emphasis("ship"),),)},
        ),
        (
            r"\textbf{a \emph{b}}",
            {"terms": ("a b",), "printed": ((Text(text="a "), emphasis("b")),)},
        ),
        ("Austen!*Emma*", {"terms": ("Austen", "Emma"), "printed": ((), (emphasis("Emma"),))}),
        ("2 * 3 * 4", {"terms": ("2 * 3 * 4",)}),
        (r"pr{i}nt \& bind", {"terms": ("print & bind",)}),
        ('Yahoo"!', {"terms": ("Yahoo!",)}),
        ('a"@b"|c', {"terms": ("a@b|c",)}),
        ('a""b', {"terms": ('a"b',)}),
        (r"M\"uller", {"terms": (r"M\"uller",)}),
        ("x" * 900, {"terms": ("x" * 900,)}),
    ],
)
def test_what_makeindex_reads(words: str, fields: dict[str, Any]) -> None:
    assert marks(f"a\\index{{{words}}} b") == [fields]


@pytest.mark.parametrize("text", [r"\index{}", r"\index{a", r"\index{a{b}", "\\index{a\nb}"])
def test_what_is_no_mark_is_text(text: str) -> None:
    assert marks(text) == []
    assert "index" in plain(run(text))


@pytest.mark.parametrize(
    ("braces", "fields"),
    [
        ("", [{"terms": ("Lamp!",)}]),
        (" entry='light!lamp'", [{"terms": ("light", "lamp")}]),
        (" entry='Yahoo\"!'", [{"terms": ("Yahoo!",)}]),
        (" range=start .main", [{"terms": ("Lamp!",), "range": "start", "main": True}]),
        (" range=end", [{"terms": ("Lamp!",), "range": "end"}]),
        (" sort='light!lamp'", [{"terms": ("Lamp!",), "sort": ("light", "lamp")}]),
        (" see=light", [{"terms": ("Lamp!",), "see": ("light",)}]),
        (
            " #x see-also='light!gas; oil'",
            [
                {"terms": ("Lamp!",), "see_also": ("light", "gas"), "id": "x"},
                {"terms": ("Lamp!",), "see_also": ("oil",)},
            ],
        ),
    ],
)
def test_what_braces_say(braces: str, fields: list[dict[str, Any]]) -> None:
    text = f"a [Lamp!]{{.index{braces}}} b"
    assert marks(text) == fields
    assert plain(run(text)) == "a Lamp! b"
    assert findings(TITLE + text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"a\index{b|textit} c", [("IDX011", 4, 2)]),
        (r"a\index{b@\textsc{b}} c", [("MKD013", 4, 2)]),
        ("a []{.index} b", [("IDX010", 4, 3)]),
        ("a [b]{.index range=begin} c", [("MKD013", 4, 3)]),
        ("a [b]{.index see=c range=start} d", [("MKD013", 4, 3)]),
    ],
)
def test_what_has_no_effect_is_told(text: str, found: list[tuple[str, int, int]]) -> None:
    assert findings(TITLE + text) == found


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[kerning]{.gloss}", "kerning"),
        ("[kerning]{.glossary}", "kerning"),
        ("[*kerned*  type]{.gloss}", "kerned type"),
        ("[kerned]{.gloss entry='kerning'}", "kerning"),
    ],
)
def test_terms_of_the_glossary(text: str, target: str) -> None:
    (found,) = run(text)
    assert isinstance(found, InlineSpan)
    assert (found.role, found.target) == ("glossary-term", target)
