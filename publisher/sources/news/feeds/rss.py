"""RSS 2.0.11, and 1.0, with the content and Dublin Core modules: an entry to an item."""

import re
from collections.abc import Iterator

from lxml import etree

from publisher.configuration.metadata import Metadata
from publisher.document.document import Byline, Meta
from publisher.document.nodes import Inlines
from publisher.document.text import plain
from publisher.sources.news.bodies import Body, Setting, html_body
from publisher.sources.news.dateline import with_dateline
from publisher.sources.news.elements import (
    BASE,
    LANGUAGE,
    Record,
    attribute,
    below,
    first,
    namespace,
    text_of,
)
from publisher.sources.news.entries import pick
from publisher.sources.news.feeds.content import (
    element_place,
    mail_day,
    markup_words,
    media_figures,
    other_entries,
)
from publisher.sources.news.item import Item, repeats, rights
from publisher.sources.plain_text.credits import read_byline
from publisher.sources.plain_text.words import words_for

STANDARD = "RSS"
_OWN = frozenset(("", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2"))
_MAIL = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)")
"""An author as RSS has it: an address, and the name in brackets."""


def rss_item(root: etree._Element, file: str, given: Metadata) -> Item:
    """The entry of an RSS feed that `given` picks, or its only one.

    Raises PublisherError: as `pick` does.
    """
    record = Record(file, STANDARD)
    channel = first(root, "channel")
    entries = [*below(channel, "item"), *below(root, "item")]
    names = [_name(entry) for entry in entries]
    entry = entries[pick(given.entry, names, record.start(root))]
    title = markup_words(record, "headline", _own(entry, "title"))
    held, summary = _texts(entry)
    body = _body(held, file, plain(title))
    figures = tuple(media_figures(entry, record, body.markup))
    return Item(
        meta=_meta(entry, channel, record, body, summary, title),
        blocks=(*figures[:1], *body.blocks, *figures[1:]),
        notes=body.notes,
        language_rule="channel/language",
        lines=(*record.lines, *body.lines),
        normalisations=body.normalisations,
        diagnostics=(*body.diagnostics, *other_entries(len(entries) - 1, record, root)),
        embedded=body.embedded,
    )


def _own(entry: etree._Element | None, name: str) -> etree._Element | None:
    """The element of RSS itself: modules use some of its names again."""
    return next((one for one in below(entry, name) if namespace(one) in _OWN), None)


def _name(entry: etree._Element) -> str:
    return text_of(_own(entry, "guid")) or text_of(_own(entry, "link"))


def _texts(entry: etree._Element) -> tuple[etree._Element | None, etree._Element | None]:
    """The element with the whole text, and the one with a summary of it, if there are two."""
    whole, description = first(entry, "encoded"), _own(entry, "description")
    if whole is not None and text_of(whole):
        return whole, description
    return description, None


def _body(held: etree._Element | None, file: str, headline: str) -> Body:
    if held is None or not text_of(held):
        return Body()
    rule = "item/content:encoded" if held.tag != "description" else "item/description"
    base = attribute(held, BASE)
    setting = Setting(rule=rule, reason=STANDARD, headline=headline, base=base)
    return html_body(held.text or "", element_place(held, file), setting)


def _meta(
    entry: etree._Element,
    channel: etree._Element | None,
    record: Record,
    body: Body,
    summary: etree._Element | None,
    title: Inlines,
) -> Meta:
    stated = first(entry, "language")
    stated = stated if stated is not None else first(channel, "language")
    language = record.text("language", stated) or attribute(entry, LANGUAGE) or "und"
    standfirst = markup_words(record, "standfirst", summary)
    copied = [record.text("rights", first(one, "rights")) for one in (entry,)]
    copied += [record.text("rights", _own(channel, "copyright"))]
    guid = record.text("identifier", _own(entry, "guid"))
    link = record.text("source", _own(entry, "link"))
    return Meta(
        title=title,
        standfirst=() if repeats(body.blocks, plain(standfirst)) else standfirst,
        byline=tuple(_bylines(entry, record, language)),
        dateline=with_dateline(None, body.blocks, language),
        language=language,
        date=_date(entry, record),
        identifier=guid or link,
        publication=record.text("publication", _own(channel, "title")),
        rights=rights(*copied),
        description=plain(standfirst) or None,
        subjects=tuple(
            dict.fromkeys(
                text for one in below(entry, "category") if (text := record.text("subject", one))
            )
        ),
        source=link,
    )


def _bylines(entry: etree._Element, record: Record, language: str) -> Iterator[Byline]:
    creators = list(below(entry, "creator"))
    for element in creators or [one for one in below(entry, "author") if namespace(one) in _OWN]:
        text = record.text("byline", element)
        if text:
            found = _MAIL.fullmatch(text)
            yield from read_byline(found["name"] if found else text, words_for(language))


def _date(entry: etree._Element, record: Record) -> str | None:
    for name in ("pubDate", "date"):
        element = first(entry, name)
        if element is not None and (found := mail_day(text_of(element))):
            record.note("date", element)
            return found
    return None
