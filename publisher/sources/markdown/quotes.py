"""Quotations and verse, with whom they are from: what stands last and begins with a dash."""

import re

import msgspec

from publisher.document.nodes import Blocks, Inlines, Paragraph, PullQuote, Quote, Text, Verse
from publisher.sources.markdown.trim import without_start
from publisher.span import Span

_DASH = re.compile(r"(?:[—―]|--|–)\s*(?=\S|\Z)")


def quotation(blocks: Blocks, span: Span, role: str | None = None) -> Quote:
    """`blocks` as a quotation."""
    rest, attribution = _attributed(blocks)
    return Quote(blocks=rest, attribution=attribution, role=role, span=span)


def attributed(verse: Verse) -> Verse:
    """`verse` with whom it is from, where its last line stands apart and begins with a dash."""
    *stanzas, last = verse.stanzas
    name = without_start(last[0].children, _DASH) if stanzas and len(last) == 1 else None
    if not name:
        return verse
    return msgspec.structs.replace(verse, stanzas=tuple(stanzas), attribution=name)


def pull_quote(blocks: Blocks, span: Span) -> PullQuote | None:
    """`blocks` as words that are shown large; None where they are more than paragraphs."""
    opened = blocks[0].blocks if len(blocks) == 1 and isinstance(blocks[0], Quote) else blocks
    rest, attribution = _attributed(opened)
    if opened is not blocks and isinstance(blocks[0], Quote):
        attribution = attribution or blocks[0].attribution
    children: list[Inlines] = []
    for block in rest:
        if not isinstance(block, Paragraph):
            return None
        children.append(block.children)
    words: Inlines = ()
    for index, run in enumerate(children):
        words += ((Text(text=" "),) if index else ()) + run
    return PullQuote(children=words, attribution=attribution, span=span)


def _attributed(blocks: Blocks) -> tuple[Blocks, Inlines]:
    last = blocks[-1] if len(blocks) > 1 else None
    if isinstance(last, Paragraph) and (name := without_start(last.children, _DASH)):
        return blocks[:-1], name
    return blocks, ()
