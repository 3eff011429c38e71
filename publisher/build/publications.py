"""A book or an issue into what the backends render: its parts read, and put together."""

import datetime
from collections.abc import Iterator, Sequence
from typing import get_args

import msgspec

from publisher.build.citations import Sourced, Wanted, set_citations
from publisher.build.description import Description, describe
from publisher.build.part_reader import PartReader, language_of
from publisher.build.plan import plan_parts
from publisher.build.prepare import Prepared, ReadWork
from publisher.build.theme_choice import differences, themes_for
from publisher.build.works import Work
from publisher.configuration.publication import NotePlace, PublicationFile, Role
from publisher.configuration.settings import Format
from publisher.diagnostics import Diagnostic, PublisherError, Severity, diagnose, worst
from publisher.document.document import Document, Meta
from publisher.fonts.library import library_for
from publisher.languages import direction
from publisher.layouts import Theme
from publisher.pictures import Picture, Shelf
from publisher.publication import About, Arrangement, Manuscript, Publication, assemble
from publisher.publication.about import know
from publisher.publication.empty import LACKING, without_empty


class Gathered(msgspec.Struct, frozen=True):
    """The parts of a publication as they were read, in order, and what was found on the way."""

    manuscripts: tuple[Manuscript, ...]
    reads: tuple[ReadWork, ...]
    cover: Picture | None = None
    told: tuple[Diagnostic, ...] = ()


def prepare_publication(
    work: Work,
    *,
    epoch: datetime.datetime | None,
    shelf: Shelf | None = None,
    strict_structure: bool = False,
    theme: str | None = None,
    printed: bool = True,
) -> Prepared:
    """The publication that `work.source` describes, for each output, its pictures, its fonts.

    `theme` goes before those that it names; `printed` says whether pages are made of it.

    Raises UsageError as `describe` and `themes_for` do; PublisherError: what is wrong with the
    description, with its parts (PUB010 for each that cannot be read, after what was found in it),
    and FNT001.
    """
    description = describe(work)
    plan = plan_parts(description, work.source.parent)
    themes = themes_for(description, work, theme)
    known = know(description.file, description.place, language_of(description), epoch)
    found = (*description.diagnostics, *known.diagnostics, *plan.diagnostics)
    if worst(found) is Severity.ERROR:
        raise PublisherError(*found)
    library = library_for(work.project.root, system=work.project.settings.fonts.system)
    reader = PartReader(
        work, description, library, shelf or Shelf(), strict=strict_structure, printed=printed
    )
    read = tuple(reader.read_all(plan.parts))
    told = (*found, *reader.found)
    gathered = Gathered(read, tuple(reader.reads), reader.cover, told)
    return put_together(work, description, known.about, gathered, themes)


def put_together(
    work: Work,
    description: Description,
    about: About,
    gathered: Gathered,
    themes: dict[Format, Theme],
) -> Prepared:
    """The publication of the parts that were `gathered`, for each output.

    Raises PublisherError: what was found in them, where any of it is an error, and as
    `set_citations` and `assemble` do.
    """
    if worst(gathered.told) is Severity.ERROR:
        raise PublisherError(*gathered.told)
    language = language_of(description)
    sourced = _sourced(gathered.manuscripts, description, language, work)
    manuscripts = _with_bibliography(gathered.manuscripts, sourced, language)
    arrangements = {
        kind: msgspec.structs.replace(
            _arrangement(kind, description.file, manuscripts, look), cover=gathered.cover
        )
        for kind, look in themes.items()
    }
    publications = _publications(about, manuscripts, description.file, arrangements)
    return Prepared(
        reads=gathered.reads,
        inputs=(
            description.source,
            *(each for read in gathered.reads for each in read.inputs),
            *sourced.inputs,
        ),
        publications=publications,
        themes=themes,
        library=library_for(work.project.root, system=work.project.settings.fonts.system),
        page_list=_wants_pages(description.file, work),
        told=(
            *gathered.told,
            *sourced.diagnostics,
            *_homeless_notes(manuscripts, description),
            *_empty_pages(manuscripts, publications, description),
        ),
    )


def _wants_pages(file: PublicationFile, work: Work) -> bool:
    """Whether the EPUB is to have a page list: what the publication says, else the project."""
    own = file.epub.page_list
    return work.project.settings.page_list if own is None else own


