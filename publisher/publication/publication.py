"""The publication: metadata, parts in reading order, and the tree of its contents."""

from typing import Literal

import msgspec

from publisher.document.nodes import Document, Inlines
from publisher.pictures import Picture
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
    """One document of a publication; `name` is the start of its file name and its anchors."""

    name: str
    role: Literal["article"]
    document: Document


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """What a backend renders.

    `identifier` is a URN. `modified` is UTC in the form of xsd:dateTime. `anchors` leads from
    each id in the outputs back to the place in the source that it was made from. `pictures` has
    the picture of every image in the documents, by the name that is its `src`.
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

    @property
    def depth(self) -> int:
        """How many levels the contents have."""
        return max((entry.depth for entry in self.contents), default=0)
