"""Containers as nodes, by their names."""

import msgspec

from publisher.document.nodes import (
    Aside,
    Blocks,
    Heading,
    Inlines,
    Text,
    Verse,
)
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.dialogue import dialogue
from publisher.sources.markdown.figures import figure
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.quotes import pull_quote, quotation
from publisher.sources.markdown.roles import QUOTES, VERSE, verse
from publisher.span import Span

_ASIDES = frozenset(
    ("aside", "sidebar", "box", "note", "tip", "important", "warning", "caution", "correction")
) | frozenset(("agency", "callout", "sources"))
_GENERAL = frozenset(("aside", "sidebar", "box"))


def box(page: Page, given: Attributes, blocks: Blocks, span: Span) -> Blocks:
    """What a container of `blocks` stands for; its first class that has a meaning says so."""
    name = next((each for each in given.classes if each in _KNOWN), None)
    name = name or next(iter(given.classes), None)
    keys = VERSE if name == "verse" else ("title",)
    fields = page.fields(given, span, *keys, *given.classes)
    if name is None:
        return _spread(blocks, fields)
    made = _made(page, name, given, blocks, span)
    if made and fields:
        return (msgspec.structs.replace(made[0], **fields), *made[1:])
    return made


def _made(page: Page, name: str, given: Attributes, blocks: Blocks, span: Span) -> Blocks:
    if name == "figure":
        made, others = figure(blocks)
        if made:
            return (msgspec.structs.replace(made, span=span), *others)
    elif name in ("pull-quote", "pullquote"):
        pulled = pull_quote(blocks, span)
        if pulled:
            return (pulled,)
    elif name in ("quote", "blockquote", *QUOTES):
        return (quotation(blocks, span, QUOTES.get(name)),)
    elif name in _DIALOGUES:
        spoken = dialogue(blocks)
        if spoken:
            return (msgspec.structs.replace(spoken, role=_DIALOGUES[name], span=span),)
    elif name == "verse":
        said = {"span": span} | verse(page, given, span)
        return tuple(
            msgspec.structs.replace(block, **said) if isinstance(block, Verse) else block
            for block in blocks
        )
    else:
        return (_aside(page, name, given, blocks, span),)
    page.report("MKD016", span, name=name)
    return blocks


_DIALOGUES = {"dialogue": None, "drama": "drama", "play": "drama", "interview": "interview"}
_KNOWN = _ASIDES | {
    *("figure", "pull-quote", "pullquote", "quote", "blockquote", "verse", *QUOTES, *_DIALOGUES),
}


def _aside(page: Page, name: str, given: Attributes, blocks: Blocks, span: Span) -> Aside:
    """A box beside the text; its first heading, or `title="…"`, is its title."""
    role = name.removeprefix("callout-")
    if name not in _ASIDES and role == name:
        page.report("MKD017", span, name=name)
    title: Inlines = ()
    first = blocks[0] if blocks else None
    if given.values.get("title"):
        words = given.values["title"]
        title = (Text(text=words, span=page.find(words, span) or span),)
    elif isinstance(first, Heading):
        title, blocks = first.children, blocks[1:]
    return Aside(blocks=blocks, title=title, role=None if role in _GENERAL else role, span=span)


def _spread(blocks: Blocks, fields: dict[str, str]) -> Blocks:
    """The blocks of a container without a meaning of its own; each has its language."""
    anchor = fields.pop("id", None)
    spread = [
        msgspec.structs.replace(
            block, **{name: value for name, value in fields.items() if not getattr(block, name)}
        )
        for block in blocks
    ]
    if anchor and spread:
        spread[0] = msgspec.structs.replace(spread[0], id=anchor)
    return tuple(spread)
