"""What RSS and Atom share: an entry picked and made an item, pictures beside it, days."""

import email.utils
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

import msgspec
from lxml import etree

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Meta
from publisher.document.nodes import Figure, Image, Inlines
from publisher.sources.html.fragment import read_inline
from publisher.sources.moments import day
from publisher.sources.news.bodies import Body, by_line
from publisher.sources.news.elements import (
    Record,
    attribute,
    below,
    line_of,
    local,
    namespace,
    text_of,
)
from publisher.sources.news.entries import pick
from publisher.sources.news.item import Item, rights, words
from publisher.span import Span


def element_place(element: etree._Element, file: str) -> Callable[[int, int], Span]:
    """From offsets into the characters of an element to the lines that they stand on."""
    text, line = element.text or "", line_of(element)

    def place(start: int, end: int) -> Span:
        return by_line(file)(line + text.count("\n", 0, start), line + text.count("\n", 0, end))

    return place


def markup_words(record: Record, name: str, element: etree._Element | None) -> Inlines:
    """The inlines in an element whose characters may be HTML, noted."""
    if element is None or not (element.text or "").strip():
        return ()
    place = record.note(name, element)
    text = " ".join((element.text or "").split())
    return read_inline(text, place).inlines if "<" in text or "&" in text else words(text, place)


def mail_day(written: str) -> str | None:
    """The day of a date as mail writes it (RFC 822), or ISO 8601."""
    try:
        return email.utils.parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return day(written)


def media_figures(entry: etree._Element, record: Record, shown: str) -> Iterator[Figure]:
    """The pictures beside an entry (Media RSS 1.5; RSS enclosures), less those in its text."""
    seen: set[str] = set()
    for element in entry.iter("{*}content", "{*}enclosure", "enclosure", "{*}thumbnail"):
        address = attribute(element, "url")
        if not address or not _is_picture(element) or address in shown or address in seen:
            continue
        if local(element) == "thumbnail" and seen:
            continue
        seen.add(address)
        place = record.note("figure", element)
        said = {local(part): text_of(part) for part in element if local(part) in _SAID}
        alternative = said.get("title") or None
        yield Figure(
            images=(Image(src=address, alt=alternative, span=place),),
            caption=words(said.get("description", ""), place),
            credit=words(rights(said.get("credit"), said.get("copyright")) or "", place),
            span=place,
        )


_SAID = ("title", "description", "credit", "copyright")


def _is_picture(element: etree._Element) -> bool:
    kind = attribute(element, "type") or attribute(element, "medium") or ""
    return kind.startswith("image") or (local(element) == "thumbnail" and not kind)


def own(
    entry: etree._Element | None, name: str, namespaces: Container[str]
) -> etree._Element | None:
    """The format's own element of that name: modules use some of its names again."""
    return next((one for one in below(entry, name) if namespace(one) in namespaces), None)


def noted_day(
    record: Record, elements: Iterable[etree._Element | None], read: Callable[[str], str | None]
) -> str | None:
    """The day in the first of `elements` that `read` finds one in, noted."""
    for element in elements:
        if element is not None and (found := read(text_of(element))):
            record.note("date", element)
            return found
    return None


class Feed(msgspec.Struct, frozen=True):
    """A feed by its `root`, the `entry` of it that is read, and how many `others` there are."""

    root: etree._Element
    entry: etree._Element
    others: int


def picked(
    root: etree._Element,
    entries: Sequence[etree._Element],
    names: Sequence[str],
    given: Metadata,
    record: Record,
) -> Feed:
    """The entry that `given` picks, by its number or its name, or the only one.

    Raises PublisherError as `pick` does.
    """
    entry = entries[pick(given.entry, names, record.start(root))]
    return Feed(root, entry, len(entries) - 1)


def entry_item(
    feed: Feed, record: Record, body: Body, meta: Callable[[], Meta], *, language_rule: str
) -> Item:
    """The item of an entry: its text, its first picture before it and the others behind.

    `meta` is asked for once the pictures are noted, so that notes stand in the order of reading.
    """
    figures = tuple(media_figures(feed.entry, record, body.markup))
    return Item(
        meta=meta(),
        blocks=(*figures[:1], *body.blocks, *figures[1:]),
        notes=body.notes,
        language_rule=language_rule,
        lines=(*record.lines, *body.lines),
        normalisations=body.normalisations,
        diagnostics=(*body.diagnostics, *_other_entries(feed, record)),
        embedded=body.embedded,
    )


def _other_entries(feed: Feed, record: Record) -> Iterator[Diagnostic]:
    """A note on the entries that were not picked."""
    if feed.others:
        yield diagnose("NWS018", record.start(feed.root), count=feed.others)
