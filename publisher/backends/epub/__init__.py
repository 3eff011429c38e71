"""A publication as an EPUB 3.3: content documents, navigation, package, container."""

from publisher.backends.epub.render import Epub, make_epub, render_epub

__all__ = ["Epub", "make_epub", "render_epub"]
