"""The tables of examples, a file a language: what is corrected and what is found."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given

from publisher.assets import Source
from publisher.configuration.metadata import Lines, Metadata
from publisher.document.text import plain
from publisher.sources import read
from publisher.typography import Mode, Typeset, typeset
from tests.strategies import line

HERE = Path(__file__).parent
LANGUAGES = {"english": "en", "american": "en-US", "french": "fr", "german": "de"}


def rows() -> list[ParameterSet]:
    """Each row of each table as a test case, named by its file and line."""
    cases = []
    for name, language in LANGUAGES.items():
        lines = (HERE / f"{name}.md").read_text(encoding="utf-8").splitlines()
        for number, row in enumerate(lines, start=1):
            cells = [cell.strip().replace("·", "\u00a0") for cell in row.strip("| ").split(" | ")]
            if row.startswith("| ") and cells[0] != "text":
                text, corrected, *findings = cells
                found = findings[0].strip("| ").split() if findings else []
                case = (language, text, corrected.rstrip(" |"), found)
                cases.append(pytest.param(*case, id=f"{name}:{number}"))
    return cases


def set_text(text: str, language: str, mode: Mode) -> Typeset:
    """`text` as the only paragraph of an article, typeset."""
    source = Source("article.txt", f"H\n\n{text}".encode())
    said = Lines(first=3, role="paragraph")
    reading = read(source, Metadata(language=language, lines=(said,)))
    return typeset(reading.document, mode, reading.source_map.within)


def paragraph(result: Typeset) -> str:
    (block,) = result.document.blocks
    return plain(getattr(block, "children", ()))


@pytest.mark.parametrize(("language", "text", "corrected", "findings"), rows())
def test_examples(language: str, text: str, corrected: str, findings: list[str]) -> None:
    found = set_text(text, language, "check")
    assert [diagnostic.code for diagnostic in found.diagnostics] == findings
    assert paragraph(set_text(text, language, "correct")) == corrected


@pytest.mark.parametrize(("language", "text", "corrected", "findings"), rows())
def test_a_corrected_text_stays_as_it_is(
    language: str, text: str, corrected: str, findings: list[str]
) -> None:
    again = set_text(corrected, language, "correct")
    assert paragraph(again) == corrected
    assert again.changes == ()
    assert len(again.diagnostics) <= len(findings)


def test_a_finding_points_at_the_mark_and_says_what_to_write() -> None:
    (found,) = set_text("He added: “We must go.“", "en", "check").diagnostics
    assert found.span
    assert (found.span.line, found.span.column, found.span.end_column) == (3, 23, 24)
    assert "”" in found.help


def test_a_change_is_recorded_with_its_place() -> None:
    result = set_text("He added: “We must go.“", "en", "correct")
    (change,) = result.changes
    assert (change.rule, change.before, change.after) == ("close-quotation", "“", "”")
    assert (change.span.line, change.span.column) == (3, 23)
    assert result.diagnostics == ()


def test_check_binds_spaces_but_changes_no_mark() -> None:
    result = set_text('"No," said Mr Rutte...', "en", "check")
    assert paragraph(result) == '"No," said Mr\u00a0Rutte...'


def test_keep_changes_and_reports_nothing() -> None:
    result = set_text('"No," said Mr Rutte...“', "en", "keep")
    assert paragraph(result) == '"No," said Mr Rutte...“'
    assert result == Typeset(result.document)


def test_a_quotation_may_run_on_over_paragraphs_that_each_open_it() -> None:
    text = "“One paragraph.\n“And another.” He left."
    assert set_text_of(text).diagnostics == ()


def set_text_of(text: str) -> Typeset:
    reading = read(Source("article.txt", f"H\n\n{text}".encode()), Metadata(language="en"))
    return typeset(reading.document, "check", reading.source_map.within)


def test_a_language_without_a_table_is_noted_and_left_alone() -> None:
    result = set_text('Het is "zo".', "nl", "correct")
    assert [found.code for found in result.diagnostics] == ["TYP007"]
    assert paragraph(result) == 'Het is "zo".'


@given(line)
def test_nothing_is_lost_but_what_is_recorded(text: str) -> None:
    """The recorded changes, made to the text as it was read, give the text as it is set."""
    reading = read(Source("a.txt", f"H\n\nx{text}".encode()), Metadata(language="en"))
    result = typeset(reading.document, "correct", reading.source_map.within)
    (block,) = reading.document.blocks
    words = plain(getattr(block, "children", ()))
    assert block.span
    places = {
        reading.source_map.within(block.span, at, at + 1).column: at for at in range(len(words))
    }
    for change in sorted(result.changes, key=lambda change: change.span.column, reverse=True):
        at = places[change.span.column]
        assert words[at : at + len(change.before)] == change.before
        words = words[:at] + change.after + words[at + len(change.before) :]
    assert words == paragraph(result)
