"""A ninjs item to a document: its fields, its text in the richest form, its pictures."""

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.document.text import plain
from publisher.sources.news.entries import pick
from publisher.sources.news.item import Item, reading
from publisher.sources.news.json_text import Json, Parsed, parse_json
from publisher.sources.news.ninjs.body import read_body
from publisher.sources.news.ninjs.convert import convert
from publisher.sources.news.ninjs.fields import Fields, left_out, read_headline, read_meta
from publisher.sources.news.ninjs.pictures import read_pictures
from publisher.sources.plain_text.decode import byte_order_mark, decode, guessed
from publisher.sources.reading import Reading
from publisher.sources.stated_language import choose_language


def read_ninjs(source: Source, given: Metadata) -> Reading:
    """The document of a ninjs item, or of the one of several that `given` picks.

    Raises PublisherError: as `decode`, `parse_json`, `pick` and `convert` do, NWS008 for JSON
    that is no object, NWS005 for an item without headline and text.
    """
    decoded = decode(source)
    parsed = parse_json(source.name, decoded.text)
    path, value = _chosen(parsed, given)
    fields = Fields(parsed, convert(parsed, value, path), value)
    found = reading(_item(fields, given), given, parsed.source_map, decoded.encoding)
    lost = [
        change for change in parsed.source_map.normalisations() if change.rule == "lone-surrogate"
    ]
    return msgspec.structs.replace(
        found,
        normalisations=(*byte_order_mark(source, decoded), *lost, *found.normalisations),
        diagnostics=(*guessed(source, decoded), *found.diagnostics),
    )


def _chosen(parsed: Parsed, given: Metadata) -> tuple[str, dict[str, Json]]:
    """The path and the value of the item that is to be read."""
    value = parsed.value
    if isinstance(value, dict):
        return "$", value
    if isinstance(value, list):
        items = [(f"$[{at}]", one) for at, one in enumerate(value) if isinstance(one, dict)]
        names = [str(one.get("uri") or "") for _, one in items]
        return items[pick(given.entry, names, parsed.place("$"))]
    facts = {"field": "$", "expected": "an object", "got": "something else"}
    raise PublisherError(*parsed.diagnostics, diagnose("NWS008", parsed.place("$"), **facts))


def _item(fields: Fields, given: Metadata) -> Item:
    headline = read_headline(fields)
    body = read_body(fields, plain(headline))
    text = " ".join(map(plain, body.runs()))
    language = choose_language(given, fields.item.language, "language", text).value
    pictures = read_pictures(fields, body.markup)
    meta = read_meta(fields, headline, body, language)
    first, rest = pictures.blocks[:1], pictures.blocks[1:]
    return Item(
        meta=meta,
        blocks=(*first, *body.blocks, *rest),
        notes=body.notes,
        language_rule="language",
        embargo=fields.embargo(),
        lines=(*fields.lines, *body.lines),
        normalisations=body.normalisations,
        embedded=body.embedded,
        diagnostics=(
            *fields.parsed.diagnostics,
            *body.diagnostics,
            *pictures.diagnostics,
            *left_out(fields),
        ),
    )
