"""An NITF document to an item: head, headline and credits, text, what closes it."""

from collections.abc import Iterator

import msgspec
from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Byline, Dateline, Meta
from publisher.document.nodes import Aside, Block, Blocks, Inlines, Paragraph
from publisher.document.text import plain
from publisher.sources.moments import day
from publisher.sources.news.bodies import Body, Setting, tree_body, tree_words
from publisher.sources.news.dateline import with_dateline
from publisher.sources.news.elements import (
    LANGUAGE,
    Record,
    attribute,
    below,
    first,
    local,
    text_of,
)
from publisher.sources.news.item import Item, rights
from publisher.sources.news.nitf.markup import Markup
from publisher.sources.plain_text.credits import read_byline
from publisher.sources.plain_text.words import words_for
from publisher.span import Span

STANDARD = "NITF"
_CLOSING = {"tagline": "agency", "bibliography": "sources"}


def nitf_item(root: etree._Element, file: str, language: str | None) -> Item:
    """The item in an `nitf` element; `language` holds unless it states its own."""
    record = Record(file, STANDARD)
    markup = Markup()
    stated = attribute(root, LANGUAGE) or attribute(root, "baselang") or language
    head = first(root, "body", "body.head")
    title = record.run("headline", first(head, "hedline", "hl1"))
    title = title or record.run("headline", first(root, "head", "title"))
    body = _body(root, file, markup, plain(title))
    closing = tuple(_closing(root, file, markup, record))
    return Item(
        meta=msgspec.structs.replace(
            _meta(root, head, record, stated or "und", body),
            title=title,
            standfirst=_standfirst(head, record, markup),
            language=stated or "und",
        ),
        blocks=(*_notes(head, file, markup, record), *body.blocks, *closing),
        notes=body.notes,
        language_rule="baselang",
        embargo=_embargo(root, record),
        lines=(*record.lines, *body.lines),
        normalisations=body.normalisations,
        diagnostics=(*body.diagnostics, *_left_out(root, record, markup)),
        embedded=body.embedded,
    )


def _body(root: etree._Element, file: str, markup: Markup, headline: str) -> Body:
    content = first(root, "body", "body.content")
    if content is None:
        return Body()
    setting = Setting(rule="body.content", reason=STANDARD, headline=headline)
    converted = markup.convert(content)
    converted.extend(markup.notes)
    return tree_body(converted, file, setting)


def _meta(
    root: etree._Element, head: etree._Element | None, record: Record, language: str, body: Body
) -> Meta:
    data = first(root, "head", "docdata")
    published = first(root, "head", "pubdata")
    return Meta(
        kicker=record.run("kicker", first(head, "series", "series.name")),
        byline=tuple(_bylines(head, record, language)),
        dateline=_dateline(head, record, body, language),
        date=_date(data, published, head, record),
        identifier=_noted(record, "identifier", first(data, "doc-id"), "id-string"),
        publication=_noted(record, "publication", published, "name"),
        publisher=record.text("publisher", first(head, "distributor")),
        rights=_rights(data, head, record),
        subjects=tuple(dict.fromkeys(_subjects(root, data))),
    )


def _noted(record: Record, name: str, element: etree._Element | None, key: str) -> str | None:
    """The value of an attribute, noted."""
    value = attribute(element, key)
    if value and element is not None:
        record.note(name, element)
    return value


def _standfirst(head: etree._Element | None, record: Record, markup: Markup) -> Inlines:
    """The abstract, else the headlines below the first."""
    abstract = first(head, "abstract")
    if abstract is not None and text_of(abstract):
        record.note("standfirst", abstract)
        return tree_words(markup.convert(abstract), record.file)
    return record.run("standfirst", first(head, "hedline", "hl2"))


def _bylines(head: etree._Element | None, record: Record, language: str) -> Iterator[Byline]:
    """Each byline: by what it marks up (`person`, `byttl`, `location`), else by its words."""
    for element in below(head, "byline"):
        text = record.text("byline", element)
        if not text:
            continue
        people = [text_of(person) for person in element.iter("{*}person")]
        title = text_of(next(element.iter("{*}byttl"), None)) or None
        place = text_of(next(element.iter("{*}location"), None)) or None
        if not people:
            bare = text.removesuffix(title or "").rstrip(" ,") if title else text
            read = read_byline(bare, words_for(language)) if bare else (Byline(text=text),)
            yield msgspec.structs.replace(read[0], text=text, role=title or read[0].role)
            yield from read[1:]
            continue
        yield Byline(text=text, name=people[0], role=title, place=place)
        for name in people[1:]:
            yield Byline(text="", name=name, role=title, place=place)


