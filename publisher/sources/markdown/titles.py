"""The title of a document, and the levels of the headings below it."""

from collections.abc import Iterator
from pathlib import PurePath

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.nodes import Block, Blocks, Heading, Inlines, Text
from publisher.document.text import plain
from publisher.sources.markdown.description import Description
from publisher.sources.markdown.front_matter import Entry
from publisher.span import whole_file


class Titled(msgspec.Struct, frozen=True):
    """A title, by which rule it was found, and the blocks that are left below it.

    `anchor` is the id of the heading that it was taken from.
    """

    title: Inlines
    rule: str
    blocks: Blocks
    diagnostics: tuple[Diagnostic, ...] = ()
    anchor: str | None = None


def find_title(blocks: Blocks, said: Description, name: str) -> Titled:
    """The title that front matter gives; else the first heading of level 1; else the file's name.

    A heading that is the title is not in the text again. It is taken where it opens the text, or
    is the only one of its level. The levels below count from 1.
    """
    tops = [
        at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1
    ]
    if said.title and said.title.value:
        title = words_of(said.title)
        if tops and tops[0] == 0 and _same(blocks[0], title):
            return Titled(title, "front-matter", _levelled(blocks[1:]), anchor=blocks[0].id)
        return Titled(title, "front-matter", _levelled(blocks))
    if tops and (tops[0] == 0 or len(tops) == 1):
        at = tops[0]
        heading = blocks[at]
        assert isinstance(heading, Heading)
        rest = (*blocks[:at], *blocks[at + 1 :])
        below = _levelled(rest, below=len(tops) == 1)
        return Titled(heading.children, "first-heading", below, anchor=heading.id)
    stem = PurePath(name).stem
    note = diagnose("MKD008", whole_file(name), title=stem)
    return Titled((Text(text=stem),), "file-name", _levelled(blocks), (note,))


def words_of(entry: Entry) -> Inlines:
    """The words of an entry of front matter."""
    return (Text(text=" ".join(str(entry.value).split()), span=entry.words),)


def _same(block: Block, title: Inlines) -> bool:
    return isinstance(block, Heading) and plain(block.children).split() == plain(title).split()


def _levelled(blocks: Blocks, *, below: bool = False) -> Blocks:
    """The blocks with headings counted from 1, or, `below` the title, from the title's level."""
    levels = [heading.level for heading in headings(blocks)]
    shift = 1 if below else min(levels, default=1) - 1
    return tuple(_shifted(block, shift) for block in blocks) if shift else blocks


def headings(blocks: Blocks) -> Iterator[Heading]:
    """The headings that stand in no other block, in order."""
    return (block for block in blocks if isinstance(block, Heading))


def _shifted(block: Block, shift: int) -> Block:
    if isinstance(block, Heading):
        return msgspec.structs.replace(block, level=max(1, block.level - shift))
    return block
