"""An article as a publication: identifiers that stay, dates that do not come from the clock."""

import datetime

import pytest

from publisher.configuration.metadata import Metadata
from publisher.document.document import Document, Meta
from publisher.document.nodes import Emphasis, Heading, Paragraph, Quote, Text
from publisher.document.text import plain
from publisher.publication import assemble_article
from publisher.publication.openings import mark_opening
from publisher.span import Span


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def document(*blocks: object, title: str = "The ferry", language: str = "en") -> Document:
    return Document(meta=Meta(title=words(title), language=language), blocks=blocks)  # type: ignore[arg-type]


def test_the_identifier_stays_when_the_text_changes() -> None:
    first = assemble_article(document(Paragraph(children=words("One."))), Metadata(), epoch=None)
    other = assemble_article(document(Paragraph(children=words("Two."))), Metadata(), epoch=None)
    renamed = assemble_article(document(title="A ferry"), Metadata(), epoch=None)
    assert first.identifier == other.identifier != renamed.identifier
    assert first.identifier.startswith("urn:uuid:")


def test_dates_come_from_the_environment_then_the_work_then_nowhere() -> None:
    epoch = datetime.datetime(
        2026, 3, 2, 1, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=2))
    )
    day = datetime.date(2026, 5, 3)
    made = [
        assemble_article(document(), given, epoch=moment).modified
        for given, moment in (
            (Metadata(date=day), epoch),
            (Metadata(date=day), None),
            (Metadata(), None),
        )
    ]
    assert made == ["2026-03-01T23:00:00Z", "2026-05-03T00:00:00Z", "2000-01-01T00:00:00Z"]


@pytest.mark.parametrize(
    ("title", "language", "filed"),
    [
        ("The ferry", "en", "Ferry, The"),
        ("Die Fähre", "de", "Fähre, Die"),
        ("Die Hard", "en", "Die Hard"),
    ],
)
def test_titles_are_filed_without_their_article(title: str, language: str, filed: str) -> None:
    made = assemble_article(document(title=title, language=language), Metadata(), epoch=None)
    assert made.file_as == filed


def test_each_block_has_an_anchor_that_leads_to_its_source() -> None:
    inner = Paragraph(children=words("Inside."), span=Span("a.txt", 3, 1, 3, 8))
    made = assemble_article(
        document(Quote(blocks=(inner,)), Paragraph(children=words("After."))),
        Metadata(),
        epoch=None,
    )
    assert made.anchors == {"article-2": Span("a.txt", 3, 1, 3, 8)}
    assert [block.id for block in made.parts[0].document.blocks] == ["article-1", "article-3"]


def test_the_contents_nest_headings_that_skip_a_level() -> None:
    headings = [Heading(level=level, children=words(str(level))) for level in (1, 3, 2, 1)]
    made = assemble_article(document(*headings), Metadata(), epoch=None)
    (root,) = made.contents
    assert [plain(entry.title) for entry in root.children] == ["1", "1"]
    assert [plain(entry.title) for entry in root.children[0].children] == ["3", "2"]
    assert made.depth == 3


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("In his first trip to the coast", "In his first"),
        ("The Skerry Courant, which closed", "The Skerry Courant"),
        ("“Yes,” she said.", None),
        ("12 people came to the coast", None),
        ("Москва и Киев ведут переговоры", "Москва и Киев"),
        ("Short.", None),
        ("Body text of it.", None),
    ],
)
def test_the_first_words_are_marked_where_they_are_plain(text: str, opening: str | None) -> None:
    text += ", and the rest of the sentence follows after it." if opening else ""
    marked = mark_opening(document(Paragraph(children=words(text))))
    (paragraph,) = marked.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.children) == text
    first = paragraph.children[0]
    assert (plain((first,)) if len(paragraph.children) > 1 else None) == opening


def test_an_opening_in_markup_stays_as_it_is() -> None:
    article = document(Paragraph(children=(Emphasis(children=words("In his first trip")),)))
    assert mark_opening(article) == article
    assert mark_opening(document()) == document()
