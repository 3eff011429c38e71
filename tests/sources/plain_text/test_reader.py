"""The plain-text reader: what stands where, and the faults of a source."""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Paragraph
from publisher.document.text import plain, runs
from publisher.sources import Reading, read

ARTICLE = "Headline\nStandfirst\n\nFirst paragraph.\nSecond paragraph."


def read_text(text: str | bytes) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return read(Source("article.txt", data), Metadata(language="en"))


def fault(text: str | bytes) -> tuple[str, int, int]:
    """The code and place of the only fault that reading `text` raises."""
    with pytest.raises(PublisherError) as caught:
        read_text(text)
    (found,) = caught.value.diagnostics
    assert found.span
    assert found.help
    return found.code, found.span.line, found.span.column


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_headline_standfirst_paragraphs(end: str) -> None:
    document = read_text(ARTICLE + end).document
    assert plain(document.meta.title) == "Headline"
    assert plain(document.meta.standfirst) == "Standfirst"
    assert [plain(run) for block in document.blocks for run in runs(block)] == [
        "First paragraph.",
        "Second paragraph.",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_every_system_give_the_same_document(line_end: str) -> None:
    document = read_text(ARTICLE.replace("\n", line_end)).document
    assert document.meta == read_text(ARTICLE).document.meta
    assert [block.span for block in document.blocks] == [
        block.span for block in read_text(ARTICLE).document.blocks
    ]


def test_spans_count_lines_and_columns_from_one() -> None:
    paragraph = read_text("H\n\n  Änderung folgt.  ").document.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.span
    assert (paragraph.span.line, paragraph.span.column) == (3, 3)
    assert (paragraph.span.end_line, paragraph.span.end_column) == (3, 18)


def test_a_line_right_below_the_headline_is_no_standfirst_without_a_blank_line() -> None:
    document = read_text("Headline\nA paragraph.\nAnother one.").document
    assert document.meta.standfirst == ()
    assert len(document.blocks) == 2


def test_no_standfirst_where_a_blank_line_follows_the_headline() -> None:
    document = read_text("Headline\n\nA paragraph.\nAnother one.").document
    assert document.meta.standfirst == ()
    assert len(document.blocks) == 2


def test_only_a_headline_is_a_warning() -> None:
    reading = read_text("Just a headline\n")
    assert [found.code for found in reading.diagnostics] == ["TXT001"]
    assert reading.document.blocks == ()


def test_inner_white_space_and_margins_are_recorded() -> None:
    reading = read_text("H\n\none \t two\u00a0 three ")
    rules = [(change.rule, change.before, change.after) for change in reading.normalisations]
    assert rules == [
        ("inner-space", " \t ", " "),
        ("inner-space", "\u00a0 ", "\u00a0"),
        ("outer-space", " ", ""),
    ]
    assert reading.normalisations[0].span.column == 4


def test_a_byte_order_mark_is_recorded_and_shifts_no_column() -> None:
    reading = read_text("\ufeffHeadline\n\nText.")
    assert [change.rule for change in reading.normalisations] == ["byte-order-mark"]
    assert reading.document == read_text("Headline\n\nText.").document


def test_control_characters_are_left_out_with_a_warning_each() -> None:
    reading = read_text("Headline\n\nA bell\x07 and a delete\x7f.")
    assert [(found.code, found.span and found.span.column) for found in reading.diagnostics] == [
        ("SRC008", 7),
        ("SRC008", 21),
    ]
    assert plain(next(runs(reading.document.blocks[0]))) == "A bell and a delete."


def test_a_language_that_cannot_be_told_is_a_note() -> None:
    (note,) = read(Source("a.txt", b"Headline\n\nText."), Metadata()).diagnostics
    assert note.code == "TXT003"
    assert "a.toml" in note.help


def test_an_empty_file() -> None:
    assert fault("") == ("SRC003", 1, 1)
    assert fault(b"\xef\xbb\xbf") == ("SRC003", 1, 1)


def test_nothing_but_white_space() -> None:
    assert fault(" \n\t\u00a0\u200b\n") == ("SRC004", 1, 1)


def test_a_nul_is_located() -> None:
    assert fault("Headline\n\nA\0B") == ("SRC006", 3, 2)
