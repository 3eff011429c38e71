"""The package document: metadata, manifest, spine and guide, on ebooklib.

Clauses are those of EPUB 3.3 (W3C Recommendation).
"""

from collections.abc import Sequence

from ebooklib import epub

from publisher.backends.epub.accessibility import Accessibility
from publisher.backends.epub.item import Item
from publisher.backends.epub.landmarks import landmarks
from publisher.backends.epub.metadata import IDENTIFIER_ID, describe, describe_access
from publisher.publication import Publication
from publisher.targets import EpubRules
from publisher.terms import Terms

_IBOOKS = "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"
"""The namespace of what Apple Books is told in a package."""


def package_book(
    publication: Publication,
    terms: Terms,
    accessibility: Accessibility,
    rules: EpubRules,
    *,
    spine: Sequence[Item],
    others: Sequence[Item],
) -> epub.EpubBook:
    """An ebooklib book that holds the items of `spine`, in reading order, and the `others`.

    A navigation document among the others is a page beside the reading order: landmarks lead
    to it, and what a hyperlink leads to must be in the spine (6.1.3.1).
    """
    book = epub.EpubBook()
    book.metadata = {}  # drops the random identifier and the generator that ebooklib put there
    book.IDENTIFIER_ID = IDENTIFIER_ID
    leftwards = publication.vertical or publication.direction == "rtl"
    book.direction = "rtl" if leftwards else None  # of its pages (5.7.1)
    describe(book, publication)
    cover = next(item.id for item in others if "cover-image" in item.properties)
    if rules.cover_meta:
        book.add_metadata("OPF", "cover", "", {"name": "cover", "content": cover})  # of EPUB 2
    if rules.display_options:
        book.add_prefix("ibooks", _IBOOKS)
        specified = {"property": "ibooks:specified-fonts"}
        book.add_metadata("OPF", "meta", "true", specified)
    if leftwards:  # for Kindle (Kindle Publishing Guidelines, 2025.1, 10.3)
        mode = "vertical-rl" if publication.vertical else "horizontal-rl"
        book.add_metadata("OPF", "mode", "", {"name": "primary-writing-mode", "content": mode})
    describe_access(book, publication, accessibility, terms.foreign_to(publication.language))
    for item in (*spine, *others):
        packed = epub.EpubItem(item.id, item.name, item.media_type, item.data)
        packed.properties = list(item.properties)
        book.add_item(packed)
    aside = [(item.id, "no") for item in others if "nav" in item.properties]
    book.spine = [*((item.id, "yes") for item in spine), *aside]
    book.guide = [
        {"type": each.guide, "title": each.words, "href": each.href}
        for each in landmarks(publication, terms)
        if each.guide
    ]
    return book
