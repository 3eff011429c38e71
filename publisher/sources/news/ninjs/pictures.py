"""The associations of a ninjs item: pictures become figures, anything else is told."""

from collections.abc import Iterator

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.nodes import Figure, Image, Inlines, Text
from publisher.sources.html.fragment import read_inline
from publisher.sources.news.item import rights, words
from publisher.sources.news.json_text import Json
from publisher.sources.news.ninjs.body import kind_of
from publisher.sources.news.ninjs.convert import Converted, convert
from publisher.sources.news.ninjs.fields import Fields
from publisher.sources.news.ninjs.schema import Rendition

_PICTURES = frozenset(("picture", "graphic"))


class Pictures(msgspec.Struct, frozen=True):
    """Figures in the order of the associations, and what was left out."""

    blocks: tuple[Figure, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_pictures(fields: Fields, markup: str) -> Pictures:
    """The pictures that belong to an item, less those that its text, `markup`, shows itself."""
    blocks: list[Figure] = []
    left: list[Diagnostic] = []
    own = fields.item.renditions if fields.item.type in _PICTURES else ()
    if own and (figure := _figure(fields, fields.converted)):
        blocks.append(figure)
    for name, path, value in fields.converted.associations:
        one = convert(fields.parsed, value, path, fields.converted)
        if any(shown in markup for shown in _signs(name, one, value)):
            continue
        figure = _figure(fields, one)
        if figure:
            blocks.append(figure)
        else:
            what = f"associations.{name} ({one.item.type or 'of no type'})"
            left.append(diagnose("NWS012", fields.parsed.place(path), fields=what))
    return Pictures(tuple(blocks), tuple(left))


def _signs(name: str, one: Converted, value: dict[str, Json]) -> Iterator[str]:
    """What a text holds that shows the picture itself."""
    yield f'data-assoc-ref="{name}"'
    for rendition in one.item.renditions:
        if rendition.href:
            yield rendition.href
            yield rendition.href.replace("&", "&amp;")


def _figure(fields: Fields, one: Converted) -> Figure | None:
    item = one.item
    rendition = _largest(item.renditions)
    if item.type not in _PICTURES or rendition is None:
        return None
    place = fields.parsed.place(one.path)
    alternative = next((each.value for each in item.headlines if each.value.strip()), None)
    credit = rights(item.by, item.copyright_notice or item.copyright_holder)
    fields.note("figure", one.path)
    image = Image(src=str(rendition.href), alt=alternative, span=place)
    return Figure(
        images=(image,),
        caption=_caption(fields, one),
        credit=(Text(text=credit, span=place),) if credit else (),
        span=place,
    )


def _largest(renditions: tuple[Rendition, ...]) -> Rendition | None:
    """The widest rendition that is a picture; the first of those that give no width."""
    pictures = [
        one
        for one in renditions
        if one.href and (one.content_type or "image/").lower().startswith("image/")
    ]
    return max(pictures, key=lambda one: one.width or 0, default=None)


def _caption(fields: Fields, one: Converted) -> Inlines:
    """The description, the form without markup first: a caption seldom needs any."""
    found = [each for each in one.item.descriptions if each.value.strip()]
    if not found:
        return ()
    chosen = min(found, key=lambda each: kind_of(each) != "plain")
    place = fields.note("caption", chosen.path)
    if kind_of(chosen) == "html" and place:
        return read_inline(chosen.value, place).inlines
    return words(" ".join(chosen.value.split()), place)
