"""A book or an issue of ours, read back from its EPUB, is made of the same parts."""

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher.assets import Source
from publisher.backends.epub import render_epub
from publisher.backends.epub.pictures import on_paper
from publisher.build import publications
from publisher.build.description import describe
from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import Cover, Isbn, Person
from publisher.document.document import Meta
from publisher.document.nodes import Heading
from publisher.document.text import plain, runs
from publisher.publication import Manuscript, Publication
from publisher.publication.relators import relator
from publisher.publication.roles import role_word
from publisher.sources import Reading, read
from publisher.sources.reading import ReadPart, ReadPublication
from publisher.terms import terms_for
from tests.conftest import ROOT
from tests.sources.epub.plainer import Side, ids_of

BOOKS = [
    ROOT / "tests" / "works" / "everything",
    ROOT / "content" / "quoin",
    ROOT / "tests" / "works" / "landfall",
    ROOT / "docs",
]


class Made:
    """A publication, the manuscripts that it was assembled from, and its EPUB read back."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        calls: list[tuple[Publication, Sequence[Manuscript]]] = []
        assemble: Any = publications.assemble  # type: ignore[attr-defined]

        def recorded(about: Any, parts: Sequence[Manuscript], arrangement: Any) -> Publication:
            calls.append((assemble(about, parts, arrangement), parts))
            return calls[-1][0]

        monkeypatch.setattr(publications, "assemble", recorded)
        (work,) = find_works([folder]).works
        self.ready: Prepared = make_ready(work, epoch=None)
        self.publication = self.ready.publications["epub"]
        self.before = next(parts for made, parts in calls if made is self.publication)
        theme = self.ready.themes["epub"]
        self.data = render_epub(self.publication, theme, self.ready.library)
        self.reading: Reading = read(Source(f"{folder.name}.epub", self.data), Metadata())

    @property
    def back(self) -> ReadPublication:
        assert self.reading.publication
        return self.reading.publication

    def sides(self) -> tuple[Side, Side]:
        ids = ids_of(*(each.document for each in self.before))
        paths = {each.path: each.name for each in self.before if each.path}
        files = {name: on_paper(each) for name, each in self.publication.pictures.items()}
        names = {each.name for each in self.before}
        return Side(ids, files, paths, names), Side(ids, self.reading.embedded, {}, names)


@pytest.fixture(scope="module", params=BOOKS, ids=lambda path: path.name)
def made(request: pytest.FixtureRequest) -> Made:
    with pytest.MonkeyPatch.context() as patch:
        return Made(request.param, patch)


def test_the_parts_are_the_same(made: Made) -> None:
    def facts(part: Manuscript) -> tuple[Any, ...]:
        set_as = made.publication.part(part.name)
        return part.role, part.name, part.depth, part.section, set_as.start, part.space

    def back(part: ReadPart) -> tuple[Any, ...]:
        entry = part.entry
        return entry.role, part.name, part.depth, entry.section, entry.start, entry.space

    found = [back(part) for part in made.back.parts]
    starts = [start or "recto" for *_, start, _ in found]
    found = [(*one[:4], start, one[5]) for one, start in zip(found, starts, strict=True)]
    assert found == [facts(part) for part in made.before]


def test_each_part_is_the_same(made: Made) -> None:
    before, after = made.sides()
    for was, found in zip(made.before, made.back.parts, strict=True):
        assert after.document(found.document)["blocks"] == before.document(was.document)["blocks"]
        assert after.document(found.document)["notes"] == before.document(was.document)["notes"]


def test_what_opens_each_part_is_the_same(made: Made) -> None:
    before, after = made.sides()
    for was, found in zip(made.before, made.back.parts, strict=True):
        word = role_word(was.role, terms_for(made.publication.language))
        own, back = was.document.meta, found.document.meta
        assert after.run(back.title) == before.run(own.title) or plain(back.title) in (word, "")
        opened = was.role not in ("half-title", "title-page", "advertisement", "contents")
        if opened:
            assert after.run(back.standfirst) == before.run(own.standfirst)
            assert after.run(back.kicker) == before.run(own.kicker)
        assert (back.language, back.direction) == (own.language, own.direction)
        if was.role in ("article", "editorial"):
            assert said(back) == said(own)


def said(meta: Meta) -> dict[str, Any]:
    names = ("byline", "dateline", "date", "rights", "source")
    return {name: msgspec.to_builtins(getattr(meta, name)) for name in names}


NOT_SAID = {
    "parts": "they come back as parts, and are compared as such",
    "theme": "an EPUB is set already, in one theme",
    "trim": "an EPUB has no pages",
    "targets": "an EPUB is built for one of them",
    "contents_depth": "the navigation of an EPUB has all levels",
    "typography": "the text is set already",
    "references": "citations are words and links",
    "citation_style": "citations are words and links",
    "metadata": "what holds for all sources is in each of them",
    "epub": "what differs between outputs is in the other one",
    "pdf": "what differs between outputs is in the other one",
    "numbering": "it is told by the numbers that are shown, and compared where all kinds are",
    "identifier": "an EPUB has one, made of what names the work where nobody has given one",
    "modified": "without one, an EPUB has the day of publication",
}


def test_what_is_said_of_it_is_the_same(made: Made) -> None:
    (work,) = find_works([made.folder]).works
    before, back = describe(work).file, made.back.file
    for name in before.__struct_fields__:
        if name in NOT_SAID:
            continue
        assert comparable(getattr(back, name)) == comparable(getattr(before, name)), name
    assert back.identifier == made.publication.identifier


def comparable(value: Any) -> Any:
    """A value as it is compared: people by their codes, numbers without hyphens, authors first."""
    if isinstance(value, tuple) and value and isinstance(value[0], str | Person):
        people = [one if isinstance(one, Person) else Person(name=one) for one in value]
        if not any(isinstance(one, Person) for one in value):
            return value
        coded = [msgspec.structs.replace(one, role=relator(one.role) or "ctb") for one in people]
        return sorted(coded, key=lambda one: one.role != "aut")
    if isinstance(value, Cover):
        return value.lines
    if isinstance(value, Isbn):
        return [number.replace("-", "") for number in (value.epub, value.pdf) if number]
    return value


def test_what_has_numbers_is_told(made: Made) -> None:
    if made.folder.name == "everything":
        (work,) = find_works([made.folder]).works
        assert made.back.file.numbering == describe(work).file.numbering


def test_the_whole_text_is_the_parts_one_after_the_other(made: Made) -> None:
    document = made.reading.document
    ranges = iter(document.parts)
    at = 0
    for part in made.back.parts:
        if not part.document.blocks and part.entry.role not in ("part", "section"):
            continue
        said, meta = next(ranges), part.document.meta
        assert (said.first, said.role, said.depth) == (at, part.entry.role, part.depth)
        at = said.last
        first = document.blocks[said.first]
        assert isinstance(first, Heading)
        assert (first.level, first.children) == (part.depth + 1, meta.title)
        words = [plain(run) for block in document.blocks[said.first : at] for run in runs(block)]
        for block in part.document.blocks:
            assert all(plain(run) in words for run in runs(block))
    assert at == len(document.blocks)
    assert next(ranges, None) is None


def test_it_can_be_built_again(made: Made, tmp_path: Path) -> None:
    first = tmp_path / f"{made.folder.name}.epub"
    first.write_bytes(made.data)
    (work,) = find_works([first]).works
    ready = make_ready(work, epoch=None)
    theme = ready.themes["epub"]
    data = render_epub(ready.publications["epub"], theme, ready.library)
    assert [found.code for found in ready.diagnostics if found.code != "EBK007"] == []
    assert texts(data) == texts(made.data)
    assert set(ready.publications) == {"epub", "pdf"}


def texts(data: bytes) -> dict[str, str]:
    """The content documents of an EPUB, without the digests in the names of pictures."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: SPACES.sub("", DIGEST.sub("", archive.read(name).decode()))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }


DIGEST = re.compile(r"-[0-9a-f]{10}(?=\.(?:svg|png|jpg|gif)\")")
SPACES = re.compile(r" (?=</(?:p|span)>| )")
