"""What the title is, and how headings below it are levelled and named."""

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Heading
from publisher.document.text import plain
from publisher.sources import read
from tests.sources.markdown.reading import faults, findings, read_markdown


def outline(text: str) -> tuple[str, list[tuple[int, str]]]:
    document = read_markdown(text).document
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    return plain(document.meta.title), [(each.level, plain(each.children)) for each in headings]


@pytest.mark.parametrize(
    ("text", "title", "headings"),
    [
        ("# A\n\n## B\n\n### C\n", "A", [(1, "B"), (2, "C")]),
        ("A\n=\n\nText.\n\nB\n-\n", "A", [(1, "B")]),
        ("Text.\n\n# A\n\n### C\n", "A", [(2, "C")]),
        ("# A\n\n# B\n\n## C\n", "A", [(1, "B"), (2, "C")]),
        ("---\ntitle: T\n---\n## B\n\n### C\n", "T", [(1, "B"), (2, "C")]),
        ("---\ntitle: T\n---\n# T\n\n## B\n", "T", [(1, "B")]),
        ("---\ntitle: T\n---\n# A\n\n## B\n", "T", [(1, "A"), (2, "B")]),
        ("###### Six\n\n# One\n\n#### Four\n", "One", [(5, "Six"), (3, "Four")]),
    ],
)
def test_titles(text: str, title: str, headings: list[tuple[int, str]]) -> None:
    assert outline(text) == (title, headings)


def test_without_a_title_the_file_gives_it() -> None:
    assert outline("Text.\n\n## B\n")[0] == "article"
    assert findings("Text.\n\n## B\n") == [("MKD008", 1, 1)]


def test_a_language_that_cannot_be_told_is_a_note() -> None:
    (note,) = read(Source("a.md", b"# T\n\nText.\n"), Metadata()).diagnostics
    assert note.code == "MKD018"


def test_a_language_that_can_be_told() -> None:
    text = "# Der Turm\n\nDie neue Lampe wiegt so viel wie ein Ei und ist doch weit zu sehen.\n"
    assert read(Source("a.md", text.encode()), Metadata()).language.value == "de"


def test_nothing_but_white_space() -> None:
    assert faults(" \n\t\u00a0\n") == [("SRC004", 1, 1)]


def test_each_heading_has_an_id_of_its_own() -> None:
    text = "# T\n\n" + "\n\n".join(
        f"## {words}"
        for words in ("Über uns!", "A", "A", "1", "-", "Headline", "Given {#a-1}", "article 1")
    )
    blocks = read_markdown(text).document.blocks
    assert [block.id for block in blocks] == [
        *("über-uns", "a", "a-2", "id-1", "id--", "section-headline", "a-1", "section-article-1"),
    ]


def test_explain_shows_what_each_line_is() -> None:
    reading = read_markdown("---\nlang: en\n---\n# T\n\nText.\nMore.\n\n- a\n")
    assert [(line.first, line.last, line.role) for line in reading.lines] == [
        (2, 2, "lang"),
        (4, 4, "headline"),
        (6, 7, "paragraph"),
        (9, 9, "list"),
    ]