def _dateline(
    head: etree._Element | None, record: Record, body: Body, language: str
) -> Dateline | None:
    element = first(head, "dateline")
    text = record.text("dateline", element)
    if element is None or not text:
        return with_dateline(None, body.blocks, language)
    told = first(element, "story.date")
    place = text_of(first(element, "location")) or (text if told is None else None)
    # A day in figures is for machines: the credits set it as the language writes it.
    if place and day(text_of(told)):
        text = place
    return Dateline(text=text, place=place, date=day(attribute(told, "norm")))


def _date(
    data: etree._Element | None,
    published: etree._Element | None,
    head: etree._Element | None,
    record: Record,
) -> str | None:
    """The day of publication, else that of issue, else that of the dateline."""
    places = (
        (published, "date.publication"),
        (first(data, "date.issue"), "norm"),
        (first(head, "dateline", "story.date"), "norm"),
    )
    for element, key in places:
        if element is not None and (found := day(attribute(element, key))):
            record.note("date", element)
            return found
    return None


def _rights(data: etree._Element | None, head: etree._Element | None, record: Record) -> str | None:
    """The copyright (`doc.copyright`), and the rights as they are written (`rights`)."""
    parts = []
    copied = first(data, "doc.copyright")
    if copied is not None:
        holder, year = attribute(copied, "holder"), attribute(copied, "year")
        parts.append(" ".join(part for part in ("©", year, holder) if part) if holder else None)
        record.note("rights", copied)
    owner = attribute(first(data, "doc.rights"), "owner")
    written = record.text("rights", first(head, "rights"))
    return rights(*parts, owner, written)


def _subjects(root: etree._Element, data: etree._Element | None) -> Iterator[str]:
    for subject in below(root, "head", "tobject", "tobject.subject"):
        for key in ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"):
            if value := attribute(subject, key):
                yield value
                break
    for keyword in below(data, "key-list", "keyword"):
        if value := attribute(keyword, "key"):
            yield value


def _embargo(root: etree._Element, record: Record) -> tuple[str, Span] | None:
    """The moment of release (`date.release`)."""
    element = first(root, "head", "docdata", "date.release")
    moment = attribute(element, "norm")
    if element is None or not moment:
        return None
    return moment, record.note("embargo", element)


def _notes(
    head: etree._Element | None, file: str, markup: Markup, record: Record
) -> Iterator[Aside]:
    """Notes above the text, such as corrections."""
    for element in below(head, "note"):
        if text_of(element):
            setting = Setting(rule="body.head/note", reason=STANDARD)
            place = record.note("aside", element)
            blocks = tree_body(markup.convert(element), file, setting).blocks
            yield Aside(blocks=_opened(blocks), role="note", span=place)


def _opened(blocks: Blocks) -> Blocks:
    """What an aside holds, where it is all there is."""
    return blocks[0].blocks if len(blocks) == 1 and isinstance(blocks[0], Aside) else blocks


def _closing(root: etree._Element, file: str, markup: Markup, record: Record) -> Iterator[Block]:
    """What stands below the text: the contact or agency line, the sources."""
    for element in (one for end in below(root, "body", "body.end") for one in end):
        name = local(element)
        if not text_of(element):
            continue
        place = record.note(_CLOSING.get(name, "paragraph"), element)
        children = tree_words(markup.convert(element), file)
        paragraph = Paragraph(children=children, span=place)
        yield Aside(blocks=(paragraph,), role=_CLOSING.get(name), span=place)


def _left_out(root: etree._Element, record: Record, markup: Markup) -> Iterator[Diagnostic]:
    data = first(root, "head", "docdata")
    for message in below(data, "ed-msg"):
        if note := attribute(message, "info"):
            yield diagnose("NWS011", record.place(message), note=note)
    names = list(dict.fromkeys(markup.left_out))
    title = text_of(first(root, "head", "title"))
    if title and title != text_of(first(root, "body", "body.head", "hedline", "hl1")):
        told = any(line.rule == "head/title" for line in record.lines)
        names += [] if told else [f"head/title ({title})"]
    if names:
        yield diagnose("NWS012", record.start(root), fields=", ".join(names))
