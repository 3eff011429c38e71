"""The text of a ninjs item: of several forms of it, the one with the most markup."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.news.bodies import Body, Setting, html_body, plain_body
from publisher.sources.news.ninjs.fields import Fields
from publisher.sources.news.ninjs.schema import Value
from publisher.span import Span

_MARKED = frozenset(("richtext", "xhtml", "html", "html5", "body_xhtml"))
_ORDER = ("html", "plain", "other")

Kind = Literal["html", "plain", "other"]


def read_body(fields: Fields, headline: str) -> Body:
    """The body of an item, empty where it has none; the forms that were not read are told."""
    bodies = [one for one in fields.item.bodies if one.value.strip()]
    if not bodies:
        return Body()
    chosen = min(bodies, key=lambda one: (_ORDER.index(kind_of(one)), one.role != "main"))
    body = _read(fields, chosen, headline)
    told = tuple(_others(fields, bodies, chosen))
    return msgspec.structs.replace(body, diagnostics=(*body.diagnostics, *told))


def kind_of(value: Value) -> Kind:
    """What a text is written in: by its content type, its role, else by its look."""
    stated = (value.content_type or "").lower()
    if "html" in stated or (not stated and value.role in _MARKED):
        return "html"
    if "plain" in stated:
        return "plain"
    if stated and "/" in stated:
        return "other"
    text = value.value.lstrip()
    return "html" if text.startswith("<") and ("</" in text or "/>" in text) else "plain"


def _read(fields: Fields, chosen: Value, headline: str) -> Body:
    parsed = fields.parsed
    start = parsed.starts[chosen.path]
    kind = kind_of(chosen)
    setting = Setting(
        rule=parsed.written[chosen.path].removeprefix("$."),
        reason=f"ninjs {fields.converted.version}, {chosen.content_type or kind}",
        headline=headline,
    )

    def place(first: int, last: int) -> Span:
        return parsed.source_map.span(start + first, start + last)

    read = html_body if kind == "html" else plain_body
    return read(chosen.value, place, setting)


def _others(fields: Fields, bodies: list[Value], chosen: Value) -> Iterator[Diagnostic]:
    for one in bodies:
        if one is not chosen:
            field = fields.parsed.written[one.path].removeprefix("$.")
            kind = one.content_type or one.role or kind_of(one)
            yield diagnose("NWS009", fields.parsed.place(one.path), field=field, kind=kind)
