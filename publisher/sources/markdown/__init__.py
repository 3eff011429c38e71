"""Markdown: CommonMark 0.31.2 with GitHub's tables and Pandoc's extensions, read by markdown-it."""

from publisher.sources.markdown.reader import read

__all__ = ["read"]
