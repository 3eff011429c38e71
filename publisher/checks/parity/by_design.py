"""What is in one file only and is meant to be: rules, each with its reason in docs/diff.md."""

import re
from collections.abc import Iterator, Sequence

from publisher.checks.parity.content import Block, Content, Link
from publisher.checks.parity.flow import Difference, Stretch
from publisher.checks.parity.locators import is_number
from publisher.checks.parity.normal import key
from publisher.document.document import Meta
from publisher.document.text import plain

_SIGNS = re.compile(r"\w")
_NUMBERS = re.compile(r"\w+")


def compared(content: Content) -> list[int]:
    """The numbers of the blocks that are compared as text: no covers, no lines of contents."""
    titles = {key(entry.words) for entry in content.contents}
    kept: list[int] = []
    listing = False
    for number, block in enumerate(content.blocks):
        if block.apart or not block.text:
            continue
        if _is_line_of_contents(block, titles):
            # The heading above the first line belongs to the contents.
            if not listing and kept and _heads(content.blocks, kept[-1], number):
                kept.pop()
            listing = True
            continue
        listing = False
        kept.append(number)
    return kept


def _is_line_of_contents(block: Block, titles: set[str]) -> bool:
    """Whether a block is one link inside, with the words of an entry of the contents."""
    if len(block.links) != 1 or block.links[0].url is not None or block.kind == "table":
        return False
    words = re.sub(r"[\s.·…]*$", "", block.text)
    folio, start = block.links[0].folio, 0
    if folio and words.endswith(folio):
        words = re.sub(r"[\s.·…]*$", "", words[: -len(folio)])
    elif folio and words.startswith(folio):
        start = len(folio)
    said = _said(block, start, len(words))
    return key(said) in titles and _covers(block.links[0], block.text, start, len(words))


def _said(block: Block, start: int, end: int) -> str:
    """The characters of a block from `start` to `end`, pictures and formulas as their words."""
    said = list(block.text[:end])
    for each in block.objects:
        if each.at < end:
            said[each.at] = each.words or ""
    return "".join(said[start:])


def _heads(blocks: Sequence[Block], before: int, number: int) -> bool:
    return blocks[before].kind == "heading" and number - before <= 2


def said_already(meta: Meta) -> set[str]:
    """Keys of what the metadata say: half-titles and title pages say no more."""
    people = (person for line in meta.byline for person in (line.text, line.name))
    said = (
        plain(meta.title),
        plain(meta.standfirst),
        *people,
        meta.publisher,
        meta.publication,
        meta.description,
        meta.identifier,
        meta.rights,
    )
    return {key(words) for words in said if words}


def is_page_number(one: Content, other: Content, difference: Difference) -> bool:
    """Whether both stretches are nothing but links inside, one of them with a page's number.

    A number that is in one file only may be one too many in an index, which the other has by page.
    """
    sides = ((one, difference.one, difference.at), (other, difference.other, difference.there))
    if not all(_only_links(content, stretches) for content, stretches, _ in sides):
        return False
    numbers = all(
        is_number(link.words(block.text))
        for content, stretches, _ in sides
        for block, link in _links(content, stretches)
    )
    return any(
        is_by_page(block.text, link)
        for content, stretches, at in sides
        for block, link in _links(content, stretches or _all(content, at if numbers else None))
    )


def _all(content: Content, number: int | None) -> tuple[Stretch, ...]:
    if number is None:
        return ()
    return (Stretch(number, 0, len(content.blocks[number].text), True),)


def is_by_page(text: str, link: Link) -> bool:
    """Whether the words of a link have the number of the page that it leads to: 12, or 12–14."""
    return bool(link.folio) and link.folio in _NUMBERS.findall(link.words(text))


def _links(content: Content, stretches: Sequence[Stretch]) -> Iterator[tuple[Block, Link]]:
    for stretch in stretches:
        block = content.blocks[stretch.number]
        for link in block.links:
            if link.url is None and link.start < stretch.end and link.end > stretch.start:
                yield block, link


def _only_links(content: Content, stretches: Sequence[Stretch]) -> bool:
    for stretch in stretches:
        block = content.blocks[stretch.number]
        links = [link for link in block.links if link.url is None]
        for sign in _SIGNS.finditer(block.text, stretch.start, stretch.end):
            if not any(link.start <= sign.start() < link.end for link in links):
                return False
    return True


def _covers(link: Link, text: str, start: int, end: int) -> bool:
    outside = text[start : link.start] + text[link.end : end]
    return not _SIGNS.search(outside)
