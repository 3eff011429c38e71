"""The document: what is known of a work, its blocks in reading order, its notes by name."""

import msgspec

from publisher.document.nodes import Blocks, Direction, Inlines

VERSION = 1
"""The version of the document's JSON form; it changes only with a major version of publisher."""


class Byline(msgspec.Struct, frozen=True, omit_defaults=True):
    """One contributor as the article names them; `text` is what is set."""

    text: str
    name: str | None = None
    role: str | None = None
    place: str | None = None


class Dateline(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where and when a report was filed; one that is `run_in` is set in the first paragraph."""

    text: str
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    run_in: bool = False


class Meta(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is known of the document. `date` is ISO 8601, `language` a BCP 47 tag.

    `anchor` is the id that its headline had where that stood in the text; `role` and `order` say
    what it is in a publication and where it stands there, if the source says so.
    """

    title: Inlines = ()
    standfirst: Inlines = ()
    kicker: Inlines = ()
    byline: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    language: str = "und"
    direction: Direction = "ltr"
    date: str | None = None
    identifier: str | None = None
    publication: str | None = None
    publisher: str | None = None
    rights: str | None = None
    description: str | None = None
    subjects: tuple[str, ...] = ()
    source: str | None = None
    anchor: str | None = None
    role: str | None = None
    order: int | None = None


class DocumentPart(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a book that is one document: its blocks are those from `first` to before `last`.

    `role` is what it is ("foreword", "chapter"); `depth` counts the divisions that it stands in.
    """

    first: int
    last: int
    role: str | None = None
    title: str | None = None
    depth: int = 0
    section: str | None = None


class Document(
    msgspec.Struct, frozen=True, tag_field="type", tag="document", omit_defaults=True, kw_only=True
):
    """A work as its source has it: metadata, blocks in reading order, notes by name.

    `parts` are those of a book that came in one file.
    """

    version: int = VERSION
    meta: Meta
    blocks: Blocks = ()
    notes: dict[str, Blocks] = {}
    parts: tuple[DocumentPart, ...] = ()
