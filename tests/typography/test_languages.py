"""The tables of examples, a file a language: what is corrected and what is found."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from publisher.languages import NEUTRAL
from publisher.typography.table import rows_of, table_for, tags
from tests.typography.setting import paragraph, set_text

HERE = Path(__file__).parent
FEWEST = 8
_SPACES = {"·": "\u00a0", "¦": "\u202f"}


def examples(tag: str) -> list[tuple[int, list[str]]]:
    """The rows of a language's table with their lines: text, corrected, findings."""
    found = []
    lines = (HERE / f"{tag}.md").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(lines, start=1):
        for sign, space in _SPACES.items():
            row = row.replace(sign, space)
        cells = row.strip("| ").split(" | ")
        if row.startswith("| ") and cells[0] != "text":
            found.append((number, [cell.strip(" |") for cell in cells]))
    return found


def rows() -> list[ParameterSet]:
    """Each row of each table as a test case, named by its file and line."""
    return [
        pytest.param(tag, text, corrected, " ".join(findings).split(), id=f"{tag}:{number}")
        for tag in sorted(path.stem for path in HERE.glob("*.md"))
        for number, (text, corrected, *findings) in examples(tag)
    ]


@pytest.mark.parametrize(("language", "text", "corrected", "findings"), rows())
def test_examples(language: str, text: str, corrected: str, findings: list[str]) -> None:
    found = set_text(text, language=language, mode="check")
    assert [diagnostic.code for diagnostic in found.diagnostics] == findings
    assert paragraph(set_text(text, language=language)) == corrected


@pytest.mark.parametrize(("language", "text", "corrected", "findings"), rows())
def test_a_corrected_text_stays_as_it_is(
    language: str, text: str, corrected: str, findings: list[str]
) -> None:
    again = set_text(corrected, language=language)
    assert paragraph(again) == corrected
    assert again.changes == ()
    assert len(again.diagnostics) <= len(findings)


@pytest.mark.parametrize("tag", tags())
def test_every_language_has_examples_and_some_of_what_stays(tag: str) -> None:
    if tag != NEUTRAL and "-" not in tag:
        table = examples(tag)
        assert len(table) >= FEWEST
        assert any(text == corrected for _, (text, corrected, *_) in table)
    else:
        assert examples(tag)


@pytest.mark.parametrize("tag", tags())
def test_every_row_has_a_source(tag: str) -> None:
    table = rows_of(tag)
    rows: set[str] = set()
    for key, value in table.items():
        if key not in ("tag", "name", "sources"):
            rows |= {f"{key}.{row}" for row in value} if isinstance(value, dict) else {key}
    sources = table["sources"]
    assert isinstance(sources, list)
    assert {row for source in sources for row in source["rows"]} == rows


@pytest.mark.parametrize("tag", tags())
def test_a_table_holds_together(tag: str) -> None:
    table = table_for(tag)
    assert table.tag == tag
    assert all(len(mark) == 1 for pair in table.pairs for mark in pair)
    assert len(set(table.pairs)) == len(table.pairs)
    assert table.dash.strip("\u00a0 ") in ("", "–", "—", "——")
