"""Front matter: what it says, by which keys, and its faults with their places."""

import datetime

import pytest

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError
from publisher.document.document import Byline
from publisher.document.text import plain
from tests.sources.markdown.reading import blocks, faults, findings, read_markdown

FULL = """---
title: "A lamp: smaller"
subtitle: Ships see it from farther off.
author:
  - Ann Lee
  - {name: Bo Holm, role: pictures}
date: 2026-05-31
lang: en-GB
tags: [sea, light]
rights: © Ann Lee
---

Text.
"""


def test_what_it_says_becomes_metadata() -> None:
    meta = read_markdown(FULL).document.meta
    assert plain(meta.title) == "A lamp: smaller"
    assert plain(meta.standfirst) == "Ships see it from farther off."
    assert meta.byline == (
        Byline(text="Ann Lee", name="Ann Lee"),
        Byline(text="Bo Holm", name="Bo Holm", role="pictures"),
    )
    assert (meta.date, meta.language, meta.rights) == ("2026-05-31", "en-GB", "© Ann Lee")
    assert meta.subjects == ("sea", "light")


def test_the_title_stands_where_its_words_do() -> None:
    (title,) = read_markdown(FULL).document.meta.title
    assert title.span
    assert (title.span.line, title.span.column, title.span.end_column) == (2, 9, 24)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    reading = read_markdown(FULL.replace("\n", end))
    assert reading.document.meta == read_markdown(FULL).document.meta
    assert reading.document.blocks == read_markdown(FULL).document.blocks


def test_it_goes_before_what_is_given_for_all_works() -> None:
    given = Metadata(language="de", publisher="Verlag")
    meta = read_markdown(FULL, given).document.meta
    assert (meta.language, meta.publisher) == ("en-GB", "Verlag")


def test_values_are_the_characters_that_were_written() -> None:
    meta = read_markdown("---\ntitle: 0x1F\nlang: no\nauthor: Null\n---\n").document.meta
    assert plain(meta.title) == "0x1F"
    assert meta.language == "no"
    assert meta.byline[0].text == "Null"


def test_toml_between_plus_signs() -> None:
    text = '+++\ntitle = "A lamp"\nauthors = ["Ann"]\ndate = 2026-05-31\n+++\n\nText.\n'
    meta = read_markdown(text).document.meta
    assert plain(meta.title) == "A lamp"
    assert (meta.byline[0].text, meta.date) == ("Ann", "2026-05-31")
    assert meta.title[0].span
    assert (meta.title[0].span.line, meta.title[0].span.column) == (2, 10)


@pytest.mark.parametrize(
    "text",
    ["---\nNo key here\n---\n\nText.\n", "---\n\n---\n\nText.\n", "Text.\n\n---\na: b\n---\n"],
)
def test_a_thematic_break_is_none(text: str) -> None:
    assert "Text." in [plain(getattr(block, "children", ())) for block in blocks("\n" + text)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ('title: "unclosed\nauthor: [a, b', ("MKD001", 2, 8)),
        ("title: A\n  bad: [indent", ("MKD001", 3, 6)),
        ("title: a: b", ("MKD001", 2, 9)),
        ("title: !!python/object/apply:os.system [ls]", ("MKD002", 2, 8)),
        ("a: &x [1]\nb: *x", ("MKD002", 2, 4)),
        (f"a: {'[' * 20}{']' * 20}", ("MKD002", 2, 15)),
        ("titel: A", ("MKD003", 2, 1)),
        ("date: soon", ("MKD005", 2, 1)),
        ("title: [a]", ("MKD005", 2, 1)),
        ("lang: klingonisch", ("MKD005", 2, 1)),
        ("author: {role: editor}", ("MKD005", 2, 1)),
        ("author: {name: A, mail: b}", ("MKD005", 2, 1)),
        ("tags: {a: b}", ("MKD005", 2, 1)),
    ],
)
def test_faults_are_located(lines: str, found: tuple[str, int, int]) -> None:
    assert faults(f"---\n{lines}\n---\n\n# Text\n") == [found]


def test_faults_of_toml_are_located() -> None:
    assert faults('+++\ntitle = "A\n+++\n\nText.\n')[0][:2] == ("MKD001", 2)


def test_front_matter_that_is_too_long() -> None:
    assert faults(f"---\ntitle: {'a' * 65_000}\n---\n\nText.\n") == [("MKD002", 2, 1)]


def test_an_unknown_key_and_a_repeated_one_are_warnings() -> None:
    text = "---\ntitle: A\nlayout: post\nheadline: B\n---\n\nText.\n"
    assert findings(text) == [("MKD006", 3, 1), ("MKD007", 4, 1)]
    assert plain(read_markdown(text).document.meta.title) == "A"


def test_a_near_miss_says_what_was_meant() -> None:
    with pytest.raises(PublisherError, match="MKD003") as caught:
        read_markdown("---\nlangauge: de\n---\n\nText.\n")
    assert "did you mean language?" in caught.value.diagnostics[0].help


def test_empty_values_say_nothing() -> None:
    meta = read_markdown("---\ntitle: A\ndate:\ntags: []\nauthor:\n---\n\nText.\n").document.meta
    assert (meta.date, meta.subjects, meta.byline) == (None, (), ())


def test_a_date_with_a_time() -> None:
    meta = read_markdown(
        "---\ntitle: A\ndate: 2026-05-31T08:00:00+02:00\n---\n\nText.\n"
    ).document.meta
    assert meta.date == datetime.date(2026, 5, 31).isoformat()
