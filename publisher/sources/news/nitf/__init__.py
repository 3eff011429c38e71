"""NITF 3.6, the IPTC's News Industry Text Format: by itself, and inside NewsML-G2."""

from publisher.sources.news.nitf.reader import nitf_item

__all__ = ["nitf_item"]
