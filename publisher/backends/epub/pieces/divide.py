"""Blocks that are too long for one file, in several: lists, quotations, verse, dialogue.

What is one thing to look at (a table, a listing, a figure, a box) stays whole.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from publisher.backends.epub.pieces.weigh import runs, weight
from publisher.document.nodes import Block, DefinitionList, Dialogue, List, Quote, Verse

_Item = TypeVar("_Item")


def divided(block: Block, room: float) -> tuple[Block, ...]:
    """`block` as several of its kind that weigh at most `room` where it may be cut; else itself.

    The first keeps the id and what stands above it, the last what stands below. Items go on being
    counted.
    """
    if weight(block) <= room:
        return (block,)
    match block:
        case List():
            found = tuple(_lists(block, room))
        case DefinitionList():
            found = tuple(
                msgspec.structs.replace(block, items=tuple(items))
                for items in _runs(block.items, room)
            )
        case Dialogue():
            found = tuple(
                msgspec.structs.replace(block, turns=tuple(turns))
                for turns in _runs(block.turns, room)
            )
        case Verse():
            found = tuple(_verses(block, room))
        case Quote():
            found = tuple(_quotes(block, room))
        case _:
            return (block,)
    return (found[0], *(msgspec.structs.replace(each, id=None) for each in found[1:]))


def _runs(items: Sequence[_Item], room: float) -> list[list[_Item]]:
    return runs(items, [weight(item) for item in items], room)


def _lists(block: List, room: float) -> Iterator[Block]:
    start = block.start
    for items in _runs(block.items, room):
        yield msgspec.structs.replace(block, items=tuple(items), start=start)
        start += len(items)


def _verses(block: Verse, room: float) -> Iterator[Block]:
    groups, start = _runs(block.stanzas, room), block.start
    for number, stanzas in enumerate(groups, start=1):
        yield msgspec.structs.replace(
            block,
            stanzas=tuple(stanzas),
            title=block.title if number == 1 else (),
            attribution=block.attribution if number == len(groups) else (),
            start=start,
        )
        start += sum(map(len, stanzas))


def _quotes(block: Quote, room: float) -> Iterator[Block]:
    inner = [piece for each in block.blocks for piece in divided(each, room)]
    groups = _runs(inner, room)
    for number, blocks in enumerate(groups, start=1):
        attribution = block.attribution if number == len(groups) else ()
        yield msgspec.structs.replace(block, blocks=tuple(blocks), attribution=attribution)
