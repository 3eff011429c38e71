"""The user has the last word: [[lines]] beside the text, and what happens when the text changes."""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Lines, Metadata
from publisher.sources import Reading, read
from publisher.sources.plain_text import accepted

ARTICLE = "Headline\n\nA short line\n\nA paragraph.\n\nLeave this out.\n\nAnother paragraph."


def reading(text: str, *lines: Lines) -> Reading:
    return read(Source("a.txt", text.encode()), Metadata(language="en", lines=lines))


def role_of(found: Reading, line: int) -> str:
    return next(role.role for role in found.lines if role.first == line)


@pytest.mark.parametrize(
    "role",
    [
        *("paragraph", "heading", "list", "quote", "verse", "table", "figure", "caption"),
        *("correction", "agency", "sources", "separator", "end-mark", "left-out"),
    ],
)
def test_any_role_can_be_given(role: str) -> None:
    found = reading(ARTICLE, Lines(first=7, role=role))  # type: ignore[arg-type]
    (line,) = [line for line in found.lines if line.first == 7]
    assert (line.role, line.rule, line.confidence) == (role, "given", 1.0)


@pytest.mark.parametrize("role", ["kicker", "standfirst", "byline", "dateline"])
def test_roles_of_the_head_can_be_given(role: str) -> None:
    found = reading(ARTICLE, Lines(first=3, role=role))  # type: ignore[arg-type]
    assert role_of(found, 3) == role


def test_what_is_left_out_is_recorded() -> None:
    found = reading(ARTICLE, Lines(first=7, role="left-out"))
    assert [(change.rule, change.before) for change in found.normalisations] == [
        ("left-out", "Leave this out.")
    ]


def test_lines_that_moved_are_followed_with_a_note() -> None:
    lines = Lines(first=7, role="left-out", begins="Leave this")
    found = reading(ARTICLE.replace("A paragraph.", "A paragraph.\n\nA new one."), lines)
    assert role_of(found, 9) == "left-out"
    (note,) = found.diagnostics
    assert (note.code, note.span and note.span.line) == ("TXT005", 9)


def test_lines_that_are_gone_are_stale() -> None:
    lines = Lines(first=7, role="left-out", begins="Leave this")
    found = reading(ARTICLE.replace("Leave this", "Keep that"), lines)
    assert role_of(found, 7) == "paragraph"
    (warning,) = found.diagnostics
    assert (warning.code, warning.span and warning.span.line) == ("TXT004", 7)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((Lines(first=70, role="heading"),), "TXT004"),
        ((Lines(first=4, role="heading"),), "TXT006"),
        ((Lines(first=5, last=7, role="quote"), Lines(first=7, role="heading")), "TXT006"),
    ],
)
def test_tables_that_cannot_hold_are_reported(lines: tuple[Lines, ...], code: str) -> None:
    assert [found.code for found in reading(ARTICLE, *lines).diagnostics] == [code]


def test_what_was_accepted_reads_the_same_again() -> None:
    text = (
        "SHIPPING\nA ship sails with a load of salt\nBy Ann Lee\n\nRIGA (AFP) — It sailed.\n\n"
        "- salt\n- hopes\n\nA short line\n\nA paragraph.\n\n-30-"
    )
    first = reading(text)
    again = reading(text, *accepted(first))
    assert again.document == first.document
    assert again.diagnostics == ()
    assert {line.rule for line in again.lines if line.role not in ("blank", "paragraph")} == {
        "given",
        "run-in-dateline",
    }


def test_who_says_paragraph_means_all_of_it() -> None:
    text = "Headline\n\nRIGA (AFP) — It sailed.\n\nAnother."
    assert reading(text).document.meta.dateline
    given = reading(text, Lines(first=3, role="paragraph"))
    assert given.document.meta.dateline is None
