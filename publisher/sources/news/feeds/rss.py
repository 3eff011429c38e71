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
from publisher.sources.news.feeds.content import (
    element_place,
    entry_item,
    mail_day,
    markup_words,
    noted_day,
    own,
    picked,
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
    feed = picked(root, entries, names, given, record)
    entry = feed.entry
    title = markup_words(record, "headline", _own(entry, "title"))
    held, summary = _texts(entry)
    body = _body(held, file, plain(title))

    def meta() -> Meta:
        return _meta(entry, channel, record, body, summary, title)

    return entry_item(feed, record, body, meta, language_rule="channel/language")


def _own(entry: etree._Element | None, name: str) -> etree._Element | None:
    return own(entry, name, _OWN)


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
    return noted_day(record, (first(entry, name) for name in ("pubDate", "date")), mail_day)
