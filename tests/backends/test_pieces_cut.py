"""Where a part is cut, whatever it holds."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.backends.epub.pieces.cut import Unit, cut
from publisher.backends.epub.pieces.divide import divided
from publisher.backends.epub.pieces.weigh import runs, weight
from publisher.document.nodes import (
    Block,
    Definition,
    DefinitionList,
    Dialogue,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
    Turn,
    Verse,
    VerseLine,
)

PARAGRAPH = Paragraph(children=(Text(text="word " * 20),))
HEADINGS = [Heading(level=level, children=(Text(text="H"),)) for level in (1, 2, 3)]

units = st.lists(
    st.builds(
        Unit,
        st.sampled_from([PARAGRAPH, PARAGRAPH, PARAGRAPH, *HEADINGS]),
        st.integers(min_value=1, max_value=120),
    ),
    min_size=1,
    max_size=60,
)


@given(units, st.integers(min_value=20, max_value=400))
def test_cutting_keeps_all_in_order(content: list[Unit], room: int) -> None:
    assert [unit for run in cut(content, room) for unit in run] == content


@given(units, st.integers(min_value=20, max_value=400))
def test_a_run_is_too_heavy_only_where_it_is_one_thing(content: list[Unit], room: int) -> None:
    for run in cut(content, room):
        heads = [unit for unit in run if unit.level]
        alone = len(run) - len(heads) <= 1
        assert sum(unit.weight for unit in run) <= room or alone


@given(units, st.integers(min_value=20, max_value=400))
def test_no_heading_ends_a_file_that_goes_on_with_its_text(content: list[Unit], room: int) -> None:
    found = cut(content, room)
    for run, after in itertools.pairwise(found):
        assert not run[-1].level or after[0].level


def test_it_is_cut_at_the_highest_headings() -> None:
    first, second, _ = HEADINGS
    sections: list[tuple[Block, int]] = [
        (first, 1),
        (PARAGRAPH, 40),
        (second, 1),
        (PARAGRAPH, 40),
        (first, 1),
        (PARAGRAPH, 50),
    ]
    found = cut([Unit(block, own) for block, own in sections], 90)
    assert [[unit.level for unit in run] for run in found] == [[1, None, 2, None], [1, None]]


def test_short_sections_stand_together() -> None:
    sections = [Unit(block, 10) for _ in range(9) for block in (HEADINGS[0], PARAGRAPH)]
    assert [len(run) for run in cut(sections, 65)] == [6, 6, 6]


@given(st.lists(st.integers(min_value=1, max_value=50), min_size=1), st.integers(1, 100))
def test_runs_keep_all_in_order(weights: list[int], room: int) -> None:
    found = runs(weights, weights, room)
    assert [one for run in found for one in run] == weights
    assert all(sum(run) <= room or len(run) == 1 for run in found)


TERM = (Text(text="term"),)
HELD = {
    "list": "items",
    "definition_list": "items",
    "dialogue": "turns",
    "verse": "stanzas",
    "quote": "blocks",
}
LONG: dict[str, Block] = {
    "list": List(items=(ListItem(blocks=(PARAGRAPH,)),) * 40, ordered=True, start=3, id="a"),
    "definition_list": DefinitionList(items=(Definition(TERM, ((PARAGRAPH,),)),) * 40, id="a"),
    "dialogue": Dialogue(turns=(Turn(TERM, (PARAGRAPH,)),) * 40, id="a"),
    "verse": Verse(
        stanzas=((VerseLine(TERM),) * 4,) * 80, title=TERM, attribution=TERM, numbered=5, id="a"
    ),
    "quote": Quote(blocks=(PARAGRAPH,) * 40, attribution=TERM, id="a"),
}


@pytest.mark.parametrize(("kind", "held"), HELD.items())
def test_a_long_block_becomes_several(kind: str, held: str) -> None:
    block = LONG[kind]
    found = divided(block, 1500)
    assert len(found) > 2
    assert {type(each) for each in found} == {type(block)}
    assert [one for each in found for one in getattr(each, held)] == list(getattr(block, held))
    assert [each.id for each in found] == ["a"] + [None] * (len(found) - 1)
    assert all(weight(each) < 2000 for each in found)


def test_items_and_lines_go_on_being_counted() -> None:
    lists = [one for one in divided(LONG["list"], 1500) if isinstance(one, List)]
    assert [one.start for one in lists][:2] == [3, 3 + len(lists[0].items)]
    verses = [one for one in divided(LONG["verse"], 1500) if isinstance(one, Verse)]
    assert [one.start for one in verses][:2] == [1, 1 + 4 * len(verses[0].stanzas)]
    assert [bool(one.title) for one in verses] == [True] + [False] * (len(verses) - 1)
    assert [bool(one.attribution) for one in verses] == [False] * (len(verses) - 1) + [True]


def test_a_table_stays_whole() -> None:
    table = Table(rows=((),) * 3000)
    assert divided(table, 100) == (table,)
