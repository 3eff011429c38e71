"""A publication as an EPUB 3.3: content documents, navigation, package, container."""

from publisher.backends.epub.render import render_epub

__all__ = ["render_epub"]
