"""A work's source into the publication that the backends render: read, typeset, assemble."""

import datetime

import langcodes
import msgspec

from publisher.assets import Source, printable, read_source
from publisher.build.citations import Sourced, Wanted, set_citations
from publisher.build.letters import missing_letters, tell_missing
from publisher.build.limits import require_few_lines, require_few_passages
from publisher.build.scripts import never_vertical
from publisher.build.works import DESCRIPTION, Work, sidecar
from publisher.configuration.metadata import Metadata
from publisher.configuration.settings import Format, Structure, shown
from publisher.configuration.toml import key_place, load, value_place
from publisher.diagnostics import (
    Diagnostic,
    PublisherError,
    Severity,
    UsageError,
    diagnose,
    worst,
)
from publisher.document.document import Document
from publisher.document.nodes import Heading, Text
from publisher.document.normalisation import Normalisation
from publisher.fonts.library import Library, library_for
from publisher.layouts import Theme, load_theme
from publisher.pictures import Shelf, take_pictures
from publisher.publication import Publication, assemble_article
from publisher.sources import Reading, read
from publisher.sources.certainty import doubts, refusals
from publisher.span import Span, whole_file
from publisher.terms import terms_for
from publisher.typography import Typeset, typeset


class ReadWork(msgspec.Struct, frozen=True):
    """A work as it was read and typeset, the files that were read, and what was found."""

    given: Metadata
    inputs: tuple[Source, ...]
    reading: Reading
    typeset: Typeset

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading found, then what typesetting found."""
        return (*self.reading.diagnostics, *self.typeset.diagnostics)

    @property
    def changes(self) -> tuple[Normalisation, ...]:
        """Every change of the text between the source and the page, in that order."""
        return (*self.reading.normalisations, *self.typeset.changes)


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A work that is ready to be rendered: a publication for each output.

    `reads` are its sources as they were read, `inputs` all files that it was made from; `told` is
    what was found before it was assembled. `themes` are those that the outputs are set in.
    """

    reads: tuple[ReadWork, ...]
    inputs: tuple[Source, ...]
    publications: dict[Format, Publication]
    themes: dict[Format, Theme]
    library: Library
    told: tuple[Diagnostic, ...] = ()
    page_list: bool = True

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found while it was read, then of its pictures, then of its references."""
        assembled = (found for each in self.publications.values() for found in each.diagnostics)
        return (*self.told, *dict.fromkeys(assembled))

    @property
    def changes(self) -> tuple[Normalisation, ...]:
        """Every change of the text between the sources and the pages."""
        return tuple(change for read in self.reads for change in read.changes)


def read_work(
    work: Work, *, strict: bool = False, whole: bool = False, base: Metadata | None = None
) -> ReadWork:
    """The document of `work`, as it is read and as it is to be set.

    `strict` refuses what the reader is not sure of, `whole` takes all of an HTML file. `base` holds
    what is said of it, by default the project's metadata, where no file beside it does. Raises
    PublisherError as `read_source` and `read` do, SRC030 to SRC032 for what is too large, TXT007
    and TXT008 for what is refused; UsageError as `load` does for its metadata, CFG005 for a
    language that is none, PUB016 for a description of many sources.
    """
    if work.source.name == DESCRIPTION:
        name = printable(work.source)
        raise UsageError(diagnose("PUB016", whole_file(name), file=name))
    settings = work.project.settings
    described = _described(work)
    given = _metadata(work, described, base or settings.metadata)
    if whole:
        given = msgspec.structs.replace(given, whole=True)
    source = read_source(work.source, limit=settings.limits.source_bytes)
    require_few_lines(source, settings.limits)
    reading = read(source, given)
    reading = _certain(reading, settings.structure, strict=strict)
    require_few_passages(reading, settings.limits)  # before what takes longer than they do
    return ReadWork(
        given=reading.said or given,
        inputs=(source, *((described,) if described else ())),
        reading=reading,
        typeset=typeset(reading.document, settings.typography, reading.source_map.within),
    )


def _certain(reading: Reading, structure: Structure, *, strict: bool) -> Reading:
    """The reading with a note on each choice that is not sure enough.

    Raises PublisherError: TXT007 and TXT008, where such choices are refused.
    """
    if strict or structure.strict:
        refused = refusals(reading, structure.confidence)
        if refused:
            raise PublisherError(*reading.diagnostics, *refused)
    unsure = doubts(reading, structure.confidence)
    return msgspec.structs.replace(reading, diagnostics=(*reading.diagnostics, *unsure))


def prepare(
    work: Work,
    *,
    epoch: datetime.datetime | None,
    shelf: Shelf | None = None,
    strict_structure: bool = False,
    theme: str | None = None,
    printed: bool = True,
) -> Prepared:
    """The publication of `work`, its pictures, and the theme and fonts to set it in.

    Pictures on `shelf` are not processed again; `strict_structure` is `strict` of `read_work`.
    `theme` goes before the project's; `printed` says whether pages are made of it.

    Raises PublisherError as `read_work` does, and FNT001 for characters that no font can print;
    UsageError as `load_theme` does.
    """
    found = read_work(work, strict=strict_structure)
    return prepare_read(work, found, epoch=epoch, shelf=shelf, theme=theme, printed=printed)


def prepare_read(
    work: Work,
    found: ReadWork,
    *,
    epoch: datetime.datetime | None,
    shelf: Shelf | None = None,
    theme: str | None = None,
    printed: bool = True,
) -> Prepared:
    """`prepare` for an article that was read already; raises as it does."""
    settings = work.project.settings
    look = load_theme(theme or settings.theme, work.project.root)
    library = library_for(work.project.root, system=settings.fonts.system)
    taken = take_pictures(
        found.typeset.document,
        root=work.root,
        folder=work.source.parent,
        embedded=found.reading.embedded,
        limits=settings.limits,
        shelf=shelf,
    )
    cited = _cited(work, found, taken.document)
    (document,) = cited.documents
    missing = tuple(
        tell_missing(missing_letters(document, found.reading.source_map, library), printed=printed)
    )
    told = (*found.diagnostics, *taken.diagnostics, *cited.diagnostics, *missing)
    told = (*told, *never_vertical(found.given.writing, document.meta.language, work.source))
    if worst(missing) is Severity.ERROR:
        raise PublisherError(*told)
    publication = assemble_article(
        document,
        found.given,
        epoch=epoch,
        pictures=taken.table,
        numbering=look.described.numbering,
    )
    return Prepared(
        reads=(found,),
        inputs=(*found.inputs, *cited.inputs),
        publications={"epub": publication, "pdf": publication},
        themes={"epub": look, "pdf": look},
        library=library,
        told=told,
        page_list=settings.page_list,
    )


def _cited(work: Work, read: ReadWork, document: Document) -> Sourced:
    """The article with its citations set, and the works that it cites at its end."""
    texts = [(source.data.decode("utf-8", "replace"), source.name) for source in read.inputs]

    def place(value: str) -> Span:
        found = (value_place(text, name, value) for text, name in reversed(texts))
        return next((span for span in found if span.column), whole_file(read.inputs[0].name))

    files, style = read.given.references, read.given.citation_style
    wanted = Wanted(files, style, work.source.parent, work.root, place)
    language = document.meta.language
    sourced = set_citations((document,), language, wanted)
    if not sourced.entries:
        return sourced
    (cited,) = sourced.documents
    title = (Text(text=terms_for(language).bibliography),)
    blocks = (*cited.blocks, Heading(level=1, children=title), *sourced.entries)
    ended = msgspec.structs.replace(cited, blocks=blocks)
    return msgspec.structs.replace(sourced, documents=(ended,))


def _described(work: Work) -> Source | None:
    path = sidecar(work)
    return read_source(path, limit=1_000_000) if path.is_file() else None


def _metadata(work: Work, described: Source | None, shared: Metadata) -> Metadata:
    if described is None:
        project = work.project.file
        return _with_known_language(shared, whole_file(shown(project) if project else ""))
    text = described.data.decode("utf-8", errors="replace")
    given = load(text, described.name, Metadata)
    place = key_place(text, described.name, "language")
    return _with_known_language(given.over(shared), place)


def _with_known_language(given: Metadata, place: Span) -> Metadata:
    if given.language is not None and not langcodes.tag_is_valid(given.language):
        raise UsageError(diagnose("CFG005", place, tag=given.language))
    return given
