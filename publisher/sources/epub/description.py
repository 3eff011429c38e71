"""What a package document says of a book, in the words of publication.toml."""

import datetime
import re
from collections.abc import Iterator

import msgspec

from publisher.configuration.publication import (
    Accessibility,
    Isbn,
    Periodical,
    Person,
    PublicationFile,
    Series,
)
from publisher.document.document import Meta
from publisher.document.text import plain
from publisher.sources.epub.package import Package
from publisher.sources.epub.statements import Statements
from publisher.sources.moments import day

_DOI = re.compile(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|urn:doi:|doi:)(10\..+)$")
_ISBN = re.compile(r"(?i)^(?:urn:)?isbn:?\s*([\dX -]{10,17})$")
_LAST_DEFAULT = "accessibilitySummary"


def describe(package: Package, meta: Meta) -> PublicationFile:
    """The keys of publication.toml that the package document of a book answers.

    `meta` is what was read of it already.
    """
    said = Statements(package.root)
    isbn, doi = _numbers(said)
    about = PublicationFile(
        kind="issue" if said.property("prism:publicationName") else "book",
        title=plain(meta.title) or "Untitled",
        subtitle=plain(meta.standfirst) or None,
        language=meta.language if meta.language != "und" else None,
        contributors=tuple(_people(said)),
        date=_date(meta.date),
        modified=_date(day(said.property("dcterms:modified") or "")),
        edition=said.property("schema:bookEdition"),
        identifier=meta.identifier,
        isbn=Isbn(epub=isbn),
        doi=doi,
        publisher=meta.publisher,
        rights=meta.rights,
        licence=said.link("dcterms:license"),
        description=meta.description,
        subjects=tuple(said.subjects(None)),
        bisac=tuple(said.subjects("BISAC")),
        thema=tuple(said.subjects("Thema")),
        source=meta.source,
        accessibility=_accessibility(said),
    )
    return _collected(about, said)


def _date(written: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


def _numbers(said: Statements) -> tuple[str | None, str | None]:
    """The ISBN and the DOI among the identifiers."""
    found: dict[re.Pattern[str], str] = {}
    for written in said.identifiers():
        for pattern in (_ISBN, _DOI):
            if number := pattern.match(written):
                found.setdefault(pattern, number[1].strip())
    return found.get(_ISBN), found.get(_DOI)


def _people(said: Statements) -> Iterator[Person]:
    for element, usual in (("creator", "aut"), ("contributor", "ctb")):
        for one in said.in_order(element):
            role = said.about(one, "role") or usual
            if role not in MAKERS:
                yield Person(name=said.words(one), role=role, sort=said.about(one, "file-as"))


MAKERS = frozenset(("bkp", "mrk"))
"""Who made the file, not the book: calibre and others say so of themselves."""


def _accessibility(said: Statements) -> Accessibility:
    """What a publisher asserted; the first summary is the one that is computed."""
    summaries = said.properties(f"schema:{_LAST_DEFAULT}")
    return Accessibility(
        conforms=said.property("dcterms:conformsTo"),
        certified_by=said.property("a11y:certifiedBy"),
        report=said.link("a11y:certifierReport"),
        summary=summaries[1] if len(summaries) > 1 else None,
    )


def _collected(about: PublicationFile, said: Statements) -> PublicationFile:
    """The periodical of an issue (PRISM), or the series of a book (EPUB 3.3, 5.5.6.4)."""
    name, number, issn = said.collection()
    if about.kind == "issue":
        periodical = Periodical(
            name=said.property("prism:publicationName") or name or "",
            volume=said.property("prism:volume"),
            number=said.property("prism:number"),
            season=said.property("prism:coverDisplayDate"),
            issn=said.property("prism:issn"),
        )
        return msgspec.structs.replace(about, periodical=periodical)
    if name:
        series = Series(name=name, number=number, issn=issn)
        return msgspec.structs.replace(about, series=series)
    return about
