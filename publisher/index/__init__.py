"""The index: from the marks of a book's parts to its entries, grouped and in order."""

from publisher.index.gather import path_of
from publisher.index.index import Entry, Group, Index, Locator, MadeIndex, Mark, Reference
from publisher.index.labels import with_folios, with_numbers
from publisher.index.make import make_index
from publisher.index.marks import marks_of
from publisher.index.pages import on_pages

__all__ = [
    "Entry",
    "Group",
    "Index",
    "Locator",
    "MadeIndex",
    "Mark",
    "Reference",
    "make_index",
    "marks_of",
    "on_pages",
    "path_of",
    "with_folios",
    "with_numbers",
]
