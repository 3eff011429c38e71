"""A picture that is ready to be embedded, and what is known of it on the way there."""

import msgspec

from publisher.diagnostics import Diagnostic
from publisher.document.document import Document

SVG = "image/svg+xml"


class Picture(msgspec.Struct, frozen=True):
    """A safe picture: a file name that is unique by its content, bytes, and measures.

    `width` and `height` are pixels, of an SVG the units of its own size; `dpi` is the density
    that the source claims, None where it claims none; `source` is how a document names it, for
    messages. All colours are sRGB or grey.
    """

    name: str
    data: bytes
    media_type: str
    width: int
    height: int
    dpi: float | None = None
    source: str = ""

    @property
    def vector(self) -> bool:
        """Whether the picture is drawn at any size."""
        return self.media_type == SVG


class Pictures(msgspec.Struct, frozen=True):
    """A document whose images all have their picture in `table`, under their `src`.

    Images that were refused are words in `document`, and told in `diagnostics`.
    """

    document: Document
    table: dict[str, Picture]
    diagnostics: tuple[Diagnostic, ...] = ()


class Note(msgspec.Struct, frozen=True):
    """A finding on a picture, before it has a place: a code and the facts of its wording."""

    code: str
    facts: dict[str, str] = {}


class Refused(Exception):
    """A picture that is not let through; `note` says why."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.note = Note(code, facts)


class Processed(msgspec.Struct, frozen=True):
    """A source picture made safe, without a name yet; `suffix` goes with `media_type`."""

    data: bytes
    media_type: str
    suffix: str
    width: int
    height: int
    dpi: float | None = None
    notes: tuple[Note, ...] = ()
