"""An EPUB to one document: its metadata, its chapters in reading order, notes and pictures."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.document import Document, Meta
from publisher.document.nodes import Block, Blocks
from publisher.document.text import document_text
from publisher.sources.archive import Archive
from publisher.sources.epub.chapters import Chapter, read_chapters
from publisher.sources.epub.container import open_container
from publisher.sources.epub.joined import STEP, Joined, Joint, join
from publisher.sources.epub.metadata import Described, read_metadata
from publisher.sources.epub.navigation import Contents, read_contents
from publisher.sources.epub.opening import take_opening
from publisher.sources.epub.package import Package, read_package
from publisher.sources.epub.tidy import tidy
from publisher.sources.html.context import Options
from publisher.sources.html.fragment import Fragment, Place, context_of, fragment_of
from publisher.sources.line_map import FilesMap
from publisher.sources.metadata import complete
from publisher.sources.reading import LineRole, Reading
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
    texts = [one for one in chapters if one.furniture is None]
    book = _Book(source.name, archive, package, described, contents, texts)
    diagnostics = (
        *container.diagnostics,
        *package.diagnostics,
        *described.diagnostics,
        *contents.diagnostics,
        *(one for one in found if isinstance(one, Diagnostic)),
        *(each for one in chapters for each in one.diagnostics),
        *_made_anew(source.name, chapters),
    )
    return book.reading(given, diagnostics)


def _made_anew(name: str, chapters: Sequence[Chapter]) -> Iterator[Diagnostic]:
    left = [f"{one.path} ({one.furniture})" for one in chapters if one.furniture]
    if left:
        yield diagnose("EBK007", whole_file(name), files=", ".join(left))


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
        self._chapters = chapters
        self._files = {one.path: archive.place(one.path).file for one in chapters}
        parts = [(archive.place(package.path).file, package.text)]
        parts += [(self._files[one.path], one.text) for one in chapters]
        self._map = FilesMap(name, parts)

    def reading(self, given: Metadata, diagnostics: tuple[Diagnostic, ...]) -> Reading:
        """The reading, completed by what was `given`; `diagnostics` were found before."""
        joined = self._joined()
        meta, fragment = self._read(joined)
        blocks = tidy(fragment.blocks)
        notes = {name: tidy(note) for name, note in fragment.notes.items()}
        document = Document(meta=meta, blocks=blocks, notes=notes)
        if not blocks:
            raise PublisherError(*diagnostics, diagnose("EBK012", whole_file(self._name)))
        stated = meta.language if meta.language != "und" else None
        language = choose_language(given, stated, "dc:language", document_text(document))
        whole = complete(msgspec.structs.replace(meta, language=language.value), given)
        return Reading(
            document=msgspec.structs.replace(document, meta=whole),
            source_map=self._map,
            language=language,
            lines=(*self._described.lines, *self._lines(blocks)),
            diagnostics=(
                *diagnostics,
                *joined.diagnostics,
                *fragment.diagnostics,
                *unsure_language(self._name, language),
            ),
            embedded={**fragment.embedded, **self._pictures(joined)},
        )

    def _joined(self) -> Joined:
        meta = self._described.meta
        joint = Joint(self._files, frozenset(self._archive), meta.language, meta.direction)
        return join(self._chapters, self._contents.entries, joint)

    def _read(self, joined: Joined) -> tuple[Meta, Fragment]:
        """The metadata and the text; one chapter with an opening of ours is an article."""
        meta = self._described.meta
        opened = None
        if len(self._chapters) == 1:
            opened = take_opening(joined.tree.root, self._place(), meta)
        # An article's own headline is above its headings.
        options = Options(shift=1 if opened else 0)
        context = context_of(joined.tree, self._place(), options)
        return opened or meta, fragment_of(joined.tree, context)

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


def _kind(block: Block) -> str:
    return str(block.__struct_config__.tag)
