"""EPUB 2 and 3 as a source: a book, of ours or of others, read back into one document."""

from publisher.sources.epub.reader import read

__all__ = ["read"]
