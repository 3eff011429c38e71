"""The package document: metadata with refinements, manifest, spine and guide, on ebooklib.

Clauses are those of EPUB 3.3 (W3C Recommendation).
"""

from collections.abc import Sequence

from ebooklib import epub

from publisher.backends.epub.accessibility import Accessibility
from publisher.backends.epub.item import Item
from publisher.publication import Publication
from publisher.terms import Terms

IDENTIFIER_ID = "publication-id"


def package_book(
    publication: Publication,
    terms: Terms,
    accessibility: Accessibility,
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
    book.direction = publication.direction if publication.direction == "rtl" else None
    _describe(book, publication)
    _describe_accessibility(book, accessibility, terms.foreign_to(publication.language))
    for item in (*spine, *others):
        packed = epub.EpubItem(item.id, item.name, item.media_type, item.data)
        packed.properties = list(item.properties)
        book.add_item(packed)
    aside = [(item.id, "no") for item in others if "nav" in item.properties]
    book.spine = [*((item.id, "yes") for item in spine), *aside]
    book.guide = _guide(terms, publication)
    return book


def _describe(book: epub.EpubBook, publication: Publication) -> None:
    core = _Metadata(book, "DC")
    core.add("identifier", publication.identifier, id=IDENTIFIER_ID)
    core.add("title", publication.title, id="title")
    core.refine("title", "title-type", "main")
    core.refine("title", "file-as", publication.file_as)
    core.add("language", publication.language)
    for number, contributor in enumerate(publication.contributors, start=1):
        name = f"creator-{number}"
        core.add("creator", contributor.name, id=name)
        core.refine(name, "role", contributor.role, scheme="marc:relators")
        if contributor.file_as:
            core.refine(name, "file-as", contributor.file_as)
        core.refine(name, "display-seq", str(number))
    core.add("publisher", publication.publisher)
    core.add("date", publication.date)
    core.add("rights", publication.rights)
    core.add("description", publication.description)
    for subject in publication.subjects:
        core.add("subject", subject)
    core.add("source", publication.source)
    if publication.publication:
        _collection(book, publication.publication)
    book.add_metadata("OPF", "cover", "", {"name": "cover", "content": "cover-jpg"})


class _Metadata:
    """Adds Dublin Core elements to a book, and properties that refine them (5.5)."""

    def __init__(self, book: epub.EpubBook, namespace: str) -> None:
        self._book = book
        self._namespace = namespace

    def add(self, name: str, value: str | None, **attributes: str) -> None:
        if value:
            self._book.add_metadata(self._namespace, name, value, attributes)

    def refine(self, target: str, name: str, value: str, **attributes: str) -> None:
        refinement = {"refines": f"#{target}", "property": name, **attributes}
        self._book.add_metadata("OPF", name, value, refinement)


def _collection(book: epub.EpubBook, name: str) -> None:
    """The periodical that the work appeared in (5.5.6.4)."""
    collection = {"property": "belongs-to-collection", "id": "collection"}
    book.add_metadata("OPF", "collection", name, collection)
    kind = {"refines": "#collection", "property": "collection-type"}
    book.add_metadata("OPF", "collection", "series", kind)


def _describe_accessibility(
    book: epub.EpubBook, accessibility: Accessibility, language: str | None
) -> None:
    rows = (
        ("schema:accessMode", accessibility.modes),
        ("schema:accessModeSufficient", accessibility.sufficient),
        ("schema:accessibilityFeature", accessibility.features),
        ("schema:accessibilityHazard", accessibility.hazards),
    )
    for name, values in rows:
        for value in values:
            book.add_metadata("OPF", name, value, {"property": name})
    summary = {"property": "schema:accessibilitySummary"}
    if language:
        summary["{http://www.w3.org/XML/1998/namespace}lang"] = language
    book.add_metadata("OPF", "schema:accessibilitySummary", accessibility.summary, summary)


def _guide(terms: Terms, publication: Publication) -> list[dict[str, str]]:
    """The guide of EPUB 2, for readers that know no landmarks (5.9.2)."""
    return [
        {"type": "cover", "title": terms.cover, "href": "text/cover.xhtml"},
        {"type": "title-page", "title": terms.title_page, "href": "text/title-page.xhtml"},
        {"type": "toc", "title": terms.contents, "href": "nav.xhtml"},
        {"type": "text", "title": terms.begin, "href": f"text/{publication.body_start}.xhtml"},
    ]
