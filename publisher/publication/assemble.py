"""From manuscripts in order to a publication: numbers, references, contents, lists."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.configuration.publication import NotePlace, Numbering, Start
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.ids import Ids
from publisher.document.nodes import Figure, Heading, Inlines, Table, Text
from publisher.document.text import plain, runs
from publisher.index import Index, MadeIndex, make_index, marks_of
from publisher.pictures import Picture
from publisher.publication.anchors import anchors
from publisher.publication.contents import in_contents, nested
from publisher.publication.glossary import refer_to_glossary
from publisher.publication.headings import label_words, lowered, number_parts
from publisher.publication.labels import Label
from publisher.publication.lists import listed
from publisher.publication.manuscript import Manuscript
from publisher.publication.notes import LONGEST_AT_FOOT
from publisher.publication.publication import About, Entry, Part, Publication
from publisher.publication.roles import TRAITS, Matter, role_word
from publisher.publication.settle import Settled, Unsettled, settle_all
from publisher.terms import terms_for

HEADLINE = "headline"
"""The anchor of the headline in a publication of a single article."""


class Arrangement(msgspec.Struct, frozen=True, kw_only=True):
    """How a publication is put together: what has numbers, and where notes stand."""

    numbering: Numbering = Numbering()
    notes: NotePlace = "foot"
    contents_depth: int = 2
    cover: Picture | None = None
    cover_alt: str | None = None


def assemble(
    about: About, manuscripts: Sequence[Manuscript], arrangement: Arrangement | None = None
) -> Publication:
    """The publication of `manuscripts`, in their order; their names differ.

    Raises PublisherError as `settle_all` and `number_parts` do.
    """
    arrangement = arrangement or Arrangement()
    defined = refer_to_glossary([_in_place(each, about) for each in manuscripts])
    placed = defined.manuscripts
    language = terms_for(about.language).language
    labels = tuple(number_parts(placed, arrangement.numbering, language))
    ids = Ids(*(_anchor(each, about) for each in placed))
    work = settle_all(
        [_unsettled(*each, about) for each in zip(placed, labels, strict=True)],
        ids,
        arrangement.numbering,
    )
    parts = tuple(
        _part(manuscript, label, settled, about, matter)
        for manuscript, label, settled, matter in zip(
            placed, labels, work.documents, _matters(placed), strict=True
        )
    )
    index = _index(parts, about)
    pictures = {file.name: file for each in manuscripts for file in each.pictures.values()}
    cover = arrangement.cover
    if cover:
        pictures[cover.name] = cover
    return Publication(
        **msgspec.structs.asdict(about),
        parts=parts,
        contents=_contents(parts, about),
        contents_depth=arrangement.contents_depth,
        figures=tuple(listed(parts, work.labels, Figure)),
        tables=tuple(listed(parts, work.labels, Table)),
        index=index.index,
        notes=arrangement.notes,
        cover=cover.name if cover else None,
        cover_alt=arrangement.cover_alt,
        anchors=anchors(tuple((part.document, part.notes) for part in parts)),
        pictures=pictures,
        diagnostics=(
            *defined.diagnostics,
            *index.diagnostics,
            *(found for each in work.documents for found in each.diagnostics),
            *(_long_notes(parts) if arrangement.notes in ("foot", "margin") else ()),
        ),
    )


def _in_place(manuscript: Manuscript, about: About) -> Manuscript:
    """The manuscript with its headings at their levels, and its title where its role has one."""
    document = lowered(manuscript.document, manuscript.depth)
    if not document.meta.title:
        title = _role_title(manuscript, about)
        document = msgspec.structs.replace(
            document, meta=msgspec.structs.replace(document.meta, title=title)
        )
    return msgspec.structs.replace(manuscript, document=document)


def _role_title(manuscript: Manuscript, about: About) -> Inlines:
    terms = terms_for(about.language)
    word = role_word(manuscript.role, terms)
    return (Text(text=word),) if word else ()


def _anchor(manuscript: Manuscript, about: About) -> str:
    return HEADLINE if about.kind == "article" else manuscript.name


def _unsettled(manuscript: Manuscript, label: Label | None, about: About) -> Unsettled:
    return Unsettled(
        document=manuscript.document,
        prefix=manuscript.name,
        terms=terms_for(manuscript.document.meta.language),
        anchor=_anchor(manuscript, about),
        label=label,
        path=manuscript.path,
        pictures=manuscript.pictures,
    )


def _matters(parts: Sequence[Manuscript]) -> Iterator[Matter]:
    """Which matter each part belongs to: a preface that stands among chapters is one of them."""
    before: Matter | None = None
    for part in parts:
        own = TRAITS[part.role].matter
        matter = before if before and own == "front" else own
        before = matter if before or own == "body" else None
        yield matter


def _part(
    manuscript: Manuscript, label: Label | None, settled: Settled, about: About, matter: Matter
) -> Part:
    language = about.language
    return Part(
        name=manuscript.name,
        role=manuscript.role,
        matter=matter,
        document=settled.document,
        notes=settled.notes,
        anchor=_anchor(manuscript, about),
        label=label_words(label, terms_for(language), language),
        number=label.number if label else None,
        depth=manuscript.depth,
        section=manuscript.section,
        start=manuscript.start or _start(manuscript, about),
        only=manuscript.only,
        space=manuscript.space,
        layout=manuscript.layout,
    )


def _start(manuscript: Manuscript, about: About) -> Start:
    """Where a part starts that does not say so.

    No page of an issue is left blank for a recto, nor is one begun for what hardly fills it.
    """
    usual = TRAITS[manuscript.role].start
    if about.kind != "issue":
        return usual
    short = manuscript.role == "masthead" or manuscript.space in ("half", "quarter")
    return "running-on" if short else "page"


def _contents(parts: Sequence[Part], about: About) -> tuple[Entry, ...]:
    """The parts as a tree by their depth, each with the headings of its text."""
    waiting = list(_entries(parts, about))

    def tree(depth: int) -> Iterator[Entry]:
        while waiting and waiting[0][0] >= depth:
            own, entry = waiting.pop(0)
            below = tuple(tree(own + 1))
            yield msgspec.structs.replace(entry, children=(*entry.children, *below))

    return tuple(tree(0))


def _entries(parts: Sequence[Part], about: About) -> Iterator[tuple[int, Entry]]:
    for part in parts:
        title = in_contents(part.document.meta.title)
        if (title or part.label) and part.role != "advertisement":
            headings = [block for block in part.document.blocks if isinstance(block, Heading)]
            children = nested(headings, part.name)
            yield part.depth, Entry(title, part.name, part.anchor, children, part.label)


def _index(parts: Sequence[Part], about: About) -> MadeIndex:
    """The index of all marks, where the publication has one."""
    if not any(part.role == "index" for part in parts):
        return MadeIndex(Index(), ())
    marks = (mark for part in parts for mark in marks_of((part.document, part.notes), part.name))
    return make_index(marks, about.language)


def _long_notes(parts: Sequence[Part]) -> Iterator[Diagnostic]:
    """LAY013 for each note that keeps those of its part from the foot of their pages."""
    for part in parts:
        for note in part.notes:
            length = len("".join(map(plain, runs(note))))
            if length > LONGEST_AT_FOOT:
                place = note.blocks[0].span if note.blocks else None
                facts = {"length": f"{length:,}", "limit": f"{LONGEST_AT_FOOT:,}"}
                yield diagnose("LAY013", place, **facts)
