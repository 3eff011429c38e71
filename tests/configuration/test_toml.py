"""Configuration files: every fault with its line, every unknown key with a near match."""

import pytest

from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import PublicationFile
from publisher.configuration.settings import Settings
from publisher.configuration.toml import load
from publisher.diagnostics import UsageError


def faults(text: str, table: str = "") -> list[tuple[str, int, int, str]]:
    with pytest.raises(UsageError) as caught:
        load(text, "publisher.toml", Settings, table=table)
    return [
        (found.code, found.span.line, found.span.column, found.help)
        for found in caught.value.diagnostics
        if found.span
    ]


def test_nothing_said_gives_the_defaults() -> None:
    assert load("", "publisher.toml", Settings) == Settings()


def test_a_table_of_another_file() -> None:
    text = '[project]\nname = "x"\n[tool.publisher]\ntheme = "own"\n'
    text += "[tool.publisher.fonts]\nsystem = true"
    settings = load(text, "pyproject.toml", Settings, table="tool.publisher")
    assert (settings.theme, settings.fonts.system) == ("own", True)


def test_every_unknown_key_is_found_with_a_near_match() -> None:
    text = 'contnt = "x"\n\n[limits]\n# a comment\nsource_byte = 3\n'
    assert faults(text) == [
        ("CFG001", 1, 1, "did you mean content?"),
        ("CFG001", 5, 1, "did you mean source_bytes?"),
    ]


def test_an_unknown_key_without_a_near_match_gets_the_known_ones() -> None:
    ((_, _, _, remedy),) = faults("[fonts]\nzzz = 1\n")
    assert remedy == "known: system"


def test_an_unknown_table_is_found_at_its_header() -> None:
    ((code, line, column, remedy),) = faults('theme = "article"\n\n[font]\nsystem = true\n')
    assert (code, line, column, remedy) == ("CFG001", 3, 1, "did you mean fonts?")


def test_an_unknown_key_of_an_inline_table() -> None:
    text = '[metadata]\nbyline = ["A", { nme = "B" }]\n'
    assert faults(text) == [("CFG001", 2, 18, "did you mean name?")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("theme = 3\n", (1, 1)),
        ('[limits]\nsource_bytes = "many"\n', (2, 1)),
        ("[limits]\nsource_bytes = 0\n", (2, 1)),
        ('typography = "corect"\n', (1, 1)),
        ('[metadata]\nsubjects = ["a", 3]\n', (2, 1)),
        ('[metadata]\ndate = "2026-02-30"\n', (2, 1)),
    ],
)
def test_a_value_of_the_wrong_kind(text: str, place: tuple[int, int]) -> None:
    ((code, line, column, _),) = faults(text)
    assert (code, (line, column)) == ("CFG002", place)


def test_every_wrong_value_is_found() -> None:
    text = (
        'theme = 3\ntypography = "corect"\n[limits]\nsource_bytes = "many"\n'
        '[metadata]\nbyline = ["A", { name = 4 }, {}]\n'
    )
    found = [(code, line) for code, line, _, _ in faults(text)]
    assert sorted(found) == [("CFG002", line) for line in (1, 2, 4, 6, 6)]


def test_a_key_that_is_missing_is_named_and_its_file() -> None:
    with pytest.raises(UsageError) as caught:
        load('kind = "book"\n', "a/publication.toml", PublicationFile)
    (found,) = caught.value.diagnostics
    assert found.code == "CFG002"
    assert found.message == "title: it is missing from a/publication.toml"


def test_what_is_no_toml() -> None:
    ((code, line, column, _),) = faults('theme = "a"\ntheme = = 3\n')
    assert (code, line, column) == ("CFG003", 2, 9)


def test_a_work_s_own_metadata_go_before_the_shared() -> None:
    shared = Metadata(publisher="P", rights="R", subjects=("s",))
    own = Metadata(rights="mine")
    assert own.over(shared) == Metadata(publisher="P", rights="mine", subjects=("s",))
