"""News formats: what is made of one item of each, shown as an outline beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Figure, Link, Paragraph
from publisher.document.text import plain
from publisher.sources import Reading, read
from tests.sources.news.outline import outline

FOLDER = Path(__file__).parent / "golden"
INPUTS = [path for path in sorted(FOLDER.iterdir()) if path.suffix != ".txt"]


def reading(name: str, given: Metadata | None = None) -> Reading:
    return read(Source(name, (FOLDER / name).read_bytes()), given or Metadata())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_each_item_reads_as_its_outline_says(
    path: Path, golden: Callable[[Path, str], None]
) -> None:
    entry = "urn:example:lamp-rss" if path.suffix == ".rss" else None
    found = reading(path.name, Metadata(entry=entry))
    golden(FOLDER / f"{path.name}.txt", outline(found))


def test_what_is_given_goes_before_what_the_item_says() -> None:
    given = Metadata(language="en-US", kicker="Sea", byline=("Iris Bol",), rights="All kept.")
    meta = reading("article.nitf", given).document.meta
    assert (meta.language, plain(meta.kicker), meta.rights) == ("en-US", "Sea", "All kept.")
    assert [byline.name for byline in meta.byline] == ["Iris Bol"]


def test_words_in_a_json_string_are_located_behind_its_escapes() -> None:
    found = reading("ninjs-2.json")
    paragraph = next(
        b for b in found.document.blocks if plain(getattr(b, "children", ())).startswith("„")
    )
    assert isinstance(paragraph, Paragraph)
    text = paragraph.children[0]
    assert text.span
    place = found.source_map.within(text.span, 1, 9)
    line = found.source_map.lines[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == "Vierzig "


def test_links_of_atom_are_resolved_against_its_base() -> None:
    second = reading("entry.atom").document.blocks[1]
    assert isinstance(second, Paragraph)
    links = [node.href for node in second.children if isinstance(node, Link)]
    assert links == ["https://signal.example/karta"]


def test_the_widest_picture_of_several_is_taken() -> None:
    first = reading("message.xml").document.blocks[0]
    assert isinstance(first, Figure)
    assert first.images[0].src == "https://pictures.example/lamp-3000.jpg"
