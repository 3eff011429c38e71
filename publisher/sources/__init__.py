"""From source bytes to a document: one package a format, each with `read(source, given)`.

The format is found by the file's suffix in a literal table; a reader is imported when a source
first asks for it, since each brings a parser along.
"""

import importlib
from pathlib import PurePath
from typing import Protocol, cast

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.sources.formats import FORMATS, is_source
from publisher.sources.reading import Reading
from publisher.span import whole_file

__all__ = ["FORMATS", "Reading", "is_source", "read"]


class Reader(Protocol):
    """The package of a format."""

    def read(self, source: Source, given: Metadata) -> Reading:
        """The document in `source`."""


def read(source: Source, given: Metadata) -> Reading:
    """The document in `source`, completed by the metadata that was `given` for it.

    Raises PublisherError: SRC009 for an unknown suffix, and what the format's reader raises for
    input that it cannot read at all.
    """
    suffix = PurePath(source.name).suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise PublisherError(
            diagnose("SRC009", whole_file(source.name), suffix=suffix or "none", known=known)
        )
    package = importlib.import_module(f"publisher.sources.{FORMATS[suffix]}")
    return cast("Reader", package).read(source, given)
