"""A table as a grid: rows made equal, spans kept inside, alignment by column, width by content."""

import pytest

from publisher.document.nodes import Cell, Paragraph, Table, Text
from publisher.publication.tables import grid


def cell(text: str = "x", *, colspan: int = 1, rowspan: int = 1, header: bool = False) -> Cell:
    blocks = (Paragraph(children=(Text(text=text),)),)
    return Cell(blocks=blocks, colspan=colspan, rowspan=rowspan, header=header)


def test_short_rows_are_filled() -> None:
    made = grid(Table(rows=((cell(), cell(), cell()), (cell(),))))
    assert [len(row) for row in made.body] == [3, 3]
    assert made.body[1][2].blocks == ()


def test_cells_from_above_count() -> None:
    made = grid(
        Table(rows=((cell(rowspan=2), cell("a")), (cell("b"),)), alignments=("left", "right"))
    )
    assert [[each.alignment for each in row] for row in made.body] == [["left", "right"], ["right"]]


def test_spans_end_with_the_head_and_with_the_table() -> None:
    rows = ((cell(rowspan=9),), (cell(rowspan=9),), (cell(),))
    made = grid(Table(rows=rows, head=1))
    assert [row[0].rowspan for row in (*made.head, *made.body)] == [1, 2, 1]
    assert [len(row) for row in (*made.head, *made.body)] == [2, 2, 1]


def test_a_span_beyond_reason_is_cut() -> None:
    made = grid(Table(rows=((cell(colspan=1_000_000_000),), (cell(),))))
    assert made.body[0][0].colspan == 1000


def test_header_cells_know_what_they_head() -> None:
    made = grid(Table(rows=((cell(), cell()), (cell(header=True), cell())), head=1))
    tags = [[(each.tag, each.scope) for each in row] for row in (*made.head, *made.body)]
    assert tags == [[("th", "col"), ("th", "col")], [("th", "row"), ("td", None)]]


def test_a_heading_without_words_is_none() -> None:
    made = grid(Table(rows=((cell(" "), cell("a")), (cell("b"), cell("c"))), head=1))
    assert [each.tag for each in made.head[0]] == ["td", "th"]
    made = grid(Table(rows=((cell(""), cell("")), (cell("b"), cell("c"))), head=1))
    assert (made.head, len(made.body)) == ((), 1)


@pytest.mark.parametrize(
    ("columns", "text", "size"),
    [
        (3, "x" * 10, "usual"),
        (8, "words " * 2, "wide"),
        (7, "some more words here", "turned"),
        (60, "column", "dense"),
    ],
)
def test_wide_tables_are_known_by_their_columns(columns: int, text: str, size: str) -> None:
    assert grid(Table(rows=((cell(text),) * columns,))).size == size


def test_a_table_without_rows() -> None:
    made = grid(Table(rows=(), head=3))
    assert (made.head, made.body) == ((), ())


def test_a_cell_knows_the_heads_of_its_column() -> None:
    rows = ((cell("a", colspan=2), cell("b")), (cell("c"), cell("d"), cell()), (cell(),) * 3)
    made = grid(Table(rows=rows, head=2))
    assert [each.label for each in made.body[0]] == ["a c", "a d", "b x"]
    assert {each.label for row in made.head for each in row} == {""}


@pytest.mark.parametrize(
    ("words", "stacks"),
    [(("one",) * 3, False), (("characters",) * 3, True), (("a" * 30,), False)],
)
def test_what_is_read_row_by_row_on_a_telephone(words: tuple[str, ...], stacks: bool) -> None:
    assert grid(Table(rows=(tuple(map(cell, words)),))).stacks is stacks


def test_which_words_may_be_broken() -> None:
    made = grid(Table(rows=((cell("of usual length"), cell("internationalisation")),)))
    assert [each.has_long_word for each in made.body[0]] == [False, True]
