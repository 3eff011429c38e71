"""The package document's metadata: Dublin Core, what refines it, collections, accessibility.

Clauses are those of EPUB 3.3 (W3C Recommendation) where no other is named.
"""

import re
from collections.abc import Iterator

from ebooklib import epub

from publisher.backends.epub.accessibility import Accessibility
from publisher.publication import Contributor, Publication

IDENTIFIER_ID = "publication-id"

_PRISM = "http://prismstandard.org/namespaces/basic/3.0/"
"""The namespace of a periodical's own terms (PRISM Basic Metadata 3.0)."""
_ISBN_13, _DOI = "15", "06"
"""Kinds of identifiers in ONIX code list 5."""
_POSITION = re.compile(r"\d+")


def describe(book: epub.EpubBook, publication: Publication) -> None:
    """Adds to `book` what catalogues and stores are told of `publication`."""
    core = _Metadata(book)
    _identify(core, publication)
    _name(core, publication)
    core.add("language", publication.language)
    _credit(core, publication)
    core.add("publisher", publication.publisher)
    core.add("date", publication.date)
    core.add("rights", publication.rights)
    if publication.licence:
        core.link("dcterms:license", publication.licence)
    if publication.onix:
        record = {"media-type": "application/xml", "properties": "onix"}
        core.link("record", publication.onix, **record)  # 5.5.7.2
    core.add("description", publication.description)
    _classify(core, publication)
    core.add("source", publication.source)
    core.say("schema:bookEdition", publication.edition)
    _collect(core, publication)


class _Metadata:
    """Adds Dublin Core elements to a book, and properties that refine them (5.5)."""

    def __init__(self, book: epub.EpubBook) -> None:
        self._book = book

    def add(self, name: str, value: str | None, **attributes: str) -> None:
        if value:
            self._book.add_metadata("DC", name, value, attributes)

    def say(self, name: str, value: str | None, **attributes: str) -> None:
        if value:
            self._book.add_metadata("OPF", name, value, {"property": name, **attributes})

    def old(self, name: str, content: str) -> None:
        """A `meta` of EPUB 2, which EPUB 3 passes over (5.9.1)."""
        self._book.add_metadata("OPF", name, "", {"name": name, "content": content})

    def refine(self, target: str, name: str, value: str | None, **attributes: str) -> None:
        if value:
            refinement = {"refines": f"#{target}", "property": name, **attributes}
            self._book.add_metadata("OPF", name, value, refinement)

    def link(self, relation: str, href: str, **attributes: str) -> None:
        """A resource that belongs to the publication (5.5.7)."""
        self._book.add_metadata(None, "link", None, {"rel": relation, "href": href, **attributes})

    def declare(self, prefix: str, uri: str) -> None:
        self._book.add_prefix(prefix, uri)


def _identify(core: _Metadata, publication: Publication) -> None:
    """The identifier, and the numbers that agencies gave."""
    core.add("identifier", publication.identifier, id=IDENTIFIER_ID)
    numbers = (
        ("isbn", "urn:isbn:", publication.isbn.epub, _ISBN_13),
        ("doi", "https://doi.org/", publication.doi, _DOI),
    )
    for name, scheme, number, kind in numbers:
        value = f"{scheme}{number.replace('-', '') if name == 'isbn' else number}" if number else ""
        target = IDENTIFIER_ID if value == publication.identifier else name
        if value and target == name:
            core.add("identifier", value, id=name)
        if value:
            core.refine(target, "identifier-type", kind, scheme="onix:codelist5")


def _name(core: _Metadata, publication: Publication) -> None:
    core.add("title", publication.title, id="title")
    core.refine("title", "title-type", "main")
    core.refine("title", "file-as", publication.file_as)
    if publication.subtitle:
        core.add("title", publication.subtitle, id="subtitle")
        core.refine("subtitle", "title-type", "subtitle")


def _credit(core: _Metadata, publication: Publication) -> None:
    """Authors as creators, all others as contributors, each with a MARC relator code."""
    for element, people in _people(publication):
        for number, each in enumerate(people, start=1):
            name = f"{element}-{number}"
            core.add(element, each.name, id=name)
            core.refine(name, "role", each.role, scheme="marc:relators")
            core.refine(name, "file-as", each.file_as)
            core.refine(name, "display-seq", str(number))


