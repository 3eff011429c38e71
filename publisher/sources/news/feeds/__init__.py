"""Feeds with full content: RSS 2.0 (and 1.0) and Atom (RFC 4287). One entry is one document."""

from publisher.sources.news.feeds.atom import atom_item
from publisher.sources.news.feeds.rss import rss_item

__all__ = ["atom_item", "rss_item"]