def _sourced(
    manuscripts: Sequence[Manuscript], description: Description, language: str, work: Work
) -> Sourced:
    """The documents of all parts with their citations set, in the language of the publication."""
    file, folder = description.file, work.source.parent
    root = work.project.root if work.project.file else work.root
    wanted = Wanted(file.references, file.citation_style, folder, root, description.place)
    return set_citations([each.document for each in manuscripts], language, wanted)


def _with_bibliography(
    manuscripts: Sequence[Manuscript], sourced: Sourced, language: str
) -> list[Manuscript]:
    """The parts as they were set, the works cited in their bibliography, or in one at the end."""
    made = [
        msgspec.structs.replace(each, document=document)
        for each, document in zip(manuscripts, sourced.documents, strict=True)
    ]
    if not sourced.entries:
        return made
    at = next((at for at, each in enumerate(made) if each.role == "bibliography"), len(made))
    if at == len(made):
        meta = Meta(language=language, direction=direction(language))
        empty = Document(meta=meta)
        made.append(Manuscript(name="bibliography", role="bibliography", document=empty))
    document = made[at].document
    blocks = (*document.blocks, *sourced.entries)
    own = msgspec.structs.replace(document, blocks=blocks)
    made[at] = msgspec.structs.replace(made[at], document=own)
    return made


def _publications(
    about: About,
    manuscripts: Sequence[Manuscript],
    file: PublicationFile,
    arrangements: dict[Format, Arrangement],
) -> dict[Format, Publication]:
    """The publication of each output; the same one where the outputs do not differ."""
    made: dict[Format, Publication] = {}
    for kind, arrangement in arrangements.items():
        parts = _for(kind, manuscripts, file)
        same = next(
            (
                made[other]
                for other in made
                if _for(other, manuscripts, file) == parts and arrangements[other] == arrangement
            ),
            None,
        )
        made[kind] = same or without_empty(assemble(about, parts, arrangement))
    return made


def _empty_pages(
    manuscripts: Sequence[Manuscript],
    publications: dict[Format, Publication],
    description: Description,
) -> Iterator[Diagnostic]:
    """PUB018 for each page that an output was to have, and that nothing would stand on."""
    roles = {
        each.role: None
        for kind, publication in publications.items()
        for each in _for(kind, manuscripts, description.file)
        if each.role in LACKING and not publication.has(each.role)
    }
    for role in roles:
        facts = {"role": role, "lacking": LACKING[role]}
        yield diagnose("PUB018", description.place(f'"{role}"'), **facts)


def _for(
    kind: Format, manuscripts: Sequence[Manuscript], file: PublicationFile
) -> list[Manuscript]:
    """The parts that an output has: no page for notes that stand elsewhere."""
    own = differences(kind, file)
    left_out: set[Role] = set(own.leave_out)
    if (own.notes or file.notes) != "book":
        left_out.add("notes")
    return [each for each in manuscripts if each.only in (None, kind) and each.role not in left_out]


def _notes_place(
    kind: Format, file: PublicationFile, manuscripts: Sequence[Manuscript]
) -> NotePlace:
    """Where an output has its notes: together only where a part is there to hold them."""
    place = differences(kind, file).notes or file.notes
    held = any(each.role == "notes" for each in _for(kind, manuscripts, file))
    return "chapter" if place == "book" and not held else place


def _homeless_notes(
    manuscripts: Sequence[Manuscript], description: Description
) -> Iterator[Diagnostic]:
    """PUB014 where notes are to stand together and have no place, PUB017 the other way round."""
    file = description.file
    places = {differences(kind, file).notes or file.notes for kind in get_args(Format)}
    if "book" not in places and any(each.role == "notes" for each in manuscripts):
        yield diagnose("PUB017", description.place("notes"))
    for kind in get_args(Format):
        wanted = differences(kind, file).notes or file.notes
        if wanted != _notes_place(kind, file, manuscripts):
            yield diagnose("PUB014", description.place('"book"'))
            return


def _arrangement(
    kind: Format, file: PublicationFile, manuscripts: Sequence[Manuscript], theme: Theme
) -> Arrangement:
    usual_depth = theme.described.contents_depth or (1 if file.kind == "book" else 2)
    if file.kind == "book":
        usual_depth += max((each.depth for each in manuscripts), default=0)  # chapters in divisions
    return Arrangement(
        numbering=file.numbering or theme.described.numbering,
        notes=_notes_place(kind, file, manuscripts),
        contents_depth=file.contents_depth or usual_depth,
        cover_alt=file.cover.alt,
    )
