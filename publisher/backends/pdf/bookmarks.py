"""What a bookmark says: the words of its heading, without the calls of notes in it.

A style sheet can take a bookmark's label from the text of its element (CSS Generated Content for
Paged Media, 6.2), but that has the numbers of notes in it, and no space where a line ends. So each
heading carries its words in an attribute.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

LABEL = "data-bookmark"
"""The attribute; `layouts/css/print/flow.css` takes the label from it."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile(r"[ \t\n\f\r]+")
"""White space as HTML has it: a no-break space is none."""

_NO_WORDS = frozenset(("note", "note-call"))


def name_bookmarks(root: Element) -> None:
    """Gives each heading below `root` its words, with single spaces and no soft hyphens."""
    for node in root.iter():
        if node.tag in _HEADINGS:
            words = "".join(_words(node)).replace("\u00ad", "")
            node.set(LABEL, _SPACES.sub(" ", words).strip(" "))


def _words(node: Element) -> Iterator[str]:
    if not _NO_WORDS.isdisjoint(node.get("class", "").split()):
        return
    yield node.text or ""
    for child in node:
        yield from _words(child)
        yield child.tail or ""
