"""One document as a publication of its own."""

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from publisher.configuration.metadata import Contributor as Named
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import Numbering
from publisher.document.document import Document
from publisher.document.text import plain
from publisher.languages import is_written_vertically
from publisher.pictures import Picture
from publisher.publication.assemble import Arrangement, assemble
from publisher.publication.identity import filed, last_changed, uuid_of
from publisher.publication.issue import byline_name
from publisher.publication.manuscript import Manuscript
from publisher.publication.publication import About, Contributor, Publication

PART = "article"
"""The name of the only part."""


def assemble_article(
    document: Document,
    given: Metadata,
    *,
    epoch: datetime.datetime | None,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    numbering: Numbering | None = None,
) -> Publication:
    """The publication that holds just `document`.

    `given` completes what the document says of itself. `epoch` is the moment that the
    environment fixes for this build (SOURCE_DATE_EPOCH); without one the work's own dates
    are used, and never the clock, so that equal input gives equal bytes. `pictures` holds the
    files of the document's images by their `src`; `numbering` says what has numbers.
    """
    part = Manuscript(name=PART, role="article", document=document, pictures=pictures)
    arrangement = Arrangement(numbering=numbering or Numbering())
    return assemble(_about(document, given, epoch), [part], arrangement)


def _about(document: Document, given: Metadata, epoch: datetime.datetime | None) -> About:
    meta = document.meta
    title = plain(meta.title)
    names = [byline.text for byline in meta.byline]
    return About(
        kind="article",
        identifier=meta.identifier or uuid_of(meta.language, title, *names, meta.date or ""),
        title=title,
        file_as=filed(title, meta.language),
        language=meta.language,
        direction=meta.direction,
        vertical=given.writing == "vertical" and is_written_vertically(meta.language),
        modified=last_changed(epoch, given.modified, given.date),
        contributors=_contributors(document, given),
        date=meta.date,
        publication=meta.publication,
        publisher=meta.publisher or meta.publication,
        rights=meta.rights,
        description=meta.description or plain(meta.standfirst) or None,
        subjects=meta.subjects,
        source=meta.source,
    )


def _contributors(document: Document, given: Metadata) -> tuple[Contributor, ...]:
    sorts = {named.name: named.sort for named in given.byline if isinstance(named, Named)}
    return tuple(
        Contributor(name, file_as=sorts.get(name))
        for byline in document.meta.byline
        if (name := byline_name(byline))
    )
