"""What the pages of an issue list: sections, writers, staff, numbers; files in an order."""

from typing import Literal

import pytest

from publisher.configuration.publication import Periodical, Role
from publisher.document.document import Byline, Document, Meta
from publisher.document.nodes import Text
from publisher.publication import About, Contributor, Manuscript, Publication, assemble
from publisher.publication.issue import by_section, issue_numbers, staff, writers
from publisher.publication.order import in_order
from publisher.terms import terms_for


def manuscript(
    name: str,
    *,
    role: Role = "article",
    section: str | None = None,
    byline: tuple[Byline, ...] = (),
    date: str | None = None,
    order: int | None = None,
) -> Manuscript:
    title = (Text(text=name.capitalize()),)
    meta = Meta(title=title, byline=byline, date=date, order=order, language="en")
    return Manuscript(name=name, role=role, document=Document(meta=meta), section=section)


def issue(
    *manuscripts: Manuscript,
    contributors: tuple[Contributor, ...] = (),
    periodical: Periodical | None = None,
    language: str = "en",
    date: str | None = None,
) -> Publication:
    about = About(
        kind="issue",
        identifier="urn:uuid:0",
        title="Water",
        file_as="Water",
        language=language,
        direction="ltr",
        modified="2026-01-01T00:00:00Z",
        contributors=contributors,
        periodical=periodical,
        date=date,
    )
    return assemble(about, manuscripts)


# --- sections -----------------------------------------------------------------------------


def test_parts_of_one_section_that_follow_each_other_are_a_group() -> None:
    made = issue(
        manuscript("contents", role="contents"),
        manuscript("a", section="News"),
        manuscript("b", section="News"),
        manuscript("c"),
        manuscript("d", section="News"),
    )
    groups = [(each.section, [part.name for part in each.parts]) for each in by_section(made)]
    assert groups == [("News", ["a", "b"]), (None, ["c"]), ("News", ["d"])]
    assert made.sections == ("News",)


def test_the_page_of_a_section_belongs_to_its_group_alone() -> None:
    made = issue(
        manuscript("news", role="section", section="News"),
        manuscript("a", section="News"),
        manuscript("b", section="Arts"),
    )
    dividers = [each.divider.name if each.divider else None for each in by_section(made)]
    assert dividers == ["news", None]


def test_an_advertisement_is_in_no_contents() -> None:
    made = issue(manuscript("a"), manuscript("soap", role="advertisement"))
    assert [entry.part for entry in made.contents] == ["a"]
    assert [part.name for group in by_section(made) for part in group.parts] == ["a"]


# --- writers and staff --------------------------------------------------------------------


def test_writers_are_met_in_bylines_and_then_in_the_description() -> None:
    ada, ivo = Byline(text="By Ada Marsh"), Byline(text="Von Ivo Lund", name="Ivo Lund")
    made = issue(
        manuscript("a", byline=(ada, ivo)),
        manuscript("b", byline=(ada,)),
        contributors=(
            Contributor("Ivo Lund", about="Collects words."),
            Contributor("Nora Hale", role="pht", about="Takes pictures."),
            Contributor("Piet Smit"),
        ),
    )
    found = [
        (each.name, each.about, [part.name for part in each.articles]) for each in writers(made)
    ]
    assert found == [
        ("Ada Marsh", None, ["a", "b"]),
        ("Ivo Lund", "Collects words.", ["a"]),
        ("Nora Hale", "Takes pictures.", []),
    ]


@pytest.mark.parametrize(
    ("language", "role", "credit", "line"),
    [
        ("en", "edt", None, ("Edited by", "en")),
        ("de", "edt", None, ("Herausgegeben von", "de")),
        ("de", "edt", "Chefredaktion", ("Chefredaktion", "de")),
        ("de", "bkd", None, ("Book designer", "en")),
        ("en", "aut", "Cooking", ("Cooking", "en")),
    ],
)
def test_a_line_of_the_masthead(
    language: str, role: str, credit: str | None, line: tuple[str, str]
) -> None:
    made = issue(contributors=(Contributor("A", role, credit=credit),), language=language)
    (found,) = staff(made, terms_for(language))
    assert (found.words, found.language) == line


def test_people_of_one_role_share_a_line_and_authors_have_none() -> None:
    people = (Contributor("A", "edt"), Contributor("B"), Contributor("C", "edt"))
    (line,) = staff(issue(contributors=people), terms_for("en"))
    assert line.names == ("A", "C")


@pytest.mark.parametrize(
    ("periodical", "date", "numbers"),
    [
        (Periodical(name="P", volume="7", number="2", season="Spring"), "2026-03-01", "Spring"),
        (Periodical(name="P", volume="7", number="2"), "2026-03-01", "March 1, 2026"),
        (Periodical(name="P", volume="7", number="2"), None, None),
    ],
)
def test_an_issue_is_told_by_its_numbers_and_its_season_or_day(
    periodical: Periodical, date: str | None, numbers: str | None
) -> None:
    found = list(issue_numbers(issue(periodical=periodical, date=date), terms_for("en")))
    assert found == ["Volume\u00a07", "Issue\u00a02", *([numbers] if numbers else [])]


# --- order --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "names"),
    [("name", ["a", "b", "c"]), ("date", ["b", "a", "c"]), ("order", ["c", "b", "a"])],
)
def test_files_of_one_entry_follow_each_other(
    sort: Literal["name", "date", "order"], names: list[str]
) -> None:
    given = [
        manuscript("a", date="2026-02-01"),
        manuscript("b", date="2026-01-31", order=2),
        manuscript("c", order=-1),
    ]
    assert [each.name for each in in_order(given, sort)] == names


def test_no_page_of_an_issue_is_left_blank_for_a_recto() -> None:
    made = issue(
        manuscript("contents", role="contents"),
        manuscript("a"),
        manuscript("masthead", role="masthead"),
    )
    assert [part.start for part in made.parts] == ["page", "page", "running-on"]
