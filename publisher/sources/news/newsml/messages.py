"""A NewsML-G2 message (`newsMessage`): items in an envelope, of which one text is read."""

import msgspec
from lxml import etree

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import diagnose
from publisher.sources.news.bodies import by_line
from publisher.sources.news.elements import attribute, below, line_of, local
from publisher.sources.news.entries import pick
from publisher.sources.news.item import Item
from publisher.sources.news.newsml.items import has_text, is_picture, news_item
from publisher.sources.news.newsml.packages import package_item


def message_item(root: etree._Element, file: str, given: Metadata) -> Item:
    """The text in a message, with the pictures that a package puts beside it.

    Raises PublisherError: as `pick` does.
    """
    items = [item for held in below(root, "itemSet") for item in held]
    texts = [one for one in items if local(one) == "newsItem" and has_text(one)]
    texts = texts or [one for one in items if local(one) in ("newsItem", "packageItem")]
    names = [attribute(one, "guid") or "" for one in texts]
    line = line_of(root)
    chosen = texts[pick(given.entry, names, by_line(file)(line, line))]
    if local(chosen) == "packageItem":
        return package_item(chosen, file, given)
    pictures = [one for one in items if local(one) == "newsItem" and is_picture(one)]
    if len(texts) > 1:
        pictures = [one for one in pictures if _together(items, chosen, one)]
    item = news_item(chosen, file, given, tuple(one for one in pictures if one is not chosen))
    left = [
        f"{local(one)} {attribute(one, 'guid')}"
        for one in items
        if one is not chosen and one not in pictures and local(one) != "packageItem"
    ]
    if not left:
        return item
    told = diagnose("NWS012", by_line(file)(line, line), fields=", ".join(left))
    return msgspec.structs.replace(item, diagnostics=(*item.diagnostics, told))


def _together(items: list[etree._Element], one: etree._Element, other: etree._Element) -> bool:
    """Whether a package of the message refers to both."""
    wanted = {attribute(one, "guid"), attribute(other, "guid")}
    for package in items:
        references = {attribute(part, "residref") for part in package.iter("{*}itemRef")}
        if wanted <= references:
            return True
    return False
