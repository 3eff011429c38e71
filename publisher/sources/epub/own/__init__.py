"""What our own layouts write, read back: a maker for each macro of `layouts/`, its exact inverse.

A file is ours where its part says its role, matter and start in its classes (layouts/part.j2). What
a theme sets in its own way is read as the HTML of any other book.
"""

from publisher.sources.epub.own.blocks import block
from publisher.sources.epub.own.facts import cover_lines, with_facts
from publisher.sources.epub.own.inlines import inline
from publisher.sources.epub.own.opening import about_article
from publisher.sources.epub.own.part import OwnPart, own_part, read_part
from publisher.sources.epub.own.pieces import continues, put_together
from publisher.sources.epub.own.undo import undo

__all__ = [
    "OwnPart",
    "about_article",
    "block",
    "continues",
    "cover_lines",
    "inline",
    "own_part",
    "put_together",
    "read_part",
    "undo",
    "with_facts",
]
