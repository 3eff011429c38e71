"""The publication: metadata, parts in reading order, and the tree of its contents."""

from typing import Literal

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.document.nodes import Document, Inlines
from publisher.document.text import document_text, plain, runs
from publisher.pictures import Picture
from publisher.publication.settled import Note
from publisher.span import Span


class Contributor(msgspec.Struct, frozen=True):
    """A person or body; `role` is a MARC relator code (id.loc.gov/vocabulary/relators)."""

    name: str
    role: str = "aut"
    file_as: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """A line of the contents: its words, the part and the anchor in it that it leads to."""

    title: Inlines
    part: str
    anchor: str
    children: tuple["Entry", ...] = ()

    @property
    def depth(self) -> int:
        """How many levels of contents there are from this entry down, itself counted."""
        return 1 + max((child.depth for child in self.children), default=0)


class Part(msgspec.Struct, frozen=True):
    """One settled document of a publication; `name` starts its file name and its anchors."""

    name: str
    role: Literal["article"]
    document: Document
    notes: tuple[Note, ...] = ()


def part_text(part: Part) -> str:
    """The words of a part and of its notes, one run a line."""
    notes = (plain(run) for note in part.notes for run in runs(note))
    return "\n".join((document_text(part.document), *notes))


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """What a backend renders.

    `identifier` is a URN. `modified` is UTC in the form of xsd:dateTime. `anchors` leads from
    each id in the outputs back to the place in the source that it was made from. `pictures` holds
    the files of the images by their names. `diagnostics` is what was found while it was assembled.
    """

    kind: Literal["article"]
    identifier: str
    title: str
    file_as: str
    language: str
    direction: Literal["ltr", "rtl"]
    modified: str
    contributors: tuple[Contributor, ...] = ()
    date: str | None = None
    publication: str | None = None
    publisher: str | None = None
    rights: str | None = None
    description: str | None = None
    subjects: tuple[str, ...] = ()
    source: str | None = None
    parts: tuple[Part, ...] = ()
    contents: tuple[Entry, ...] = ()
    anchors: dict[str, Span] = {}
    pictures: dict[str, Picture] = {}
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def depth(self) -> int:
        """How many levels the contents have."""
        return max((entry.depth for entry in self.contents), default=0)
