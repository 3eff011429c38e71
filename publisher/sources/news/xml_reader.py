"""News in XML, told apart by its root element: NewsML-G2, NITF, RSS, Atom."""

from collections.abc import Callable

import msgspec
from lxml import etree

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.sources.line_map import LineMap
from publisher.sources.news.elements import line_of, local
from publisher.sources.news.feeds import atom_item, rss_item
from publisher.sources.news.item import Item, reading
from publisher.sources.news.newsml import content_item, message_item, news_item, package_item
from publisher.sources.news.nitf import nitf_item
from publisher.sources.reading import Choice, Reading
from publisher.sources.xml import parse_xml
from publisher.span import Span

_ItemReader = Callable[[etree._Element, str, Metadata], Item]

ROOTS: dict[str, _ItemReader] = {
    "nitf": lambda root, file, given: nitf_item(root, file, given.language),
    "newsItem": news_item,
    "packageItem": package_item,
    "newsMessage": message_item,
    "contentSet": content_item,
    "rss": rss_item,
    "RDF": rss_item,
    "feed": atom_item,
    "entry": atom_item,
}
"""From the name of a root element to what reads it."""


def read_xml(source: Source, given: Metadata) -> Reading:
    """The document of a news item in XML, or of the one of several that `given` picks.

    Raises PublisherError: as `parse_xml` does, NWS016 for a root element of no news format, and
    as the reader of the format does.
    """
    parsed = parse_xml(source.data, source.name, bare_doctype=True)
    root = parsed.root
    reader = ROOTS.get(local(root))
    if reader is None:
        line = line_of(root)
        place = Span(source.name, line, 1, line, 1)
        raise PublisherError(*parsed.diagnostics, diagnose("NWS016", place, element=local(root)))
    item = reader(root, source.name, given)
    item = msgspec.structs.replace(item, diagnostics=(*parsed.diagnostics, *item.diagnostics))
    encoding = Choice("utf-8", "declaration", 1.0)
    return reading(item, given, LineMap(source.name, parsed.text), encoding)
