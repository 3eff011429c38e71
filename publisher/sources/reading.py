"""What a reader hands on: the document, and everything that it inferred on the way."""

import msgspec

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic
from publisher.document.document import Document
from publisher.document.normalisation import Normalisation
from publisher.sources.source_map import SourceMap

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


class Reading(msgspec.Struct, frozen=True):
    """A document, how its source leads to it, and what was found on the way.

    `embedded` holds the bytes of pictures that came inside the source (DOCX, EPUB), under the
    names that the document's images have as their `src`. `said` is what a source says of itself
    (front matter), over what was given for it; None where a format has no such place.
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
