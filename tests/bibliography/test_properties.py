"""What holds for any references: nothing crashes, and each work cited is listed once."""

import json
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.bibliography import Library, Style, find_style
from publisher.bibliography.documents import cite_documents
from publisher.bibliography.reading import read_references
from publisher.bibliography.reference import DATES, FIELDS, NAMES, TYPES
from publisher.diagnostics import PublisherError
from publisher.document.document import Document, Meta
from publisher.document.nodes import Cite, CiteItem, Paragraph, Text
from publisher.document.text import document_text

STYLES = tuple(find_style(name) for name in ("apa", "ieee", "chicago-notes-bibliography", "nature"))

_WORDS = st.text(
    st.one_of(
        st.sampled_from("<i></i>&{}\\\"'“”.,;:!?()[]-–  \ufdd0\ufddf\u00a0"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)
_ANY = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(_WORDS, inner, max_size=3)
    ),
    max_leaves=5,
)
_NUMBER = st.integers(-3000, 3000)
_DATE = st.one_of(
    st.fixed_dictionaries(
        {"date-parts": st.lists(st.lists(_NUMBER, max_size=3), max_size=3)},
        optional={"season": _NUMBER, "circa": st.booleans()},
    ),
    st.from_regex(r"-?\d{4}(-\d\d)?(/\d{4})?~?", fullmatch=True),
    st.fixed_dictionaries({"literal": _WORDS}),
    _ANY,
)
_NAME = st.one_of(
    st.dictionaries(
        st.sampled_from(
            "family given dropping-particle non-dropping-particle suffix literal".split()
        ),
        _WORDS,
    ),
    _ANY,
)
_KEYS = st.sampled_from(["a", "b", "A", "a b", "ä:/", "1"])
_ITEM = st.fixed_dictionaries(
    {"id": _KEYS, "type": st.sampled_from(sorted(TYPES))},
    optional={
        **dict.fromkeys(sorted(FIELDS), st.one_of(_WORDS, _NUMBER.map(str), _ANY)),
        **dict.fromkeys(sorted(NAMES), st.one_of(st.lists(_NAME, max_size=9), _ANY)),
        **dict.fromkeys(sorted(DATES), _DATE),
    },
)
_ROWS = st.lists(st.one_of(_ITEM, _ANY), max_size=4).map(json.dumps)
_CITED = st.lists(
    st.builds(
        CiteItem,
        key=st.one_of(_KEYS, _WORDS.filter(bool)),
        locator=st.one_of(st.none(), _WORDS, st.sampled_from(["p. 3", "pp. 3-4", "33", "chap. i"])),
        prefix=_WORDS,
        suffix=_WORDS,
        mode=st.sampled_from(["normal", "suppress_author", "narrative"]),
    ),
    min_size=1,
    max_size=3,
)
_CLUSTERS = st.lists(_CITED, max_size=4)

_BIB = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("@book{", "@string{", "@comment{", "@article(", "@", "a, ", "b, ", "}", ")", "{"),
                *("title = ", "author = ", "year = ", "crossref = ", "xdata = ", "month = jan"),
                *('"', "#", ",", "=", "\n", "\\", "\\emph{", "$", "%", " and ", "{a}", "1999"),
                *("others", "family=", "--", "\\'e", "~", "^", "_"),
            ]
        ),
        _WORDS,
    ),
    max_size=40,
).map("".join)


def library(text: str, name: str) -> Library:
    try:
        return read_references(Source(name, text.encode("utf-8", errors="surrogatepass")))
    except PublisherError:
        return Library()


def check(references: Library, clusters: list[list[CiteItem]], style: Style) -> None:
    cites = [Cite(keys=tuple(item.key for item in items), items=tuple(items)) for items in clusters]
    keys = {item.key for items in clusters for item in items} & set(references.references)
    text = Paragraph(children=tuple(part for cite in cites for part in (Text(text="so "), cite)))
    document = Document(meta=Meta(), blocks=(text,))
    cited = cite_documents([document], references.references, style, "en")
    assert sorted(entry.key for entry in cited.bibliography.entries) == sorted(keys)
    anchors = [entry.anchor for entry in cited.bibliography.entries]
    assert len(set(anchors)) == len(anchors)
    words = _letters(document_text(cited.documents[0]))
    for item in (item for items in clusters for item in items):
        assert item.key in keys or _letters(item.key) in words


def _letters(words: str) -> str:
    """The letters alone: points and spaces that meet become fewer."""
    return "".join(filter(str.isalnum, words))


@settings(max_examples=40, deadline=None)
@given(_ROWS, _CLUSTERS, st.sampled_from(STYLES))
def test_any_json(text: str, clusters: list[list[CiteItem]], style: Style) -> None:
    check(library(text, "a.json"), clusters, style)


@settings(max_examples=40, deadline=None)
@given(_BIB, _CLUSTERS, st.sampled_from(STYLES))
def test_any_bibtex(text: str, clusters: list[list[CiteItem]], style: Style) -> None:
    check(library(text, "a.bib"), clusters, style)


@settings(max_examples=100, deadline=None)
@given(st.one_of(_ROWS, _BIB, _WORDS), st.sampled_from(["a.yaml", "a.json", "a.bib"]))
def test_any_file(text: str, name: str) -> None:
    library(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@" * 500_000, "a.bib"),
        ("@a{" * 19_000, "a.bib"),
        ("\n@a{" * 19_000, "a.bib"),
        ("@a{b, c = " + "{" * 500_000, "a.bib"),
        ("@a{b, c = " + '"' * 500_000, "a.bib"),
        ("@a{b, c = " + "a # " * 200_000 + "a}", "a.bib"),
        ("@a{b, author = {" + "a and " * 600 + "a}}", "a.bib"),
        ("@a{b, author = {" + "," * 3900 + "}}", "a.bib"),
        ("@a{b, title = {" + "\\emph" * 780 + "}}", "a.bib"),
        ("@a{b, title = {" + "$" * 3900 + "}}", "a.bib"),
        ("@string{a = {x}}\n" * 19_000, "a.bib"),
        ("@a{b}\n" * 19_000, "a.bib"),
        (" " * 1_000_000 + "@a{b}", "a.bib"),
        ('[{"id": "a", "title": "' + "<i>" * 1300 + '"}]', "a.json"),
        ("[" + ",".join(["{}"] * 19_000) + "]", "a.json"),
        ("- {}\n" * 19_000, "a.yaml"),
        ("? " * 300_000, "a.yaml"),
        ('"' * 500_000, "a.json"),
        ("\\" * 500_000, "a.json"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_hostile_files_take_seconds_at_most(text: str, name: str) -> None:
    start = perf_counter()
    found = library(text, name)
    check(found, [[CiteItem(key)] for key in list(found.references)[:5]], STYLES[0])
    assert perf_counter() - start < 20  # a machine that is shared may be slow
