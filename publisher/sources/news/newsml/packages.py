"""A NewsML-G2 package: a list of items that are elsewhere, as their titles and descriptions."""

from collections.abc import Iterator

from lxml import etree

from publisher.configuration.metadata import Metadata
from publisher.document.nodes import Block, Heading, Link, Paragraph
from publisher.sources.news.elements import Record, attribute, below, first, local
from publisher.sources.news.item import Item
from publisher.sources.news.newsml.metadata import STANDARD, embargo, left_out, read_meta


def package_item(root: etree._Element, file: str, given: Metadata) -> Item:
    """The item in a `packageItem`: for each item that it refers to, its title and description."""
    record = Record(file, STANDARD)
    meta = read_meta(root, record)
    groups = {attribute(group, "id"): group for group in below(root, "groupSet", "group")}
    start = attribute(first(root, "groupSet"), "root")
    chosen = groups.pop(start or next(iter(groups), None), None)
    blocks = tuple(_group(chosen, groups, record, 1)) if chosen is not None else ()
    return Item(
        meta=meta,
        blocks=blocks,
        language_rule="contentMeta/language",
        embargo=embargo(root, record),
        lines=tuple(record.lines),
        diagnostics=tuple(left_out(root, record)),
    )


def _group(
    group: etree._Element,
    groups: dict[str | None, etree._Element],
    record: Record,
    level: int,
) -> Iterator[Block]:
    """The blocks of a group and of those it refers to, each taken out of `groups` once read."""
    title = record.run("heading", first(group, "title"))
    if title:
        yield Heading(level=level, children=title, span=record.place(group))
        level += 1
    for part in group:
        if local(part) == "itemRef":
            yield from _reference(part, record, level)
        elif local(part) == "groupRef":
            inner = groups.pop(attribute(part, "idref"), None)
            if inner is not None:
                yield from _group(inner, groups, record, level + 1)


def _reference(part: etree._Element, record: Record, level: int) -> Iterator[Block]:
    place = record.place(part)
    title = record.run("heading", first(part, "title"))
    address = attribute(part, "href")
    if title:
        children = (Link(href=address, children=title),) if address else title
        yield Heading(level=level, children=children, span=place)
    for description in below(part, "description"):
        if run := record.run("paragraph", description):
            yield Paragraph(children=run, span=record.place(description))
