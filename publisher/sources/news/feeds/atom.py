"""Atom (RFC 4287): an entry of a feed, or an entry by itself, to an item."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from publisher.configuration.metadata import Metadata
from publisher.document.document import Byline, Meta
from publisher.document.nodes import Inlines
from publisher.document.text import plain
from publisher.sources.moments import day
from publisher.sources.news.bodies import (
    Body,
    Setting,
    html_body,
    plain_body,
    tree_body,
    tree_words,
)
from publisher.sources.news.dateline import with_dateline
from publisher.sources.news.elements import (
    BASE,
    LANGUAGE,
    Record,
    attribute,
    below,
    first,
    local,
    text_of,
)
from publisher.sources.news.feeds.content import (
    element_place,
    entry_item,
    markup_words,
    noted_day,
    own,
    picked,
)
from publisher.sources.news.item import Item, repeats, rights

STANDARD = "Atom"
_ATOM = "http://www.w3.org/2005/Atom"


def atom_item(root: etree._Element, file: str, given: Metadata) -> Item:
    """The entry of an Atom feed that `given` picks, or its only one.

    Raises PublisherError: as `pick` does.
    """
    record = Record(file, STANDARD)
    entries = [root] if local(root) == "entry" else list(below(root, "entry"))
    names = [text_of(_own(entry, "id")) for entry in entries]
    found = picked(root, entries, names, given, record)
    entry, feed = found.entry, root if root is not found.entry else None
    title = _words(record, "headline", _own(entry, "title"))
    content, summary = _own(entry, "content"), _own(entry, "summary")
    if content is None or not (text_of(content) or len(content)):
        content, summary = summary, None
    body = _body(content, record, plain(title))

    def meta() -> Meta:
        return _meta(entry, feed, record, body, title, _words(record, "standfirst", summary))

    return entry_item(found, record, body, meta, language_rule="xml:lang")


def _own(entry: etree._Element | None, name: str) -> etree._Element | None:
    return own(entry, name, ("", _ATOM))


def _words(record: Record, name: str, element: etree._Element | None) -> Inlines:
    """A text construct (3.1) in a line: text, HTML in characters, or XHTML."""
    kind = attribute(element, "type")
    if element is not None and kind == "xhtml" and len(element):
        record.note(name, element)
        return tree_words(element, record.file)
    if kind == "html":
        return markup_words(record, name, element)
    return record.run(name, element)


def _body(content: etree._Element | None, record: Record, headline: str) -> Body:
    """The content (4.1.3): HTML in characters, an XHTML `div`, or plain text."""
    if content is None:
        return Body()
    kind = attribute(content, "type") or "text"
    setting = Setting(
        rule=f"entry/{local(content)}",
        reason=f"{STANDARD}, {kind}",
        headline=headline,
        base=_base(content),
    )
    if kind == "xhtml" or len(content):
        return tree_body(content, record.file, setting)
    read = html_body if "html" in kind else plain_body
    return read(content.text or "", element_place(content, record.file), setting)


def _base(element: etree._Element) -> str | None:
    """The address that `xml:base` attributes give together, from the outermost in (RFC 4287, 2)."""
    base = ""
    for around in (*reversed(list(element.iterancestors())), element):
        try:
            base = urljoin(base, attribute(around, BASE) or "")
        except ValueError:
            continue
    return base or None


def _meta(
    entry: etree._Element,
    feed: etree._Element | None,
    record: Record,
    body: Body,
    title: Inlines,
    summary: Inlines,
) -> Meta:
    languages = [attribute(one, LANGUAGE) for one in (_own(entry, "content"), entry, feed)]
    language = next(filter(None, languages), None) or "und"
    origin = _own(entry, "source")
    link = _alternate(entry)
    return Meta(
        title=title,
        standfirst=() if repeats(body.blocks, plain(summary)) else summary,
        byline=tuple(_bylines(entry, feed, record)),
        dateline=with_dateline(None, body.blocks, language),
        language=language,
        date=_date(entry, record),
        identifier=record.text("identifier", _own(entry, "id")),
        publication=record.text("publication", _own(feed if origin is None else origin, "title")),
        rights=rights(
            record.text("rights", _own(entry, "rights")),
            record.text("rights", _own(feed, "rights")),
        ),
        description=plain(summary) or None,
        subjects=tuple(
            dict.fromkeys(
                term
                for one in below(entry, "category")
                if (term := attribute(one, "label") or attribute(one, "term"))
            )
        ),
        source=link,
    )


def _alternate(entry: etree._Element) -> str | None:
    """Where the entry is on the web (4.2.7.2)."""
    links = (
        attribute(one, "href")
        for one in below(entry, "link")
        if (attribute(one, "rel") or "alternate") == "alternate"
    )
    return next(links, None)


def _bylines(
    entry: etree._Element, feed: etree._Element | None, record: Record
) -> Iterator[Byline]:
    """The authors of the entry, else those of the feed (4.2.1); then the contributors."""
    for element in list(below(entry, "author")) or list(below(feed, "author")):
        if name := record.text("byline", first(element, "name")):
            yield Byline(text=name, name=name)
    for element in below(entry, "contributor"):
        if name := record.text("byline", first(element, "name")):
            yield Byline(text=name, name=name, role="contributor")


def _date(entry: etree._Element, record: Record) -> str | None:
    return noted_day(record, (_own(entry, name) for name in ("published", "updated")), day)
