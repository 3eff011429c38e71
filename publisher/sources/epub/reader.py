"""An EPUB to one document: its metadata, its chapters in reading order, notes and pictures."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import Cover, PartEntry, PublicationFile, Role
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Document, Meta
from publisher.document.nodes import Block, Blocks
from publisher.document.text import document_text
from publisher.sources.archive import Archive
from publisher.sources.epub import own, semantics
from publisher.sources.epub.chapters import Chapter, read_chapters
from publisher.sources.epub.container import open_container
from publisher.sources.epub.description import describe
from publisher.sources.epub.joined import STEP, Joined, Joint, join
from publisher.sources.epub.metadata import Described, read_metadata
from publisher.sources.epub.navigation import Contents, read_contents
from publisher.sources.epub.package import Package, read_package
from publisher.sources.epub.parts import (
    Placed,
    as_one,
    read_other,
    read_own,
    with_notes,
)
from publisher.sources.epub.roles import MADE_ANEW
from publisher.sources.epub.tidy import tidy
from publisher.sources.html.context import Context, Options
from publisher.sources.html.fragment import Place, context_of, finished, with_last_anchor
from publisher.sources.html.tree import Element
from publisher.sources.line_map import FilesMap
from publisher.sources.metadata import complete
from publisher.sources.reading import LineRole, Reading, ReadPart, ReadPublication
from publisher.sources.stated_language import choose_language, unsure_language
from publisher.span import Span, whole_file


def read(source: Source, given: Metadata) -> Reading:
    """The document of the EPUB in `source`: all chapters, one after the other.

    Raises PublisherError: as `open_container`, `read_package` and `read_chapters` do, EBK012
    where there is no text.
    """
    container = open_container(source)
    archive = container.archive
    package = read_package(container)
    described = read_metadata(package, archive.place(package.path).file)
    contents = read_contents(archive, package)
    found = list(read_chapters(archive, package))
    chapters = [one for one in found if isinstance(one, Chapter)]
    book = _Book(source.name, archive, package, described, contents, chapters)
    diagnostics = (
        *container.diagnostics,
        *package.diagnostics,
        *described.diagnostics,
        *contents.diagnostics,
        *(one for one in found if isinstance(one, Diagnostic)),
        *(each for one in chapters for each in one.diagnostics),
        *book.made_anew(),
    )
    return book.reading(given, diagnostics)


class _Book:
    """The parts of an EPUB that its document is made of."""

    def __init__(
        self,
        name: str,
        archive: Archive,
        package: Package,
        described: Described,
        contents: Contents,
        chapters: list[Chapter],
    ) -> None:
        self._name = name
        self._archive = archive
        self._package = package
        self._described = described
        self._contents = contents
        self._all = chapters
        self._chapters = [one for one in chapters if one.role not in MADE_ANEW or _own(one)]
        self._whole = [one for one in self._chapters if not _continues(one)]
        self._files = {one.path: archive.place(one.path).file for one in self._chapters}
        parts = [(archive.place(package.path).file, package.text)]
        parts += [(self._files[one.path], one.text) for one in self._chapters]
        self._map = FilesMap(name, parts)

    def made_anew(self) -> Iterator[Diagnostic]:
        """A note on the pages that each output makes itself."""
        left = [
            f"{one.path} ({MADE_ANEW[one.role]})"
            for one in self._all
            if one.role in MADE_ANEW and one not in self._chapters
        ]
        if left:
            yield diagnose("EBK007", whole_file(self._name), files=", ".join(left))

    def reading(self, given: Metadata, diagnostics: tuple[Diagnostic, ...]) -> Reading:
        """The reading, completed by what was `given`; `diagnostics` were found before."""
        joined = self._joined()
        elements = [element for one in self._chapters if (element := _own(one))]
        file = own.with_facts(self._file(), elements) if elements else self._file()
        own.put_together(elements)
        for element in elements:
            own.undo(element)
        context, placed = self._read(joined)
        fragment = finished(context, with_last_anchor(context, ()))
        notes = {name: tidy(note) for name, note in fragment.notes.items()}
        meta = self._described.meta
        article = _article(placed)
        if article:
            meta = own.about_article(meta, article.document.meta)
            document = Document(meta=meta, blocks=article.document.blocks, notes=notes)
        else:
            document = as_one(placed, meta, notes)
        if not document.blocks:
            raise PublisherError(*diagnostics, diagnose("EBK012", whole_file(self._name)))
        stated = meta.language if meta.language != "und" else None
        language = choose_language(given, stated, "dc:language", document_text(document))
        whole = complete(msgspec.structs.replace(meta, language=language.value), given)
        return Reading(
            document=msgspec.structs.replace(document, meta=whole),
            source_map=self._map,
            language=language,
            lines=(*self._described.lines, *self._lines(document.blocks)),
            diagnostics=(
                *diagnostics,
                *joined.diagnostics,
                *fragment.diagnostics,
                *unsure_language(self._name, language),
            ),
            embedded={**fragment.embedded, **self._pictures(joined)},
            publication=None
            if article or len(placed) < 2
            else self._publication(file, with_notes([one.part for one in placed], notes)),
        )

    def _file(self) -> PublicationFile:
        """What is said of the book; its cover is a picture where the page of the cover shows it."""
        file = describe(self._package, self._described.meta)
        picture = self._package.cover
        pages = [one for one in self._all if one.role == "cover"]
        shown = [part for one in pages for part in one.tree.root.walk() if part.name == "img"]
        lines = tuple(line for one in pages for line in own.cover_lines(one.tree.root))
        cover = Cover(lines=lines)
        if picture and picture.media_type.startswith("image/") and (shown or not pages):
            alt = shown[0].get("alt") if shown else ""
            cover = Cover(picture.path, alt or None, lines)
        return msgspec.structs.replace(file, cover=cover)

    def _publication(self, file: PublicationFile, read: Sequence[ReadPart]) -> ReadPublication:
        """The parts in reading order, the pages among them that are made anew."""
        parts = dict(zip((one.path for one in self._whole), read, strict=True))
        ours = any(map(_own, self._chapters))
        for one in self._all:
            if one not in self._chapters and self._has_place(one, ours):
                parts[one.path] = _made(one.role, self._described.meta)
        found = [parts[one.path] for one in self._all if one.path in parts]
        if not ours:
            found = _with_usual_pages(found, self._described.meta)
        return ReadPublication(file, tuple(found))

    def _has_place(self, chapter: Chapter, ours: bool) -> bool:
        """Whether a page that is made anew is a part of the book.

        Without one of their own, our books have a title page that is none of their parts.
        """
        if chapter.path in self._package.aside or chapter.role == "cover":
            return False
        return chapter.role == "contents" or not ours

    def _joined(self) -> Joined:
        meta = self._described.meta
        joint = Joint(self._files, frozenset(self._archive), meta.language, meta.direction)
        return join(self._chapters, self._contents.entries, joint)

    def _read(self, joined: Joined) -> tuple[Context, list[Placed]]:
        """The parts in reading order, those of ours by what our layouts say."""
        options = Options(block=semantics.block)
        if any(map(_own, self._chapters)):
            options = Options(block=own.block, inline=own.inline, solid=frozenset(("code",)))
        context = context_of(joined.tree, self._place(), options)
        entries = {one.path: one for one in reversed(self._contents.entries)}
        meta = self._described.meta
        placed = []
        for chapter in self._whole:
            element = _own(chapter)
            if element:
                name = PurePosixPath(chapter.path).stem
                placed.append(read_own(context, element, name, meta))
            else:
                placed.append(read_other(context, chapter, entries.get(chapter.path), meta))
        return context, placed

    def _place(self) -> Place:
        def place(start: int, end: int) -> Span:
            number, at = divmod(max(0, start), STEP)
            chapter = self._chapters[min(number, len(self._chapters) - 1)]
            last = max(at, end - number * STEP)
            if not chapter.by_line:
                at, last = (chapter.text.count("\n", 0, one) + 1 for one in (at, last))
            file = self._files[chapter.path]
            return Span(file, max(1, at), 1, max(1, last), 1)

        return place

    def _lines(self, blocks: Blocks) -> Iterator[LineRole]:
        """The role of each block's lines, counted through the whole book as the map does."""
        numbers = {self._files[one.path]: at for at, one in enumerate(self._chapters, start=1)}
        for block in blocks:
            if block.span:
                before = self._map.first_line(numbers[block.span.file]) - 1
                path = block.span.file.removeprefix(f"{self._name}/")
                first, last = block.span.line + before, block.span.end_line + before
                yield LineRole(first, last, _kind(block), path, 1.0, "in the reading order")

    def _pictures(self, joined: Joined) -> dict[str, bytes]:
        """The pictures that the text shows, and the cover, under their paths in the archive."""
        cover = self._package.cover
        paths = [*joined.pictures]
        if cover and cover.media_type.startswith("image/") and cover.path in self._archive:
            paths.append(cover.path)
        return {path: self._archive.read(path) for path in dict.fromkeys(paths)}


def _own(chapter: Chapter) -> Element | None:
    return own.own_part(chapter.tree.root)


def _continues(chapter: Chapter) -> bool:
    element = _own(chapter)
    return element is not None and own.continues(element)


def _made(role: Role | None, meta: Meta) -> ReadPart:
    about = Meta(language=meta.language, direction=meta.direction, role=role)
    return ReadPart(PartEntry(role=role), 0, Document(meta=about), name=role or "")


def _with_usual_pages(parts: Sequence[ReadPart], meta: Meta) -> list[ReadPart]:
    """The parts of a book of others, with a title page and contents where it has none."""
    made = list(parts)
    at = 0
    usual: tuple[Role, ...] = ("title-page", "contents")
    for role in usual:
        place = next((at for at, part in enumerate(made) if part.entry.role == role), None)
        if place is None:
            made.insert(at, _made(role, meta))
            place = at
        at = place + 1
    return made


def _article(placed: Sequence[Placed]) -> ReadPart | None:
    """The only part, where it is an article of ours."""
    only = placed[0].part if len(placed) == 1 else None
    return only if only and only.entry.role == "article" else None


def _kind(block: Block) -> str:
    return str(block.__struct_config__.tag)
