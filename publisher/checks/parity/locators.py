"""The numbers in an index: pages on paper, where there are none the places one after another.

They are links, and it counts where they lead. As words they would be other ones in each file. On
paper a page is named once, and a range by its ends.
"""

import re
from collections.abc import Sequence

import msgspec

from publisher.checks.parity.content import Block, Language, Link
from publisher.checks.parity.normal import BREAK

_NUMBER = re.compile(r"(?:\d{1,5}|[ivxlcdm]{1,12})", re.IGNORECASE)
_BEFORE = re.compile(rf"[\s,;\-\u2013{BREAK}]*$")
_AFTER = re.compile(rf"[\s,;{BREAK}]*$")
_RANGE = re.compile(rf"[\s{BREAK}]*[\-\u2013][\s{BREAK}]*")
_Cut = tuple[int, int]


def take_out_locators(blocks: list[Block]) -> None:
    """Takes the numbers, and what stands before each, out of the last of `blocks`.

    A number that leads to a page with another one stays, and is told. Where nothing is left, the
    block was the end of an entry that runs over a page, and its links go to the entry.
    """
    block = blocks[-1]
    cuts = [_cut(link, block.text) for link in block.links if _locator(link, block.text)]
    if not cuts:
        return
    links = _links(block, cuts)
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


def is_number(words: str) -> bool:
    """Whether the words of a link are nothing but a number, Arabic or Roman."""
    return bool(_NUMBER.fullmatch(words.strip(" " + BREAK)))


def _links(block: Block, cuts: Sequence[_Cut]) -> tuple[Link, ...]:
    """The links of a block without its locators' words; the end of a range goes to its start."""
    found: list[Link] = []
    end = 0
    for link in block.links:
        number = _locator(link, block.text)
        between = block.text[end : link.start]
        if number and found and found[-1].locator and _RANGE.fullmatch(between):
            found[-1] = msgspec.structs.replace(found[-1], last=link.target)
        else:
            start, stop = _at(link.start, cuts), _at(link.end, cuts)
            found.append(msgspec.structs.replace(link, start=start, end=stop, locator=number))
        end = link.end
    return tuple(found)


def _locator(link: Link, text: str) -> str | None:
    words = text[link.start : link.end].strip(" " + BREAK)
    if link.url is not None or not is_number(words):
        return None
    return words if link.folio in (None, words) else None


def _cut(link: Link, text: str) -> _Cut:
    found = _BEFORE.search(text, 0, link.start)
    return found.start() if found else link.start, link.end


def _without(text: str, cuts: Sequence[_Cut]) -> str:
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _at(place: int, cuts: Sequence[_Cut]) -> int:
    """Where the character `place` stands once `cuts`, which are in order, are taken out."""
    return place - sum(min(end, place) - start for start, end in cuts if start < place)
