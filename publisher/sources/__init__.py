"""From source bytes to a document: one module a format, each `read(source, …) -> Reading`.

The format is found by the file's suffix in a literal table, `FORMATS`.
"""

from collections.abc import Callable
from pathlib import PurePath

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.sources import markdown, plain_text
from publisher.sources import html, plain_text
from publisher.sources.reading import Reading
from publisher.span import whole_file

__all__ = ["FORMATS", "Reading", "is_source", "read"]

Reader = Callable[[Source, Metadata], Reading]

FORMATS: dict[str, Reader] = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}


def is_source(name: str) -> bool:
    """Whether a file of this name is in a format that can be read."""
    return PurePath(name).suffix.lower() in FORMATS


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
