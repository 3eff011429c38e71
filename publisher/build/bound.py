"""A book or an issue that came in one file (an EPUB) into what the backends render."""

import datetime

import msgspec

from publisher.assets import Source
from publisher.build.description import Description
from publisher.build.letters import Missing, missing_letters, tell_missing
from publisher.build.part_names import PartNames
from publisher.build.part_reader import language_of
from publisher.build.prepare import Prepared, ReadWork
from publisher.build.publications import Gathered, put_together
from publisher.build.theme_choice import themes_for
from publisher.build.works import Work
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import Person, PublicationFile, Role
from publisher.diagnostics import Diagnostic
from publisher.document.document import Document, Meta
from publisher.document.nodes import Figure, Image
from publisher.document.text import plain
from publisher.fonts.library import Library, library_for
from publisher.pictures import Picture, Pictures, Shelf, take_pictures
from publisher.publication import Manuscript
from publisher.publication.about import know
from publisher.publication.roles import TRAITS, role_of_title
from publisher.sources.reading import ReadPart, ReadPublication
from publisher.terms import terms_for
from publisher.typography import typeset

_ALIKE = ("language", "date", "modified", "identifier", "publisher", "rights", "description")
_LISTED = ("subjects", "references")


def prepare_bound(
    work: Work,
    read: ReadWork,
    publication: ReadPublication,
    *,
    epoch: datetime.datetime | None,
    shelf: Shelf,
    theme: str | None,
    printed: bool = True,
) -> Prepared:
    """The publication that was `read` from one file, for each output, its pictures, its fonts.

    What is given beside the file goes before what it says of itself. Raises UsageError as
    `themes_for` does; PublisherError for what is wrong with its parts, and FNT001.
    """
    file = _completed(publication.file, read.given, read.reading.document.meta)
    description = Description(file, Source(read.inputs[0].name, b"", read.inputs[0].path))
    known = know(file, description.place, language_of(description), epoch)
    library = library_for(work.project.root, system=work.project.settings.fonts.system)
    binder = _Binder(work, read, description, library, shelf)
    manuscripts = tuple(map(binder.manuscript, publication.parts))
    cover = binder.cover()
    missing = tell_missing(binder.missing, printed=printed)
    told = (*read.reading.diagnostics, *known.diagnostics, *binder.found, *missing)
    gathered = Gathered(manuscripts, (read,), cover, told)
    themes = themes_for(description, work, theme)
    return put_together(work, description, known.about, gathered, themes)


def _completed(file: PublicationFile, given: Metadata, meta: Meta) -> PublicationFile:
    """What a file says of itself, under what is given for it."""
    changes = {name: value for name in (*_ALIKE, *_LISTED) if (value := getattr(given, name))}
    if given.byline:
        changes["contributors"] = tuple(
            one if isinstance(one, str) else Person(one.name, one.role or "aut", one.sort)
            for one in given.byline
        )
    usual = {"language": file.language or meta.language}
    return msgspec.structs.replace(file, **usual | changes)


class _Binder:
    """Makes manuscripts of parts, one after the other."""

    def __init__(
        self,
        work: Work,
        read: ReadWork,
        description: Description,
        library: Library,
        shelf: Shelf,
    ) -> None:
        self._work = work
        self._read = read
        self._file = description.file
        self._place = description.place
        self._language = language_of(description)
        self._library = library
        self._shelf = shelf
        self._names = PartNames()
        self.found: list[Diagnostic] = []
        self.missing: list[Missing] = []

    def manuscript(self, part: ReadPart) -> Manuscript:
        """The part as it is to be set."""
        mode = self._work.project.settings.typography
        within = self._read.reading.source_map.within
        made = typeset(part.document, mode, within)
        self.found += made.diagnostics
        taken = self._pictures(made.document)
        source_map = self._read.reading.source_map
        self.missing += missing_letters(taken.document, source_map, self._library)
        entry, role = part.entry, self._role(part)
        return Manuscript(
            name=self._names.fresh(part.name, role),
            role=role,
            document=taken.document,
            depth=part.depth,
            section=entry.section,
            start=entry.start,
            space=entry.space,
            layout=entry.layout,
            pictures=taken.table,
        )

    def _pictures(self, document: Document) -> Pictures:
        taken = take_pictures(
            document,
            root=self._work.root,
            folder=self._work.source.parent,
            embedded=self._read.reading.embedded,
            limits=self._work.project.settings.limits,
            shelf=self._shelf,
        )
        self.found += taken.diagnostics
        return taken

    def _role(self, part: ReadPart) -> Role:
        """What the file says of a part, or its title; never a page that has no text of its own."""
        titled = role_of_title(plain(part.document.meta.title), terms_for(self._language))
        if titled and TRAITS[titled].made:
            titled = None
        return part.entry.role or titled or "chapter"

    def cover(self) -> Picture | None:
        """The picture of the cover."""
        cover = self._file.cover
        if cover.image is None:
            return None
        image = Image(src=cover.image, alt=cover.alt or "", span=self._place(cover.image))
        taken = self._pictures(Document(meta=Meta(), blocks=(Figure(images=(image,)),)))
        return next(iter(taken.table.values()), None)
