"""The fields of a ninjs item that say something of it: headline, names, place, day, rights."""

from collections.abc import Iterable, Iterator

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Byline, Meta
from publisher.document.nodes import Inlines
from publisher.document.text import plain
from publisher.sources.moments import day
from publisher.sources.news.bodies import Body
from publisher.sources.news.dateline import with_dateline
from publisher.sources.news.item import repeats, rights, role, words
from publisher.sources.news.json_text import Json, Parsed
from publisher.sources.news.ninjs.convert import Converted
from publisher.sources.news.ninjs.schema import Value
from publisher.sources.plain_text.credits import read_byline
from publisher.sources.plain_text.words import words_for
from publisher.sources.reading import LineRole
from publisher.span import Span

_MAIN = frozenset(("main", "text", "headline", None))
_KICKER = frozenset(("kicker", "overline", "pretitle", "eyebrow"))
_STANDFIRST = frozenset(("standfirst", "subtitle", "subheadline", "deck", "secondary"))
_DATES = ("contentcreated", "versioncreated", "firstcreated")
_USED = frozenset(
    "uri type embargoed embargoeduntil pubstatus copyrightholder copyrightnotice usageterms "
    "ednote language title slugline located by byline headlines headline descriptions bodies "
    "subjects subject infosources infosource associations renditions standard $standard".split()
)
_PREFIXES = ("headline_", "description_", "body_")


class Fields:
    """The fields of one item, with their places; `lines` notes what each of them gave."""

    def __init__(self, parsed: Parsed, converted: Converted, value: dict[str, Json]) -> None:
        self.parsed = parsed
        self.converted = converted
        self.item = converted.item
        self.value = value
        self.lines: list[LineRole] = []

    def note(self, name: str, path: str) -> Span | None:
        """Notes that the field at `path` gave what is called `name`; its place, if it is there."""
        place = self.parsed.places.get(path)
        if place:
            field = self.parsed.written[path].removeprefix("$").lstrip(".")
            self.lines.append(role(place, name, field, f"ninjs {self.converted.version}"))
        return place

    def note_field(self, name: str, field: str) -> Span | None:
        """As `note`, for a field of the item by its name in ninjs 2."""
        return self.note(name, self.converted.field(field))

    def embargo(self) -> tuple[str, Span] | None:
        """The moment before which the item must not appear, as it is written."""
        moment = self.item.embargoed_until or self.item.embargoed
        if not moment:
            return None
        name = "embargoeduntil" if self.item.embargoed_until else "embargoed"
        place = self.note_field("embargo", name)
        return (moment, place) if place else None


def read_meta(fields: Fields, headline: Inlines, body: Body, language: str) -> Meta:
    """What the fields say of the item below its `headline`; `body` tells what it says itself."""
    item = fields.item
    for name, field in (("language", "language"), ("identifier", "uri"), ("slugline", "slugline")):
        fields.note_field(name, field)
    for field in ("copyrightnotice", "copyrightholder", "usageterms"):
        fields.note_field("rights", field)
    summary = _value(
        fields, item.descriptions, _MAIN | {"summary", "abstract", "lead"}, "standfirst"
    )
    return Meta(
        title=headline,
        kicker=_value(fields, item.headlines, _KICKER, "kicker"),
        standfirst=_value(fields, item.headlines, _STANDFIRST, "standfirst")
        or (() if repeats(body.blocks, plain(summary)) else summary),
        byline=_byline(fields, language),
        dateline=with_dateline(_located(fields), body.blocks, language),
        language=item.language or "und",
        date=_date(fields),
        identifier=item.uri,
        rights=rights(item.copyright_notice or item.copyright_holder, item.usage_terms),
        description=plain(summary) or None,
        subjects=tuple(dict.fromkeys(one.name for one in item.subjects if one.name)),
        source=", ".join(one.name for one in item.info_sources if one.name) or None,
    )


def read_headline(fields: Fields) -> Inlines:
    """The main headline, else the title by which the item is known."""
    found = _value(fields, fields.item.headlines, _MAIN, "headline")
    if found or not fields.item.title:
        return found
    return words(fields.item.title, fields.note_field("headline", "title"))


def _value(
    fields: Fields, values: Iterable[Value], roles: Iterable[str | None], name: str
) -> Inlines:
    """The first of `values` in one of these roles that has words."""
    for one in values:
        if one.role in roles and one.value.strip():
            return words(" ".join(one.value.split()), fields.note(name, one.path))
    return ()


def _byline(fields: Fields, language: str) -> tuple[Byline, ...]:
    written = " ".join((fields.item.by or "").split())
    if not written:
        return ()
    fields.note_field("byline", "by")
    return read_byline(written, words_for(language))


def _located(fields: Fields) -> str | None:
    fields.note_field("dateline", "located")
    return fields.item.located


def _date(fields: Fields) -> str | None:
    """The day that the content was made, else that of this version, else the first."""
    item = fields.item
    moments = (item.content_created, item.version_created, item.first_created)
    for name, moment in zip(_DATES, moments, strict=True):
        if found := day(moment):
            fields.note_field("date", name)
            return found
    return None


def left_out(fields: Fields) -> Iterator[Diagnostic]:
    """What was not for readers, or has no place in a document."""
    item = fields.item
    if item.pub_status not in (None, "usable"):
        place = fields.parsed.place(fields.converted.field("pubstatus"))
        yield diagnose("NWS010", place, status=item.pub_status)
    if item.ed_note and item.ed_note.strip():
        place = fields.parsed.place(fields.converted.field("ednote"))
        yield diagnose("NWS011", place, note=" ".join(item.ed_note.split()))
    path = fields.converted.path
    names = [
        fields.parsed.written[f"{path}.{key}"].rpartition(".")[2]
        for key in fields.value
        if key not in _USED and key not in _DATES and not key.startswith(_PREFIXES)
    ]
    told = {line.rule for line in fields.lines}
    names += [
        written
        for one in (*item.headlines, *item.descriptions)
        if one.value.strip()
        and (written := fields.parsed.written[one.path].removeprefix("$.")) not in told
    ]
    if names:
        yield diagnose("NWS012", fields.parsed.place(path), fields=", ".join(names))
