"""What a reader hands on: the document, and everything that it inferred on the way."""

import msgspec

from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import PartEntry, PublicationFile
from publisher.diagnostics import Diagnostic
from publisher.document.document import Document
from publisher.document.normalisation import Normalisation
from publisher.sources.source_map import SourceMap
from publisher.span import Span

SURE = 0.7
"""A choice less sure than this is a located note, unless the project sets another measure."""


class Choice(msgspec.Struct, frozen=True):
    """A value that was chosen for the whole document, by which rule, and how sure it is."""

    value: str
    rule: str
    confidence: float


class Alternative(msgspec.Struct, frozen=True):
    """What was nearly chosen instead, by which rule, and how sure that would have been."""

    role: str
    rule: str
    confidence: float


class LineRole(msgspec.Struct, frozen=True):
    """What the source's lines `first` to `last` are, by which rule, and how sure it is."""

    first: int
    last: int
    role: str
    rule: str
    confidence: float
    reason: str
    alternatives: tuple[Alternative, ...] = ()


class ReadPart(msgspec.Struct, frozen=True):
    """A part of a book or an issue that came in one file, as publication.toml would name it.

    `name` is what its file was called, `span` where it stands, `depth` counts the
    divisions that it stands in.
    """

    entry: PartEntry
    depth: int
    document: Document
    name: str = ""
    span: Span | None = None


class ReadPublication(msgspec.Struct, frozen=True):
    """A book or an issue that came in one file: what is said of it, and its parts in order."""

    file: PublicationFile
    parts: tuple[ReadPart, ...]


class Reading(msgspec.Struct, frozen=True):
    """A document, how its source leads to it, and what was found on the way.

    `embedded` holds the bytes of pictures that came inside the source (DOCX, EPUB), under the
    names that the document's images have as their `src`. `said` is what a source says of itself
    (front matter), over what was given for it; None where a format has no such place.
    `publication` is set where the source is a book or an issue, whose whole text is the document.
    """

    document: Document
    source_map: SourceMap
    language: Choice
    encoding: Choice = Choice("utf-8", "well-formed", 1.0)
    lines: tuple[LineRole, ...] = ()
    normalisations: tuple[Normalisation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    embedded: dict[str, bytes] = {}
    said: Metadata | None = None
    publication: ReadPublication | None = None
