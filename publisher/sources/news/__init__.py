"""News formats: ninjs, NewsML-G2, NITF, RSS and Atom. One source file gives one document."""

from pathlib import PurePath

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.sources.news.ninjs import read_ninjs
from publisher.sources.news.xml_reader import read_xml
from publisher.sources.reading import Reading

__all__ = ["read"]

_JSON = frozenset((".json", ".ninjs"))


def read(source: Source, given: Metadata) -> Reading:
    """The document in `source`; what a file in JSON or XML is, it says itself.

    Raises PublisherError as `read_ninjs` and `read_xml` do.
    """
    suffix = PurePath(source.name).suffix.lower()
    return read_ninjs(source, given) if suffix in _JSON else read_xml(source, given)
