"""One document as a publication of its own."""

import datetime
import re
import uuid
from collections.abc import Mapping
from types import MappingProxyType

from publisher.configuration.metadata import Contributor as Named
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Document, Heading
from publisher.document.text import plain
from publisher.pictures import Picture
from publisher.publication.anchors import Ids, anchors
from publisher.publication.contents import in_contents, nested
from publisher.publication.publication import Contributor, Entry, Part, Publication
from publisher.publication.settle import settle
from publisher.terms import terms_for

PART = "article"
HEADLINE = "headline"
"""The name of the only part, and the anchor of its headline."""

_UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:publisher:article")
# The article of a language that a catalogue files after the title (ISBD A.4.1, RDA 6.2.1.7).
_ARTICLES = {
    "en": ("The", "A", "An"),
    "de": ("Der", "Die", "Das", "Ein", "Eine"),
}


def assemble_article(
    document: Document,
    given: Metadata,
    *,
    epoch: datetime.datetime | None,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Publication:
    """The publication that holds just `document`.

    `given` completes what the document says of itself. `epoch` is the moment that the
    environment fixes for this build (SOURCE_DATE_EPOCH); without one the work's own dates
    are used, and never the clock, so that equal input gives equal bytes. `pictures` holds the
    files of the document's images by their `src`.
    """
    meta = document.meta
    title = plain(meta.title)
    identifier = meta.identifier or _identifier(document)
    terms = terms_for(meta.language)
    settled = settle(document, prefix=PART, terms=terms, ids=Ids(HEADLINE), pictures=pictures)
    document = settled.document
    return Publication(
        kind="article",
        identifier=identifier,
        title=title,
        file_as=_file_as(title, meta.language),
        language=meta.language,
        direction=meta.direction,
        modified=_modified(given, epoch).strftime("%Y-%m-%dT%H:%M:%SZ"),
        contributors=_contributors(document, given),
        date=meta.date,
        publication=meta.publication,
        publisher=meta.publisher or meta.publication,
        rights=meta.rights,
        description=meta.description or plain(meta.standfirst) or None,
        subjects=meta.subjects,
        source=meta.source,
        parts=(Part(PART, "article", document, settled.notes),),
        contents=(_contents(document),),
        anchors=anchors((document, settled.notes)),
        pictures={file.name: file for file in pictures.values()},
        diagnostics=settled.diagnostics,
    )


def _identifier(document: Document) -> str:
    """A UUID of version 5 (RFC 9562, 5.5) over what names an article: a new text keeps it."""
    meta = document.meta
    names = [meta.language, plain(meta.title), *(byline.text for byline in meta.byline)]
    return uuid.uuid5(_NAMESPACE, "\n".join([*names, meta.date or ""])).urn


def _file_as(title: str, language: str) -> str:
    first, _, rest = title.partition(" ")
    if rest and first in _ARTICLES.get(language.split("-")[0], ()):
        return f"{rest[0].upper()}{rest[1:]}, {first}"
    return title


def _modified(given: Metadata, epoch: datetime.datetime | None) -> datetime.datetime:
    if epoch:
        return epoch.astimezone(datetime.UTC)
    day = given.modified or given.date
    if day is None:
        return _UNDATED
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _contributors(document: Document, given: Metadata) -> tuple[Contributor, ...]:
    sorts = {named.name: named.sort for named in given.byline if isinstance(named, Named)}
    return tuple(
        Contributor(name, file_as=sorts.get(name))
        for byline in document.meta.byline
        if (name := byline.name or re.sub(r"(?i)^by ", "", byline.text))
    )


def _contents(document: Document) -> Entry:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    return Entry(in_contents(document.meta.title), PART, HEADLINE, nested(headings, PART))
