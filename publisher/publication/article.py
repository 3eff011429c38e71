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
from publisher.publication.anchors import anchor_blocks, anchors
from publisher.publication.publication import Contributor, Entry, Part, Publication

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
    are used, and never the clock, so that equal input gives equal bytes. `pictures` has those of
    the document's images.
    """
    meta = document.meta
    title = plain(meta.title)
    document = anchor_blocks(document, PART)
    return Publication(
        kind="article",
        identifier=meta.identifier or _identifier(document),
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
        parts=(Part(PART, "article", document),),
        contents=(_contents(document),),
        anchors=anchors(document),
        pictures=dict(pictures),
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
    return Entry(document.meta.title, PART, HEADLINE, _nested(headings))


def _nested(headings: list[Heading]) -> tuple[Entry, ...]:
    """The headings as a tree; one that skips levels stands below the last of a higher level."""
    entries = []
    at = 0
    while at < len(headings):
        end = at + 1
        while end < len(headings) and headings[end].level > headings[at].level:
            end += 1
        heading = headings[at]
        children = _nested(headings[at + 1 : end])
        entries.append(Entry(heading.children, PART, heading.id or "", children))
        at = end
    return tuple(entries)
