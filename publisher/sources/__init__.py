"""From source bytes to a document: one module a format, each `read(source, …) -> Reading`.

The format is found by the file's suffix in a literal table, `FORMATS`.
"""

from collections.abc import Callable
from pathlib import PurePath

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.sources import docx, epub, html, news, plain_text
from publisher.sources.reading import Reading
from publisher.span import whole_file

__all__ = ["FORMATS", "Reading", "is_source", "read"]

Reader = Callable[[Source, Metadata], Reading]

FORMATS: dict[str, Reader] = {
    **dict.fromkeys(plain_text.SUFFIXES, plain_text.read),
    **dict.fromkeys((".html", ".htm", ".xhtml"), html.read),
    **news.FORMATS,
    ".epub": epub.read,
    **dict.fromkeys(docx.SUFFIXES, docx.read),
}

ONLY_BY_NAME = frozenset((".json", ".xml", ".epub"))
"""Suffixes that much else has, and outputs too: such files are read where they are named."""


def is_source(name: str) -> bool:
    """Whether a file of this name, found in a folder, is one to be read."""
    suffix = PurePath(name).suffix.lower()
    return suffix in FORMATS and suffix not in ONLY_BY_NAME


def read(source: Source, given: Metadata) -> Reading:
    """The document in `source`, completed by the metadata that was `given` for it.

    Raises PublisherError: SRC009 for an unknown suffix, and what the format's reader raises for
    input that it cannot read at all.
    """
    suffix = PurePath(source.name).suffix.lower()
    reader = FORMATS.get(suffix)
    if reader is None:
        known = ", ".join(FORMATS)
        raise PublisherError(
            diagnose("SRC009", whole_file(source.name), suffix=suffix or "none", known=known)
        )
    return reader(source, given)
