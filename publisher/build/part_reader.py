"""The parts of a publication read one after the other: sources, pictures, roles, names."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import langcodes
import msgspec

from publisher.assets import printable
from publisher.build.description import Description
from publisher.build.letters import Missing, missing_letters, tell_missing
from publisher.build.part_names import PartNames
from publisher.build.plan import Planned
from publisher.build.prepare import ReadWork, read_work
from publisher.build.works import Work
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import Role
from publisher.diagnostics import Diagnostic, PublisherError, Severity, UsageError, diagnose
from publisher.document.document import Document, Meta
from publisher.document.nodes import Figure, Image, Text
from publisher.document.text import plain
from publisher.fonts.library import Library
from publisher.pictures import Picture, Pictures, Shelf, take_pictures
from publisher.pictures.kinds import SUFFIXES as PICTURES
from publisher.publication import Manuscript
from publisher.publication.order import in_order
from publisher.publication.roles import TRAITS, role_of_title
from publisher.publication.split import split_chapters
from publisher.sources import FORMATS
from publisher.sources.metadata import direction
from publisher.sources.reading import SURE
from publisher.terms import terms_for

UNNAMED = "en"
"""The language of a publication that names none."""

_TOLD_BY_WORDS = frozenset(("detected", "detected-by-vowels", "default", "too-short"))
"""By what rules a reader knows the language of a text that does not say it."""


class PartReader:
    """Reads the parts of one publication, in order."""

    def __init__(
        self,
        work: Work,
        description: Description,
        library: Library,
        shelf: Shelf,
        *,
        strict: bool,
        printed: bool,
    ) -> None:
        self._work = work
        self._description = description
        self._library = library
        self._shelf = shelf
        self._strict = strict
        self._printed = printed
        self._names = PartNames()
        self._pictures_known: dict[str, Picture] = {}
        self._language = language_of(description)
        self._is_issue = description.file.kind == "issue"
        self._base = _base(description, work)
        self.reads: list[ReadWork] = []
        self.found: list[Diagnostic] = []
        self._missing: list[Missing] = []
        self.cover = self._cover()

    def read_all(self, parts: Sequence[Planned]) -> Iterator[Manuscript]:
        """All parts, the files of each pattern in the order that its entry asks for."""
        for _, run in itertools.groupby(parts, key=lambda planned: id(planned.entry)):
            files = list(run)
            read = [made for planned in files for made in self.read(planned)]
            yield from in_order(read, files[0].entry.sort)
        self.found += tell_missing(self._missing, printed=self._printed)

    def read(self, planned: Planned) -> Iterator[Manuscript]:
        """The part, or the parts, that `planned` comes to; none where it cannot be read."""
        if planned.path is None:
            yield self._made(planned)
            return
        if planned.entry.role == "advertisement" and planned.path.suffix.lower() in PICTURES:
            yield self._picture(planned, planned.path)
            return
        work = self._source(planned.path)
        base = msgspec.structs.replace(self._base, entry=planned.entry.entry)
        try:
            read = self._told(work, base)
        except UsageError:
            raise
        except PublisherError as failure:
            name = printable(planned.path)
            errors = sum(each.severity is Severity.ERROR for each in failure.diagnostics)
            count = "1 error" if errors == 1 else f"{errors} errors"
            self.found += [*failure.diagnostics]
            place = self._description.place(planned.entry.source or planned.path.name)
            self.found.append(diagnose("PUB010", place, name=name, count=count))
            return
        self.reads.append(read)
        self.found += read.diagnostics
        taken = self._pictures(read, work)
        source_map = read.reading.source_map
        self._missing += missing_letters(taken.document, source_map, self._library)
        documents = (
            tuple(split_chapters(taken.document)) if self._in_one(planned) else (taken.document,)
        )
        for document in documents:
            yield self._manuscript(planned, document, taken, work)

    def _told(self, work: Work, base: Metadata) -> ReadWork:
        """The source in its own language, or, where it does not say one, in the publication's.

        One that is told by its words alone has to be another language, and surely.
        """
        own = self._description.file.language
        usual = self._description.file.metadata.language
        if usual or own is None:
            return read_work(work, strict=self._strict, base=base)
        given = msgspec.structs.replace(base, language=own)
        if FORMATS.get(work.source.suffix.lower()) == "markdown" and not self._is_issue:
            return read_work(work, strict=self._strict, base=given)
        read = read_work(work, strict=self._strict, base=base)
        found = read.reading.language
        told = found.rule in _TOLD_BY_WORDS
        same = found.value.partition("-")[0] == own.partition("-")[0]
        if told and (same or found.confidence < SURE):
            return read_work(work, strict=self._strict, base=given)
        return read

    def _cover(self) -> Picture | None:
        cover = self._description.file.cover
        if cover.image is None:
            return None
        taken = self._shown(cover.image, cover.alt or "")
        return next(iter(taken.table.values()), None)

    def _shown(self, source: str, alt: str | None) -> Pictures:
        """A document of one picture below the publication's folder, which nobody wrote."""
        place = self._description.place(source)
        image = Image(src=source, alt=alt, span=place)
        meta = Meta(language=self._language, direction=direction(self._language))
        taken = take_pictures(
            Document(meta=meta, blocks=(Figure(images=(image,), span=place),)),
            root=self._work.root,
            folder=self._work.source.parent,
            limits=self._work.project.settings.limits,
            shelf=self._shelf,
            known=self._pictures_known,
        )
        self.found += taken.diagnostics
        return taken

    def _picture(self, planned: Planned, path: Path) -> Manuscript:
        """An advertisement that came as a picture; its title says what is to be seen."""
        source = path.relative_to(self._work.source.parent).as_posix()
        taken = self._shown(source, planned.entry.title)
        made = self._made(planned)
        return msgspec.structs.replace(
            made,
            document=msgspec.structs.replace(made.document, blocks=taken.document.blocks),
            only=planned.entry.only,
            pictures=taken.table,
        )

    def _source(self, path: Path) -> Work:
        """The source of a part as a work that can be read."""
        project = self._work.project
        typography = self._description.file.typography
        if typography:
            settings = msgspec.structs.replace(project.settings, typography=typography)
            project = msgspec.structs.replace(project, settings=settings)
        return Work(self._work.name, path, self._work.root, project)

    def _in_one(self, planned: Planned) -> bool:
        return self._description.in_one and planned.path == self._work.source

    def _pictures(self, read: ReadWork, work: Work) -> Pictures:
        taken = take_pictures(
            read.typeset.document,
            root=work.root,
            folder=work.source.parent,
            embedded=read.reading.embedded,
            limits=work.project.settings.limits,
            shelf=self._shelf,
            known=self._pictures_known,
        )
        self.found += taken.diagnostics
        return taken

    def _made(self, planned: Planned) -> Manuscript:
        entry, role = planned.entry, planned.entry.role or "chapter"
        title = (Text(text=entry.title),) if entry.title else ()
        subtitle = (Text(text=entry.subtitle),) if entry.subtitle else ()
        language = self._language
        meta = Meta(
            title=title, standfirst=subtitle, language=language, direction=direction(language)
        )
        wanted = role if TRAITS[role].made else entry.title or role
        return Manuscript(
            name=self._names.fresh(wanted, role),
            role=role,
            document=Document(meta=meta),
            depth=planned.depth,
            section=entry.title if role == "section" else planned.section,
            start=entry.start,
            only="pdf" if role == "advertisement" else entry.only,  # a space on paper alone
            space=entry.space,
        )

    def _manuscript(
        self, planned: Planned, document: Document, taken: Pictures, work: Work
    ) -> Manuscript:
        entry, meta = planned.entry, document.meta
        if entry.title:
            meta = msgspec.structs.replace(meta, title=(Text(text=entry.title),))
        if entry.subtitle:
            meta = msgspec.structs.replace(meta, standfirst=(Text(text=entry.subtitle),))
        role = self._role(planned, document)
        stem = plain(meta.title) if self._in_one(planned) else work.source.stem
        return Manuscript(
            name=self._names.fresh(stem, role),
            role=role,
            document=msgspec.structs.replace(document, meta=meta),
            path=work.source.relative_to(self._work.source.parent).as_posix(),
            depth=planned.depth,
            section=planned.section or plain(meta.kicker) or None,
            start=entry.start,
            only=entry.only,
            space=entry.space,
            layout=entry.layout,
            alphabetical=entry.alphabetical,
            pictures=taken.table,
        )

    def _role(self, planned: Planned, document: Document) -> Role:
        """What is said of a part in the description, then in its source, then by its title."""
        said = next((role for role in get_args(Role) if role == document.meta.role), None)
        titled = role_of_title(plain(document.meta.title), terms_for(self._language))
        usual: Role = "article" if self._description.file.kind == "issue" else "chapter"
        return planned.entry.role or said or titled or usual


def language_of(description: Description) -> str:
    """The language of a publication. Raises UsageError: CFG005 for one that is none."""
    tag = description.file.language or UNNAMED
    if not langcodes.tag_is_valid(tag):
        raise UsageError(diagnose("CFG005", description.place(tag), tag=tag))
    return tag


def _base(description: Description, work: Work) -> Metadata:
    """What holds for all sources of a publication that do not say otherwise.

    An issue may hold articles in several languages: each is told by its words.
    """
    file = description.file
    shared = file.metadata.over(work.project.settings.metadata)
    language = file.metadata.language
    return msgspec.structs.replace(shared, language=language, byline=(), date=None)
