"""The numbers in an index: pages on paper, where there are none the places one after another.

They are links, and it counts where they lead. As words they would be other ones in each file. On
paper a page is named once, and a range by its ends.
"""

import bisect
import itertools
import re
from collections.abc import Sequence

import msgspec

from publisher.checks.parity.content import Block, Language, Link
from publisher.checks.parity.normal import BREAK

_NUMBER = re.compile(r"(?:\d{1,5}|[ivxlcdm]{1,12})", re.IGNORECASE)
_SEPARATORS = f" ,;-\u2013{BREAK}"
_RANGE = re.compile(rf"[\s{BREAK}]*[\-\u2013][\s{BREAK}]*")
_Cut = tuple[int, int]


def take_out_locators(blocks: list[Block]) -> None:
    """Takes the numbers, and what stands between them, out of the last of `blocks`.

    A number that leads to a page with another one stays, and is told. Where nothing is left, the
    block was the end of an entry that runs over a page, and its links go to the entry.
    """
    block = blocks[-1]
    cuts = _cuts(block)
    if not cuts or block.kind == "table":
        return
    at = _Shift(cuts)
    links = _links(block, at)
    text = _without(block.text, cuts).rstrip(" " + BREAK)
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
        languages=tuple(Language(at(each.end), each.tag) for each in block.languages),
        calls=tuple(msgspec.structs.replace(c, at=at(c.at)) for c in block.calls),
        objects=tuple(msgspec.structs.replace(o, at=at(o.at)) for o in block.objects),
    )


def is_number(words: str) -> bool:
    """Whether the words of a link are nothing but a number, Arabic or Roman."""
    return bool(_NUMBER.fullmatch(words.strip(" " + BREAK)))


def _links(block: Block, at: "_Shift") -> tuple[Link, ...]:
    """The links of a block without its locators' words; the end of a range goes to its start."""
    found: list[Link] = []
    end = 0
    for link in block.links:
        number = _locator(link, block.text)
        between = block.text[end : link.start]
        if number and found and found[-1].locator and _RANGE.fullmatch(between):
            found[-1] = msgspec.structs.replace(found[-1], last=link.target)
        else:
            start, stop = at(link.start), at(link.end)
            found.append(msgspec.structs.replace(link, start=start, end=stop, locator=number))
        end = link.end
    return tuple(found)


def _locator(link: Link, text: str) -> str | None:
    words = text[link.start : link.end].strip(" " + BREAK)
    if link.url is not None or not is_number(words):
        return None
    return words if link.folio in (None, words) else None


def _cuts(block: Block) -> list[_Cut]:
    cuts: list[_Cut] = []
    for link in block.links:
        if _locator(link, block.text):
            start = link.start
            if cuts and not block.text[cuts[-1][1] : start].strip(_SEPARATORS):
                start = cuts[-1][1]
            cuts.append((start, link.end))
    if cuts and not block.text[cuts[-1][1] :].strip(_SEPARATORS):
        cuts[-1] = (cuts[-1][0], len(block.text))
    return cuts


def _without(text: str, cuts: Sequence[_Cut]) -> str:
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


class _Shift:
    """Where characters stand once `cuts`, which are in order, are taken out."""

    def __init__(self, cuts: Sequence[_Cut]) -> None:
        self._cuts = cuts
        self._starts = [start for start, _ in cuts]
        lengths = (end - start for start, end in cuts)
        self._gone = list(itertools.accumulate(lengths, initial=0))

    def __call__(self, place: int) -> int:
        """The new place of the character `place`; what is taken out is where it stood."""
        count = bisect.bisect_left(self._starts, place)
        inside = max(0, self._cuts[count - 1][1] - place) if count else 0
        return place - self._gone[count] + inside
