"""Links from chapter to chapter, whatever formats the two are written in, in both outputs."""

from pathlib import Path

import pytest

from publisher.backends.epub import render_epub
from publisher.backends.pdf import render_pdf
from publisher.build.prepare import Prepared
from publisher.document.nodes import Link
from publisher.document.text import plain
from publisher.layouts import load_theme
from publisher.publication.anchors import nodes
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.publication.walk import amiss_in_epub, amiss_in_pdf, words_of_anchors
from tests.sources.docx.cases import bookmark
from tests.sources.docx.word import external, paragraph, run, word

WORDS = " ".join(["They carried the lamp up in four loads, and rested on the landings."] * 3)

TARGETS = {
    "01.html": "The tower",
    "01.html#top": "The tower",
    "01.html#stairs": "The stairs",
    "01.html#the-landing": "The landing",
    "01.html#first-load": "First load of all",
    "02.md": "The light",
    "02.md#the-lens": "The lens",
    "02.md#oil%20room": "The oil room",
    "03.txt": "The keeper",
    "03.txt#the-keeper": "The keeper",
    "03.txt#what-he-ate": "What he ate",
    "04.docx": "The boat",
    "04.docx#hull": "The boat",
    "04.docx#oars": "Oars and oarsmen",
    "04.docx#rowlocks": "",
    "04.docx#the-crossing": "The crossing",
}
"""From each address that a link may have to the words that it leads to: none, to a point."""

MARKDOWN = "\n\n".join(
    f"See [{words or 'there'}]({address})." for address, words in TARGETS.items()
)
HTML = "".join(
    f'<p>See <a href="{href}">{words or "there"}</a>.</p>' for href, words in TARGETS.items()
)
LINKED = [
    paragraph("See ", f'<w:hyperlink r:id="l{number}">{run(words or "there")}</w:hyperlink>')
    for number, words in enumerate(TARGETS.values())
]
FILES: dict[str, str | bytes] = {
    "publication.toml": 'title = "Lamps"\nlanguage = "en"\nparts = ["contents", "0*"]\n',
    "01.html": '<html lang="en"><body><h1 id="top">The tower</h1>'
    f'<p id="first-load">First load of all. {WORDS}</p><h2 id="stairs">The stairs</h2>'
    f"<p>{WORDS}</p><h2>The landing</h2><p>{WORDS}</p>{HTML}",
    "02.md": f"# The light\n\n{WORDS}\n\n## The lens\n\n{WORDS}\n\n"
    f"## The oil room {{#oil-room}}\n\n{WORDS}\n\n{MARKDOWN}\n",
    "03.txt": f"The keeper\n\n{WORDS}\n\nWhat he ate\n-----------\n\n{WORDS}\n",
    "04.docx": word(
        paragraph(bookmark("hull"), "The boat", style="Title")
        + paragraph(WORDS)
        + paragraph(
            *map(bookmark, ("_Toc1", "oars", "rowlocks")), "Oars and oarsmen", style="Heading1"
        )
        + paragraph(WORDS)
        + paragraph("The crossing", style="Heading1")
        + paragraph(WORDS)
        + "".join(LINKED),
        targets=tuple(
            external(f"l{number}", "hyperlink", href) for number, href in enumerate(TARGETS)
        ),
    ),
}
BOOK_MD = (
    "---\ntitle: Lamps\nlanguage: en\n---\n\n# The light\n\n"
    "See [Oil](book.md#oil), [Wicks](book.md#wicks) and [The light](book.md).\n\n"
    f"# The store\n\n{WORDS}\n\n## Oil\n\n{WORDS}\n\n## Wicks\n\n{WORDS}\n"
)


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return ready(tmp_path_factory.mktemp("lamps"), FILES)


def led(prepared: Prepared, part: str) -> list[str]:
    """The words that each link of the part with this title leads to."""
    publication = prepared.publications["epub"]
    words = words_of_anchors(publication)
    (document,) = [
        each.document for each in publication.parts if plain(each.document.meta.title) == part
    ]
    links = (node for node in nodes(document) if isinstance(node, Link))
    return [words[link.href.removeprefix("#")] for link in links]


@pytest.mark.parametrize("part", ["The tower", "The light", "The boat"])
def test_each_link_leads_to_its_words(lamps: Prepared, part: str) -> None:
    found = led(lamps, part)
    wanted = list(TARGETS.values())
    assert [there[: len(words)] for there, words in zip(found, wanted, strict=True)] == wanted


def test_nothing_is_found(lamps: Prepared) -> None:
    assert [found.code for found in lamps.diagnostics if found.code == "LAY005"] == []


def test_each_leads_there_in_an_epub(lamps: Prepared) -> None:
    publication = lamps.publications["epub"]
    data = render_epub(publication, load_theme("book", ROOT), lamps.library)
    assert amiss_in_epub(data, publication) == []


def test_each_leads_there_in_a_pdf(lamps: Prepared) -> None:
    publication = lamps.publications["pdf"]
    data = render_pdf(publication, load_theme("book", ROOT), lamps.library)
    assert amiss_in_pdf(data, publication) == []


def test_chapters_of_one_file_are_reached_by_its_name(tmp_path: Path) -> None:
    made = ready(tmp_path, {"book.md": BOOK_MD})
    assert led(made, "The light") == ["Oil", "Wicks", "The light"]
    assert made.diagnostics == ()
