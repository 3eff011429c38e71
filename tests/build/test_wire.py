"""An issue made of what a wire sends: formats by folder and by pattern, with their pictures."""

import json
from pathlib import Path

import pytest

from publisher.document.nodes import Figure
from publisher.publication.settled import ShownImage
from tests.build.publications import assembled, found_in, outline
from tests.pictures.made import packed, photo
from tests.sources.docx.cases import STYLED

HEAD = 'kind = "issue"\ntitle = "T"\nlanguage = "en"\n[periodical]\nname = "P"\n'


def ninjs(title: str, day: str, picture: str | None = None) -> str:
    item: dict[str, object] = {
        "uri": f"urn:{title}",
        "type": "text",
        "language": "en",
        "versioncreated": f"{day}T08:00:00Z",
        "headline": title,
        "body_text": "Words of an item that came over the wire this morning.",
    }
    if picture:
        rendition = {"href": picture, "mimetype": "image/png"}
        item["associations"] = {
            "main": {"type": "picture", "body_text": "A boat", "renditions": {"web": rendition}}
        }
    return json.dumps(item)


NITF = """<nitf><head><title>Nitf item</title></head><body>
<body.head><hedline><hl1>Nitf item</hl1></hedline></body.head>
<body.content><p>Words of a story in the older format.</p>
<media media-type="image"><media-reference source="boat.png" alternate-text="A boat"/>
<media-caption>A boat</media-caption></media></body.content></body></nitf>"""

FILES: dict[str, str | bytes] = {
    "wire/b.json": ninjs("Json item", "2026-01-05", "boat.png"),
    "wire/a.xml": NITF,
    "wire/boat.png": packed(photo(), "PNG"),
    "wire/c.txt": "Text item\n\nWords of a text that lay beside them.\n",
    "wire/d.docx": STYLED,
    "wire/e.html": "<article><h1>Page item</h1><p>Words of a page.</p></article>",
}


@pytest.mark.parametrize("source", ["wire", "wire/*"])
def test_a_folder_or_a_pattern_takes_in_every_format(tmp_path: Path, source: str) -> None:
    made = assembled(
        tmp_path, FILES | {"publication.toml": f'{HEAD}[[parts]]\nsource = "{source}"\n'}
    )
    titles = [title for _, _, title in outline(made)]
    assert titles == [
        *("Nitf item", "Json item", "Text item", "The harbour in winter", "Page item"),
    ]


def test_pictures_of_items_are_found_beside_them(tmp_path: Path) -> None:
    made = assembled(
        tmp_path, FILES | {"publication.toml": f'{HEAD}[[parts]]\nsource = "wire/*"\n'}
    )
    for part in made.parts[:2]:
        (figure,) = [block for block in part.document.blocks if isinstance(block, Figure)]
        (image,) = figure.images
        assert isinstance(image, ShownImage)
        assert image.file in made.pictures


def test_a_folder_that_nobody_names_gives_no_json(tmp_path: Path) -> None:
    files = {"a.txt": "One\n\nWords.\n", "data.json": "{}", "publication.toml": HEAD}
    made = assembled(tmp_path, files)
    assert [role for _, role, _ in outline(made)] == ["cover", "contents", "article", "masthead"]


def test_items_follow_their_dates(tmp_path: Path) -> None:
    files = {
        "wire/1.json": ninjs("Late", "2026-03-01"),
        "wire/2.json": ninjs("Early", "2026-01-01"),
        "publication.toml": f'{HEAD}[[parts]]\nsource = "wire/*.json"\nsort = "date"\n',
    }
    assert [title for _, _, title in outline(assembled(tmp_path, files))] == ["Early", "Late"]


def test_a_space_needs_no_source_and_a_picture_no_text(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "soap.png": packed(photo(), "PNG"),
        "publication.toml": HEAD
        + '[[parts]]\nrole = "advertisement"\nspace = "half"\n'
        + '[[parts]]\nrole = "advertisement"\nsource = "soap.png"\ntitle = "Soap"\n',
        "a.txt": "One\n\nWords.\n",
    }
    assert outline(assembled(tmp_path, files)) == [("soap", "advertisement", "Soap")]
    assert found_in(tmp_path, files) == []


def test_a_picture_without_words_for_it_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "soap.png": packed(photo(), "PNG"),
        "publication.toml": f'{HEAD}[[parts]]\nrole = "advertisement"\nsource = "soap.png"\n',
    }
    assert found_in(tmp_path, files) == [("IMG010", "publication.toml", 8)]
