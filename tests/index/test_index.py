"""The index: what it is made to, what is told of its marks, and that no mark is lost."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.backends.epub import render_epub
from publisher.document.nodes import Emphasis, IndexMark, Paragraph, Text
from publisher.index import Locator, Mark, make_index, marks_of
from publisher.layouts import load_theme
from publisher.span import Span
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.index.marking import codes, entries, index_of, lines, marks

pytest.importorskip("icu", reason="the extra `index` is not installed")

HERE = Path(__file__).parent


def test_a_golden_index(golden: Callable[[Path, str], None]) -> None:
    made = index_of((HERE / "lighthouse.md").read_text(encoding="utf-8"))
    found = [f"{one.code}: {one.message} | {one.help}" for one in made.diagnostics]
    golden(HERE / "lighthouse.txt", "\n".join((lines(made.index), *found)) + "\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"a\index{b|(} c", [("IDX002", 1, 2)]),
        (r"a\index{b|)} c", [("IDX003", 1, 2)]),
        (r"a\index{b|(} c\index{b|(} d\index{b|)}", [("IDX002", 1, 2)]),
        (r"a\index{b|(} c\index{b|)}", []),
        (r"a\index{b|see{c}}", [("IDX004", 1, 2)]),
        (r"a\index{b|seealso{c}}\index{c}", []),
        (r"a\index{b|see{c!d}}\index{c!d}", []),
        (r"a\index{b|see{c}} d\index{b}\index{c}", [("IDX005", 1, 2)]),
        (r"a\index{b|see{c}} d\index{b!e}\index{c}", [("IDX005", 1, 2)]),
        (r"a\index{lamp} b\index{Lamp}", [("IDX006", 1, 16)]),
        (r"a\index{e-mail} b\index{email}", [("IDX006", 1, 18)]),
        (r"a\index{x!lamp} b\index{y!Lamp}", []),
        (r"a\index{b!c!d!e}", [("IDX007", 1, 2)]),
        (" ".join([r"a\index{b}"] * 11), [("IDX008", 1, 2)]),
        (" ".join([r"a\index{b}"] * 10), []),
        (r"a\index{b|see{c}}\index{c|see{b}}", [("IDX009", 1, 2), ("IDX009", 1, 18)]),
        (r"a\index{b|seealso{b}} \index{b}", [("IDX009", 1, 2)]),
        (r"a\index{ }", [("IDX010", 1, 2)]),
    ],
)
def test_what_is_told(text: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(index_of(text)) == found


def test_a_reference_to_nothing_names_near_entries() -> None:
    (found,) = index_of(r"a\index{b|see{lihgt}}\index{light}").diagnostics
    assert "(“light”)" in found.help
    (found,) = index_of(r"a\index{b|see{Woolf}}\index{Woolf, Virginia}").diagnostics
    assert "(“Woolf, Virginia”)" in found.help


def test_deep_entries_stand_in_the_third_level() -> None:
    made = index_of(r"a\index{b!c!d!e}")
    assert [entry.words for entry in entries(made.index)] == ["b", "c", "d, e"]


def test_a_passage_may_end_in_another_part() -> None:
    begun, ended = marks(r"a\index{b|(} c\index{b|)}")
    made = make_index([begun, ended._replace(part="two")], "en")
    (entry,) = entries(made.index)
    assert entry.locators == (Locator(part="one", anchor="m1", end_part="two", end_anchor="m2"),)


def test_chinese_entries_share_letters_with_latin_ones() -> None:
    made = make_index(marks(r"a\index{北京}\index{bar}\index{apple}\index{阿姨}"), "zh-Hans")
    assert [(group.letter, len(group.entries)) for group in made.index.groups] == [
        ("A", 2),
        ("B", 2),
    ]


def test_an_article_counts_where_the_author_sorts_by_it() -> None:
    made = index_of("[The Hague]{.index} [The Who]{.index sort='The Who'} a\\index{ix@9}")
    assert [(group.letter, group.entries[0].words) for group in made.index.groups] == [
        *(("H", "The Hague"), ("I", "9"), ("T", "The Who")),
    ]


def test_marks_with_ids_are_found_in_reading_order() -> None:
    one, other = (IndexMark(terms=(name,), id=name) for name in "ba")
    blocks = (Paragraph(children=(Text(text="x"), one)), Paragraph(children=(other,)))
    assert [mark.anchor for mark in marks_of(blocks, "p")] == ["b", "a"]
    assert list(marks_of(Paragraph(children=(IndexMark(terms=("a",)),)), "p")) == []


# Few words of few letters, so that marks meet: doubles, passages that cross, references in rings.
TERMS = st.lists(st.text("ab Á!-", max_size=3), max_size=5).map(tuple)
NODES = st.builds(
    IndexMark,
    terms=TERMS,
    sort=TERMS,
    range=st.sampled_from((None, "start", "end")),
    see=st.one_of(st.just(()), TERMS),
    see_also=st.one_of(st.just(()), TERMS),
    main=st.booleans(),
    span=st.builds(Span, st.just("a.md"), *[st.integers(1, 9)] * 4),
)


@settings(deadline=None)  # the first one loads ICU
@given(st.lists(NODES, max_size=30), st.sampled_from(("en", "sv", "ja", "zh-Hans")))
def test_every_mark_has_exactly_one_place(nodes: list[IndexMark], language: str) -> None:
    given = [Mark(node, f"m{number}", "p") for number, node in enumerate(nodes)]
    made = make_index(given, language)
    all_entries = list(entries(made.index))
    anchors = [
        anchor
        for entry in all_entries
        for each in entry.locators
        for anchor in (each.anchor, each.end_anchor)
        if anchor
    ]
    placed = [
        mark.anchor
        for mark in given
        if any(map(str.strip, mark.node.terms)) and not (mark.node.see or mark.node.see_also)
    ]
    assert sorted(anchors) == sorted(placed)
    assert [entry.number for entry in all_entries] == list(range(1, len(all_entries) + 1))
    assert made == make_index(given, language)


def test_many_marks_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        nodes = [
            IndexMark(terms=(f"term {number % (count // 2)}", f"sub {number % 7}"))
            for number in range(count)
        ]
        given = [Mark(node, f"m{number}", "p") for number, node in enumerate(nodes)]
        start = time.process_time()
        make_index(given, "de")
        return time.process_time() - start

    small, large = seconds(3_000), seconds(30_000)
    assert large < 40 * small
    assert large < 10


def test_hostile_marks() -> None:
    nodes = [
        IndexMark(terms=("x" * 10_000,)),
        IndexMark(terms=("x" * 10_000,), see=("y" * 10_000,)),
        IndexMark(terms=("z",) * 100_000),
        IndexMark(terms=()),
        *(IndexMark(terms=("q",), range="start") for _ in range(10_000)),
        *(IndexMark(terms=(f"n{number}",), see=(f"m{number}",)) for number in range(10_000)),
    ]
    made = make_index([Mark(node, f"m{number}", "p") for number, node in enumerate(nodes)], "en")
    assert {found.code for found in made.diagnostics} == {
        *("IDX002", "IDX004", "IDX005", "IDX007", "IDX008", "IDX010")
    }
    assert all(len(found.message) < 400 for found in made.diagnostics)


def test_emphasis_in_an_entry_is_kept_wherever_the_entry_is_named() -> None:
    made = index_of(r"a\index{Austen!*Emma*} b\index{Austen!Emma} c\index{novels|see{Austen!Emma}}")
    austen, novels = (entry for group in made.index.groups for entry in group.entries)
    (emma,) = austen.children
    emphasised = (Emphasis(children=(Text(text="Emma"),)),)
    assert (emma.words, emma.printed, len(emma.locators)) == ("Emma", emphasised, 2)
    assert novels.see[0].printed == ((Text(text="Austen"),), emphasised)


def test_emphasis_is_printed(tmp_path: Path) -> None:
    made = ready(
        tmp_path,
        {
            "publication.toml": 'title = "T"\nlanguage = "en"\nparts = ["a.md", "index"]\n',
            "a.md": "# A\n\nIn [*Emma*]{.index} and []{.index entry=novels see=Emma}.\n",
        },
    )
    data = render_epub(made.publications["epub"], load_theme("book", ROOT), made.library)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (page,) = [name for name in archive.namelist() if name.endswith("/index.xhtml")]
        text = archive.read(page).decode()
    assert text.count("<em>Emma</em>") == 2
