"""The parts of a publication in files that are not too long, and its references led to them.

EPUB sets no limit, but readers lay a file out whole: a long one opens slowly, and some refuse it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from publisher.backends.epub.item import Item
from publisher.backends.epub.links import file_of_each_anchor
from publisher.backends.epub.pieces.split import split_part, with_names
from publisher.index import Entry as IndexEntry
from publisher.index import Group, Index, Locator, Reference
from publisher.publication import Entry, Publication


class Fitted(NamedTuple):
    """A publication, each of whose parts is one file, and the files."""

    publication: Publication
    documents: tuple[Item, ...]


def fit_parts(
    publication: Publication,
    limit: int,
    render: Callable[[Publication], tuple[Item, ...]],
) -> Fitted:
    """`publication` with each part in pieces that `render` writes in at most `limit` bytes.

    A piece that cannot be cut any further is as long as it is.
    """
    documents = render(publication)
    whole: set[str] = set()
    while True:
        sizes = {item.name: len(item.data) for item in documents}
        long = {
            part.name: size
            for part in publication.parts
            if (size := sizes.get(f"text/{part.name}.xhtml", 0)) > limit and part.name not in whole
        }
        if not long:
            return Fitted(publication, documents)
        pieces = [
            split_part(part, publication, long[part.name], limit) if part.name in long else (part,)
            for part in publication.parts
        ]
        whole |= {each[0].name for each in pieces if len(each) == 1 and each[0].name in long}
        if all(len(each) == 1 for each in pieces):
            return Fitted(publication, documents)
        publication = _led(msgspec.structs.replace(publication, parts=tuple(with_names(pieces))))
        documents = render(publication)


def _led(publication: Publication) -> Publication:
    """`publication` with its contents, lists and index leading to the pieces of their places."""
    files = file_of_each_anchor(publication)
    return msgspec.structs.replace(
        publication,
        contents=tuple(_entry(each, files) for each in publication.contents),
        figures=tuple(_entry(each, files) for each in publication.figures),
        tables=tuple(_entry(each, files) for each in publication.tables),
        index=Index(
            tuple(
                Group(group.letter, tuple(_index_entry(each, files) for each in group.entries))
                for group in publication.index.groups
            )
        ),
    )


def _entry(entry: Entry, files: Mapping[str, str]) -> Entry:
    children = tuple(_entry(each, files) for each in entry.children)
    part = files.get(entry.anchor, entry.part)
    return msgspec.structs.replace(entry, part=part, children=children)


def _index_entry(entry: IndexEntry, files: Mapping[str, str]) -> IndexEntry:
    return msgspec.structs.replace(
        entry,
        locators=tuple(_locator(each, files) for each in entry.locators),
        see=tuple(_reference(each, files) for each in entry.see),
        see_also=tuple(_reference(each, files) for each in entry.see_also),
        children=tuple(_index_entry(each, files) for each in entry.children),
    )


def _locator(locator: Locator, files: Mapping[str, str]) -> Locator:
    end = files.get(locator.end_anchor, locator.end_part) if locator.end_anchor else None
    part = files.get(locator.anchor, locator.part)
    return msgspec.structs.replace(locator, part=part, end_part=end)


def _reference(reference: Reference, files: Mapping[str, str]) -> Reference:
    part = files.get(f"index-entry-{reference.number}")
    return msgspec.structs.replace(reference, part=part)
