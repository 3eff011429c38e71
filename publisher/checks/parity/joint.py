"""Blocks that belong together, joined: a paragraph that runs over a page is one text again."""

import msgspec

from publisher.checks.parity.content import Block, Call, Content, Link, Object
from publisher.checks.parity.normal import BREAK, HYPHEN, joined


class Joint(msgspec.Struct, frozen=True):
    """The text of some blocks in a row, and what is in it, by its characters."""

    content: Content
    blocks: tuple[Block, ...]
    text: str
    starts: tuple[int, ...]
    links: tuple[Link, ...]
    calls: tuple[Call, ...]
    objects: tuple[Object, ...]

    @property
    def first(self) -> Block:
        """The block that the text begins with."""
        return self.blocks[0]


def join(content: Content, numbers: tuple[int, ...]) -> Joint:
    """The blocks with these numbers, in order, as one text."""
    blocks = tuple(content.blocks[number] for number in numbers)
    text = ""
    starts: list[int] = []
    links: list[Link] = []
    calls: list[Call] = []
    objects: list[Object] = []
    replace = msgspec.structs.replace
    for block in blocks:
        before, text = text, joined(text, block.text)
        by = len(text) - len(block.text)
        starts.append(by)
        for link in block.links:
            _add(links, replace(link, start=link.start + by, end=link.end + by), before)
        calls += [replace(call, at=call.at + by) for call in block.calls]
        objects += [replace(each, at=each.at + by) for each in block.objects]
    return Joint(content, blocks, text, tuple(starts), tuple(links), tuple(calls), tuple(objects))


def _add(links: list[Link], link: Link, before: str) -> None:
    """Adds a link; one that goes on where the last one ends, at a page's end, is the same."""
    last = links[-1] if links else None
    if (
        last is not None
        and (last.url, last.target) == (link.url, link.target)
        and last.end >= len(before.rstrip(" -" + HYPHEN + BREAK))
        and link.start <= len(before) + 1
    ):
        links[-1] = msgspec.structs.replace(last, end=link.end)
    else:
        links.append(link)
