"""The numbers in an index: pages on paper, where there are none the places one after another.

They are links, and it counts where they lead. As words they would be other ones in each file.
"""

import re
from collections.abc import Sequence

import msgspec

from publisher.checks.parity.content import Block, Language, Link
from publisher.checks.parity.normal import BREAK

_NUMBER = re.compile(r"(?:\d{1,5}|[ivxlcdm]{1,12})", re.IGNORECASE)
_BEFORE = re.compile(rf"[\s,;\-\u2013{BREAK}]*$")
_AFTER = re.compile(rf"[\s,;{BREAK}]*$")
_Cut = tuple[int, int]


def take_out_locators(blocks: list[Block]) -> None:
    """Takes the numbers, and what stands before each, out of the last of `blocks`.

    A number that leads to a page with another one stays, and is told. Where nothing is left, the
    block was the end of an entry that runs over a page, and its links go to the entry.
    """
    block = blocks[-1]
    numbers = {link: _locator(link, block.text) for link in block.links}
    cuts = [_cut(link, block.text) for link in block.links if numbers[link]]
    if not cuts:
        return
    links = tuple(
        msgspec.structs.replace(_moved(link, cuts), locator=numbers[link]) for link in block.links
    )
    text = _AFTER.sub("", _without(block.text, cuts))
    before = blocks[-2] if len(blocks) > 1 else None
    if not text and before is not None and before.text:
        end = len(before.text)
        ended = (msgspec.structs.replace(each, start=end, end=end) for each in links)
        blocks[-2] = msgspec.structs.replace(before, links=(*before.links, *ended))
        links = ()
    blocks[-1] = msgspec.structs.replace(
        block,
        text=text,
        links=links,
        languages=tuple(Language(_at(each.end, cuts), each.tag) for each in block.languages),
        calls=tuple(msgspec.structs.replace(c, at=_at(c.at, cuts)) for c in block.calls),
        objects=tuple(msgspec.structs.replace(o, at=_at(o.at, cuts)) for o in block.objects),
    )


def _locator(link: Link, text: str) -> str | None:
    words = text[link.start : link.end].strip(" " + BREAK)
    if link.url is not None or not _NUMBER.fullmatch(words):
        return None
    return words if link.folio in (None, words) else None


def _cut(link: Link, text: str) -> _Cut:
    found = _BEFORE.search(text, 0, link.start)
    return found.start() if found else link.start, link.end


def _without(text: str, cuts: Sequence[_Cut]) -> str:
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _moved(link: Link, cuts: Sequence[_Cut]) -> Link:
    return msgspec.structs.replace(link, start=_at(link.start, cuts), end=_at(link.end, cuts))


def _at(place: int, cuts: Sequence[_Cut]) -> int:
    """Where the character `place` stands once `cuts`, which are in order, are taken out."""
    return place - sum(min(end, place) - start for start, end in cuts if start < place)
