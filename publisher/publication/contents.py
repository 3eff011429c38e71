"""The contents: headings as a tree, their words without what leads elsewhere."""

import msgspec

from publisher.document.nodes import (
    Heading,
    Image,
    IndexMark,
    Inline,
    Inlines,
    InlineSpan,
    LineBreak,
    Link,
    NoteRef,
    Text,
)
from publisher.document.text import plain
from publisher.publication.publication import Entry


def nested(headings: list[Heading], part: str) -> tuple[Entry, ...]:
    """The headings as a tree; one that skips levels stands below the last of a higher level.

    A heading without words (a picture without a description) is left out, not what is below it.
    """
    entries: list[Entry] = []
    at = 0
    while at < len(headings):
        end = at + 1
        while end < len(headings) and headings[end].level > headings[at].level:
            end += 1
        heading = headings[at]
        children = nested(headings[at + 1 : end], part)
        title = in_contents(heading.children)
        entries += [Entry(title, part, heading.id or "", children)] if title else children
        at = end
    return tuple(entries)


def in_contents(title: Inlines) -> Inlines:
    """A headline's words as an entry of the contents has them: no ids, calls, links, pictures.

    Nothing in it is without words (EPUB 3.3, 7.3: what a navigation document's elements hold).
    """
    return tuple(plainer for node in title if plain((plainer := _plainer(node),)))


def _plainer(node: Inline) -> Inline:
    match node:
        case NoteRef() | IndexMark():
            return Text(text="")
        case Image():
            return Text(text=node.alt or "")
        case LineBreak():
            return Text(text=" ")
        case Link():
            return InlineSpan(children=in_contents(node.children))
    plainer = msgspec.structs.replace(node, id=None)
    children = getattr(plainer, "children", None)
    if children is None:
        return plainer
    return msgspec.structs.replace(plainer, children=in_contents(children))
