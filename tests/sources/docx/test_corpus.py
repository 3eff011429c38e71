"""The Word files of the corpus: against what was counted in their XML, and the hostile ones."""

import json
import runpy
import time
from pathlib import Path
from typing import Any

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, Severity
from publisher.document.nodes import Heading, Image, Link, NoteRef
from publisher.document.schema import to_json
from publisher.document.text import leaves, plain, runs
from publisher.sources import Reading, read
from tests.conftest import CORPUS
from tests.sources.docx.test_nothing_lost import held

pytestmark = pytest.mark.corpus

FILES = sorted((CORPUS / "docx").glob("*.docx"))
HOSTILE = {
    "zip-slip.docx": ["SRC022", "DOC007"],
    "external-image.docx": ["DOC007"],
    "huge-image-header.docx": ["DOC007"],
}
REFUSED = {
    "entity-in-document.docx": "SRC014",
    "not-a-zip.docx": "SRC020",
    "missing-document.docx": "DOC002",
    "legacy.docx": "DOC001",
}
MADE = {"zip_bomb": ("zip-bomb.docx", "SRC026"), "many_entries": ("many-entries.docx", "SRC021")}
_LIMIT = 5
"""Seconds for each hostile file."""


def read_file(path: Path) -> Reading:
    return read(Source(path.name, path.read_bytes()), Metadata())


def count(reading: Reading, kind: str) -> int:
    """The nodes of that type in the document, at any depth."""

    def walk(value: Any) -> int:
        if isinstance(value, dict):
            return (value.get("type") == kind) + sum(map(walk, value.values()))
        return sum(map(walk, value)) if isinstance(value, list) else 0

    return walk(json.loads(to_json(reading.document)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_counted_in_the_xml(path: Path) -> None:
    expected = json.loads(Path(f"{path}.expected.json").read_text(encoding="utf-8"))
    reading = read_file(path)
    every = [leaf for run in runs(reading.document) for leaf in leaves(run)]
    assert sum(isinstance(leaf, NoteRef) for leaf in every) == (
        expected["footnotes"] + expected["endnotes"]
    )
    assert count(reading, "table") == expected["tables"]
    links = [line for run in runs(reading.document) for line in run if isinstance(line, Link)]
    assert len(links) == expected["hyperlinks"]
    if path.name != "text-box.docx":  # its drawing is a box of text
        assert count(reading, "image") == expected["drawings"]
    told = [found.message for found in reading.diagnostics if found.code == "DOC004"]
    assert bool(told) == bool(expected["comments"])
    styled = [text for style, text in expected["headings"] if style != "Title"]
    found = [plain(b.children) for b in reading.document.blocks if isinstance(b, Heading)]
    if styled:
        assert found == styled
    assert all(found.severity is not Severity.ERROR for found in reading.diagnostics)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_text_is_there_in_order(path: Path) -> None:
    expected = json.loads(Path(f"{path}.expected.json").read_text(encoding="utf-8"))
    reading = read_file(path)
    notes = {line.first for line in reading.lines if line.role == "note"}
    found = "".join(text for (line, _), text in held(reading) if line not in notes)
    wanted = expected["text"]
    if path.name == "text-box.docx":
        wanted = wanted[-1:]  # held three times in the XML, and one text for a reader
    assert "".join(found.split()) == "".join("".join(wanted).split())


def test_an_article_without_styles() -> None:
    reading = read_file(CORPUS / "docx" / "article-unstyled-headings.docx")
    roles = [(line.role, line.rule) for line in reading.lines if line.role != "paragraph"]
    assert roles == [("headline", "title-of-file"), ("heading", "bold"), ("table", "table")]
    assert all(line.confidence >= 0.7 for line in reading.lines)


def test_an_article_with_styles() -> None:
    meta = read_file(CORPUS / "docx" / "article-styled.docx").document.meta
    assert plain(meta.standfirst) == "Parliament will not sit again until October."
    assert [byline.name for byline in meta.byline] == ["Wikinews contributors"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_that_are_read(name: str) -> None:
    started = time.perf_counter()
    reading = read_file(CORPUS / "hostile" / "docx" / name)
    codes = {found.code for found in reading.diagnostics}
    assert time.perf_counter() - started < _LIMIT
    assert set(HOSTILE[name]) <= codes
    assert plain(reading.document.meta.title) == "Title"
    assert reading.embedded == {}
    assert not any(isinstance(leaf, Image) for run in runs(reading.document) for leaf in run)


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_that_are_refused(name: str) -> None:
    refused(CORPUS / "hostile" / "docx" / name, REFUSED[name])


@pytest.mark.parametrize("name", MADE)
def test_hostile_files_made_at_test_time(name: str, tmp_path: Path) -> None:
    make = runpy.run_path(str(CORPUS / "hostile" / "make_hostile.py"))[name]
    make(str(tmp_path))
    file, code = MADE[name]
    refused(tmp_path / file, code)


def refused(path: Path, code: str) -> None:
    started = time.perf_counter()
    with pytest.raises(PublisherError) as caught:
        read_file(path)
    assert caught.value.diagnostics[0].code == code
    assert time.perf_counter() - started < _LIMIT
