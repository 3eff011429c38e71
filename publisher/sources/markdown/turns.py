"""Plays and interviews that are written as paragraphs: `**Lane.** Yes, sir.`, `**Q:** Why?`

They are taken for a dialogue where nothing else is likely: a document has several such paragraphs,
two names at least come back, and most paragraphs of a run begin so. Whatever else they hold, all
their characters stay.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import msgspec

from publisher.document.nodes import (
    Block,
    Blocks,
    Dialogue,
    Emphasis,
    Inlines,
    Paragraph,
    Strong,
    Text,
    Turn,
    Verse,
)
from publisher.document.text import plain
from publisher.sources.markdown.trim import without_start
from publisher.span import Span

DIRECTION = "direction"
"""The role of a paragraph that is a stage direction."""

_FEWEST = 5
"""Speeches that a document has, at least."""
_LONGEST = 60
"""Characters of a speaker's name, at most."""
_SPACE = re.compile(r"\s+")
_COLON = re.compile(r":\s*")


def spoken(blocks: Blocks) -> Blocks:
    """`blocks` with each run of speeches and stage directions as a dialogue, where it is one."""
    names = Counter(name for block in blocks if (name := _name(block)))
    if names.total() < _FEWEST or sum(count > 1 for count in names.values()) < 2:
        return blocks
    drama = 2 * sum(names[name] for name in names if name.endswith(".")) > names.total()
    role = "drama" if drama else "interview"
    found: list[Block] = []
    for is_text, group in groupby(blocks, lambda block: isinstance(block, Paragraph | Verse)):
        run = tuple(group)
        found += _as_dialogue(run, role) if is_text else run
    return tuple(found)


def direction(block: Block) -> Paragraph | None:
    """The stage direction that `block` is: a paragraph that stands in italics, and nothing else."""
    if not isinstance(block, Paragraph) or block.role:
        return None
    if len(block.children) != 1 or not isinstance(words := block.children[0], Emphasis):
        return None
    return msgspec.structs.replace(block, children=words.children, role=DIRECTION)


def _name(block: Block) -> str:
    """The name that a speech begins with, with the mark behind it; "" where `block` is none."""
    first = block.children[0] if isinstance(block, Paragraph) and block.children else None
    if not isinstance(first, Strong) or not isinstance(block, Paragraph):
        return ""
    name = plain(first.children).strip()
    if not name.endswith((".", ":")):
        after = block.children[1] if len(block.children) > 1 else None
        name += ":" if isinstance(after, Text) and after.text.startswith(":") else ""
    fits = len(name) <= _LONGEST and name.endswith((".", ":")) and any(map(str.isalpha, name))
    return name if fits else ""


def _as_dialogue(run: Blocks, role: str) -> Blocks:
    speeches = [at for at, block in enumerate(run) if _name(block)]
    others = sum(direction(block) is None for block in run)
    if 2 * len(speeches) <= others:
        return run
    first, last = speeches[0], speeches[-1] + 1
    while first and direction(run[first - 1]):
        first -= 1
    while last < len(run) and direction(run[last]):
        last += 1
    span = _around(run[first].span, run[last - 1].span)
    turns = tuple(_turns(run[first:last]))
    return (*run[:first], Dialogue(turns=turns, role=role, span=span), *run[last:])


def _turns(run: Blocks) -> Iterator[Turn]:
    speaker: Inlines = ()
    said: list[Block] = []
    for block in run:
        directed = direction(block)
        if not directed and not _name(block):
            said.append(block)  # a speech goes on
            continue
        if speaker or said:
            yield Turn(speaker, tuple(said))
        speaker, said = (), []
        if directed:
            yield Turn((), (directed,))
        elif isinstance(block, Paragraph):
            speaker, rest = _parted(block.children)
            said = [msgspec.structs.replace(block, children=rest)] if rest else []
    if speaker or said:
        yield Turn(speaker, tuple(said))


def _parted(run: Inlines) -> tuple[Inlines, Inlines]:
    """Who speaks, with the mark behind the name, and what is said."""
    speaker, rest = run[0], run[1:]
    assert isinstance(speaker, Strong)
    children = speaker.children
    if without := without_start(rest, _COLON):
        children, rest = (*children, Text(text=":")), without
    return children, without_start(rest, _SPACE) or rest


def _around(first: Span | None, last: Span | None) -> Span | None:
    if not first or not last:
        return first or last
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)
