"""What RSS and Atom share: texts that may be markup, pictures beside them, days as mail has."""

import email.utils
from collections.abc import Callable, Iterator

from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.nodes import Figure, Image, Inlines
from publisher.sources.html.fragment import read_inline
from publisher.sources.moments import day
from publisher.sources.news.bodies import by_line
from publisher.sources.news.elements import Record, attribute, line_of, local, text_of
from publisher.sources.news.item import rights, words
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


def other_entries(count: int, record: Record, root: etree._Element) -> Iterator[Diagnostic]:
    """A note on the entries that were not picked."""
    if count:
        yield diagnose("NWS018", record.start(root), count=count)