def _people(publication: Publication) -> Iterator[tuple[str, list[Contributor]]]:
    yield "creator", [each for each in publication.contributors if each.role == "aut"]
    yield "contributor", [each for each in publication.contributors if each.role != "aut"]


def _classify(core: _Metadata, publication: Publication) -> None:
    """Subjects in words, then codes with the authority that keeps them (5.5.5)."""
    for subject in publication.subjects:
        core.add("subject", subject)
    for authority, codes in (("BISAC", publication.bisac), ("Thema", publication.thema)):
        for number, code in enumerate(codes, start=1):
            name = f"{authority.lower()}-{number}"
            core.add("subject", code, id=name)
            core.refine(name, "authority", authority)
            core.refine(name, "term", code)


def _collect(core: _Metadata, publication: Publication) -> None:
    """The series of a book, the periodical of an issue or an article (5.5.6.4)."""
    series, periodical = publication.series, publication.periodical
    if series:
        _collection(core, series.name, series.issn, series.number)
    elif periodical:
        _collection(core, periodical.name, periodical.issn, periodical.volume, periodical.number)
        core.declare("prism", _PRISM)
        core.say("prism:publicationName", periodical.name)
        core.say("prism:volume", periodical.volume)
        core.say("prism:number", periodical.number)
        core.say("prism:coverDisplayDate", periodical.season)
        core.say("prism:issn", periodical.issn)
    elif publication.publication:
        _collection(core, publication.publication, None)


def _collection(core: _Metadata, name: str, issn: str | None, *position: str | None) -> None:
    """`position` goes from the volume to the number in it; all of it must be whole numbers."""
    core.say("belongs-to-collection", name, id="collection")
    core.old("calibre:series", name)  # what readers of EPUB 2 know a series by
    core.refine("collection", "collection-type", "series")
    given = [part for part in position if part]
    if given and all(map(_POSITION.fullmatch, given)):
        core.refine("collection", "group-position", ".".join(given))
        core.old("calibre:series_index", given[-1])
    if issn:
        core.refine("collection", "dcterms:identifier", f"urn:issn:{issn}")


def describe_access(
    book: epub.EpubBook,
    publication: Publication,
    computed: Accessibility,
    language: str | None,
) -> None:
    """Adds what is computed of the publication's accessibility, and what its publisher asserts.

    `language` is that of the computed words, where the publication has another. Conformance is the
    publisher's to assert (EPUB Accessibility 1.1, 4): without `[accessibility]` none is claimed.
    """
    core, asserted = _Metadata(book), publication.accessibility
    rows = (
        ("schema:accessMode", computed.modes),
        ("schema:accessModeSufficient", computed.sufficient),
        ("schema:accessibilityFeature", computed.features),
        ("schema:accessibilityHazard", computed.hazards),
    )
    for name, values in rows:
        for value in values:
            core.say(name, value)
    words = {"{http://www.w3.org/XML/1998/namespace}lang": language} if language else {}
    summary = computed.summary
    if asserted.summary and not language:
        summary = f"{summary} {asserted.summary}"  # one in each language (EPUB Accessibility, 2.2)
    core.say("schema:accessibilitySummary", summary, **words)
    if language:
        core.say("schema:accessibilitySummary", asserted.summary)
    core.say("dcterms:conformsTo", asserted.conforms, id="conformance")
    if asserted.certified_by:
        about = {"refines": "#conformance"} if asserted.conforms else {}
        core.say("a11y:certifiedBy", asserted.certified_by, id="certifier", **about)
    if asserted.report:
        about = {"refines": "#certifier"} if asserted.certified_by else {}
        core.link("a11y:certifierReport", asserted.report, **about)


def name_page_source(book: epub.EpubBook, source: str) -> None:
    """Adds to `book` which edition its page list is of (EPUB Accessibility 1.1, 3.2.3)."""
    _Metadata(book).say("pageBreakSource", source)
