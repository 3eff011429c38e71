"""What a NewsML-G2 item says of itself (NAR 2.35: rightsInfo, itemMeta, contentMeta)."""

from collections.abc import Iterator

from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Byline, Meta
from publisher.sources.moments import day
from publisher.sources.news.elements import (
    LANGUAGE,
    Record,
    attribute,
    below,
    first,
    local,
    text_of,
)
from publisher.sources.news.item import rights
from publisher.sources.plain_text.credits import read_byline
from publisher.sources.plain_text.words import words_for
from publisher.sources.stated_language import known_tag
from publisher.span import Span

STANDARD = "NewsML-G2"
_READ = frozenset(
    "itemClass provider versionCreated firstCreated embargoed pubStatus edNote title "
    "contentCreated contentModified located creator contributor by infoSource language subject "
    "slugline headline description dateline creditline".split()
)
_SUMMARIES = frozenset(("drol:summary", "drol:standfirst", "drol:abstract", None))


def stated_language(root: etree._Element) -> str | None:
    """The language of the content, else that in which the item speaks of it."""
    for element in below(root, "contentMeta", "language"):
        if known_tag(tag := attribute(element, "tag")):
            return tag
    return attribute(root, LANGUAGE)


def read_meta(root: etree._Element, record: Record) -> Meta:
    """The metadata of an item, without the language rules of its content."""
    meta, item = first(root, "contentMeta"), first(root, "itemMeta")
    language = stated_language(root) or "und"
    headline = _in_language(meta, "headline", language)
    title = record.run("headline", headline)
    title = title or record.run("headline", first(item, "title"))
    record.text("slugline", first(meta, "slugline"))
    record.text("dateline", first(meta, "located", "name"))
    sources = [text_of(first(one, "name")) for one in below(meta, "infoSource")]
    identifier = attribute(root, "guid")
    if identifier:
        record.note("identifier", root)
    return Meta(
        title=title,
        standfirst=record.run("standfirst", _summary(meta)),
        byline=tuple(_bylines(meta, record, language)),
        language=language,
        date=_date(meta, item, record),
        identifier=identifier,
        publisher=record.text("publisher", first(item, "provider", "name")),
        rights=_rights(root, record),
        subjects=tuple(dict.fromkeys(_subjects(meta, language))),
        source=", ".join(filter(None, sources)) or None,
    )


def located(root: etree._Element) -> str | None:
    """The first place at which the content was made, by name."""
    names = (text_of(first(place, "name")) for place in below(root, "contentMeta", "located"))
    return next(filter(None, names), None)


def embargo(root: etree._Element, record: Record) -> tuple[str, Span] | None:
    """The moment before which the item must not appear, as it is written."""
    element = first(root, "itemMeta", "embargoed")
    moment = text_of(element)
    if element is None or not moment:
        return None
    return moment, record.note("embargo", element)


def _in_language(meta: etree._Element | None, name: str, language: str) -> etree._Element | None:
    """The element in the language of the content, where the same is said in several."""
    found = list(below(meta, name))
    own = (
        one
        for one in found
        if (attribute(one, LANGUAGE) or language).split("-")[0] == language.split("-")[0]
    )
    return next(own, found[0] if found else None)


def _summary(meta: etree._Element | None) -> etree._Element | None:
    return next(
        (one for one in below(meta, "description") if attribute(one, "role") in _SUMMARIES), None
    )


def _bylines(meta: etree._Element | None, record: Record, language: str) -> Iterator[Byline]:
    """The byline as it is to be printed, else the creators; then the contributors."""
    written = first(meta, "by")
    if text := record.text("byline", written):
        yield from read_byline(text, words_for(language))
    for creator in below(meta, "creator") if not text else ():
        if name := record.text("byline", first(creator, "name")):
            yield Byline(text=name, name=name)
    for contributor in below(meta, "contributor"):
        names = list(below(contributor, "name"))
        if names and (name := record.text("byline", names[0])):
            role = text_of(names[1]) if len(names) > 1 else None
            yield Byline(text=name, name=name, role=role)


def _date(meta: etree._Element | None, item: etree._Element | None, record: Record) -> str | None:
    """The day that the content was made, else that of this version, else the first."""
    places = ((meta, "contentCreated"), (item, "versionCreated"), (item, "firstCreated"))
    for holder, name in places:
        element = first(holder, name)
        if element is not None and (found := day(text_of(element))):
            record.note("date", element)
            return found
    return None


def _rights(root: etree._Element, record: Record) -> str | None:
    parts: list[str | None] = []
    for info in below(root, "rightsInfo"):
        holder = first(info, "copyrightHolder")
        name = text_of(first(holder, "name")) or attribute(holder, "literal")
        if holder is not None and name:
            record.note("rights", holder)
        notices = [record.text("rights", one) for one in below(info, "copyrightNotice")]
        terms = [record.text("rights", one) for one in below(info, "usageTerms")]
        parts += [*notices, name, *terms]
    return rights(*parts)


def _subjects(meta: etree._Element | None, language: str) -> Iterator[str]:
    for subject in below(meta, "subject"):
        if name := text_of(_in_language(subject, "name", language)):
            yield name


def left_out(root: etree._Element, record: Record) -> Iterator[Diagnostic]:
    """What was not for readers, or has no place in a document."""
    status = first(root, "itemMeta", "pubStatus")
    code = (attribute(status, "qcode") or attribute(status, "uri") or "usable").replace("/", ":")
    if status is not None and code.rpartition(":")[2] != "usable":
        yield diagnose("NWS010", record.place(status), status=code.rpartition(":")[2])
    for note in below(root, "itemMeta", "edNote"):
        if text := text_of(note):
            yield diagnose("NWS011", record.place(note), note=text)
    told = {line.rule for line in record.lines}
    names = [
        f"{local(holder)}/{local(element)}"
        for holder in root
        if local(holder) in ("itemMeta", "contentMeta")
        for element in holder
        if text_of(element) and (local(element) not in _READ or _unread_description(element, told))
    ]
    if names:
        yield diagnose("NWS012", record.place(root), fields=", ".join(dict.fromkeys(names)))


def _unread_description(element: etree._Element, told: set[str]) -> bool:
    return local(element) == "description" and "contentMeta/description" not in told
