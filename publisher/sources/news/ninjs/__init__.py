"""ninjs, the IPTC's news in JSON: versions 1, 2 and 3."""

from publisher.sources.news.ninjs.reader import read_ninjs

__all__ = ["read_ninjs"]
