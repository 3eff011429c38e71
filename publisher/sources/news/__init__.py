"""News formats: ninjs, NewsML-G2, NITF, RSS and Atom. One source file gives one document."""

from publisher.sources.news.ninjs import read_ninjs
from publisher.sources.news.xml_reader import read_xml

__all__ = ["FORMATS"]

FORMATS = {
    **dict.fromkeys((".json", ".ninjs"), read_ninjs),
    **dict.fromkeys((".xml", ".nitf", ".newsml", ".rss", ".atom"), read_xml),
}
"""Readers by suffix; what a file in JSON or XML is, it says itself."""
