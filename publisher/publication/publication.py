"""The publication: metadata, parts in reading order, and the tree of its contents."""

import functools
from typing import Literal

import msgspec

from publisher.configuration.publication import (
    Accessibility,
    Isbn,
    Kind,
    Layout,
    NotePlace,
    Periodical,
    Role,
    Series,
    Space,
    Start,
)
from publisher.diagnostics import Diagnostic
from publisher.document.document import Document
from publisher.document.nodes import Inlines
from publisher.document.text import document_text, plain, runs
from publisher.index import Index
from publisher.pictures import Picture
from publisher.publication.roles import TRAITS, Matter
from publisher.publication.settled import Note
from publisher.span import Span


class Contributor(msgspec.Struct, frozen=True):
    """A person or body; `role` is a MARC relator code (id.loc.gov/vocabulary/relators).

    `credit` says what they did in the words of the publication, `about` who they are.
    """

    name: str
    role: str = "aut"
    file_as: str | None = None
    about: str | None = None
    credit: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """A line of the contents: its words, the part and the anchor in it that it leads to.

    `label` goes before the words: "Chapter 3".
    """

    title: Inlines
    part: str
    anchor: str
    children: tuple["Entry", ...] = ()
    label: Inlines = ()

    @property
    def depth(self) -> int:
        """How many levels of contents there are from this entry down, itself counted."""
        return 1 + max((child.depth for child in self.children), default=0)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One settled document of a publication; `name` starts its file name and its anchors.

    `anchor` is the id of its headline, or of the part itself. `label` goes before its title:
    "Chapter 3". `depth` counts the divisions that it stands in: its headline is a heading of level
    `depth` + 1, and the levels of the headings in its text are those below. `matter` says whether
    it is front matter, the body or back matter, by its role and by what stands before it.

    An EPUB may have a part in several files, each a part of the same role: the later ones
    `continues` it. `share` says from where to where each has an index, or the notes of a book.
    """

    name: str
    role: Role
    matter: Matter
    document: Document
    notes: tuple[Note, ...] = ()
    anchor: str = ""
    label: Inlines = ()
    number: str | None = None
    depth: int = 0
    section: str | None = None
    start: Start = "page"
    only: Literal["epub", "pdf"] | None = None
    space: Space | None = None
    layout: Layout | None = None
    continues: bool = False
    share: tuple[int, int] | None = None

    @property
    def quiet(self) -> bool:
        """Whether it shows no title of its own."""
        return TRAITS[self.role].quiet or not self.document.meta.title


def part_text(part: Part) -> str:
    """The words of a part and of its notes, one run a line."""
    notes = (plain(run) for note in part.notes for run in runs(note))
    return "\n".join((document_text(part.document), *notes))


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What catalogues, stores and imprint pages say of a publication.

    `identifier` is a URN. `vertical`: on screens, lines run downwards. `modified` is UTC in
    the form of xsd:dateTime. `publication` is the name of the periodical.
    """

    kind: Kind
    identifier: str
    title: str
    file_as: str
    language: str
    direction: Literal["ltr", "rtl"]
    vertical: bool = False
    modified: str
    subtitle: str | None = None
    contributors: tuple[Contributor, ...] = ()
    date: str | None = None
    edition: str | None = None
    publication: str | None = None
    publisher: str | None = None
    place: str | None = None
    rights: str | None = None
    licence: str | None = None
    description: str | None = None
    subjects: tuple[str, ...] = ()
    bisac: tuple[str, ...] = ()
    thema: tuple[str, ...] = ()
    source: str | None = None
    isbn: Isbn = Isbn()
    doi: str | None = None
    onix: str | None = None
    series: Series | None = None
    periodical: Periodical | None = None
    accessibility: Accessibility = Accessibility()
    cover_lines: tuple[str, ...] = ()

    @property
    def print_identifier(self) -> str:
        """What the printed edition is known by: its ISBN, or the identifier of all editions."""
        isbn = self.isbn.pdf
        return f"urn:isbn:{isbn.replace('-', '')}" if isbn else self.identifier

    @property
    def makers(self) -> tuple[Contributor, ...]:
        """The contributors, authors before all others."""
        return tuple(sorted(self.contributors, key=lambda each: each.role != "aut"))

    def by_role(self, *roles: str) -> tuple[Contributor, ...]:
        """The contributors with one of these MARC relator codes, in order."""
        return tuple(each for each in self.contributors if each.role in roles)


class Publication(About, frozen=True, kw_only=True, dict=True):
    """What a backend renders.

    `anchors` leads from each id in the outputs back to the place in the source that it was made
    from. `pictures` holds the files of the images by their names. `figures` and `tables` list what
    has a number, `index` the places of its marks. `notes` says where notes stand, `contents_depth`
    how deep the printed contents go. `cover` is the name of the cover's picture; without one it is
    drawn. `diagnostics` is what was found while it was assembled.
    """

    parts: tuple[Part, ...] = ()
    contents: tuple[Entry, ...] = ()
    contents_depth: int = 2
    figures: tuple[Entry, ...] = ()
    tables: tuple[Entry, ...] = ()
    index: Index = Index()
    notes: NotePlace = "foot"
    cover: str | None = None
    cover_alt: str | None = None
    title_lines: Inlines = ()
    anchors: dict[str, Span] = {}
    pictures: dict[str, Picture] = {}
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def depth(self) -> int:
        """How many levels the contents have."""
        return max((entry.depth for entry in self.contents), default=0)

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections, each once, in order."""
        return tuple(dict.fromkeys(part.section for part in self.parts if part.section))

    @property
    def body_start(self) -> str | None:
        """The name of the first part of the body."""
        return next((part.name for part in self.parts if part.matter == "body"), None)

    def part(self, name: str) -> Part:
        """The part of that name."""
        return self._by_name[name]

    @functools.cached_property
    def _by_name(self) -> dict[str, Part]:
        return {part.name: part for part in self.parts}

    def has(self, role: Role) -> bool:
        """Whether a part has this role."""
        return any(part.role == role for part in self.parts)
