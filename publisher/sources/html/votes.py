"""Which passages of a page trafilatura takes for its main text.

Its answer is a text without places, so each passage is looked for in it, in order. trafilatura is
given the tree as a HTML5 parser read it, without anything hidden or active: it parses nothing.
"""

import logging
import re
from collections.abc import Sequence

from lxml import etree

from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.units import Unit

LARGEST = 3_000_000
MOST = 15_000
"""Characters and passages of a page for which trafilatura is asked; it takes its time."""

_SPACE = re.compile(r"\s+")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[a-z][a-z0-9]*$")
_ATTRIBUTES = (
    "id",
    "class",
    "role",
    "href",
    "src",
    "alt",
    "lang",
    "dir",
    "rel",
    "itemprop",
    "style",
)
_NEAR = 120
"""Characters of the answer that may stand between a passage and the one before."""


def votes(root: Element, passages: Sequence[Unit]) -> list[bool]:
    """Whether each passage is in trafilatura's main text; all False where it finds none."""
    if len(passages) > MOST or sum(len(one.text) for one in passages) > LARGEST:
        return [False] * len(passages)
    answer = _answer(root)
    place = 0
    found = []
    for one in passages:
        words = _SPACE.sub("", one.text)
        # A few characters are found anywhere; they have to stand where the last passage ended.
        reach = _NEAR if len(words) > 12 else 4
        at = answer.find(words, place, place + len(words) + reach) if words else -1
        if at < 0 and len(words) > 24:
            at = answer.find(words)  # a passage that it puts elsewhere
            found.append(at >= 0)
            if at > place:
                place = at + len(words)
            continue
        found.append(at >= 0)
        if at >= 0:
            place = at + len(words)
    return found


def _answer(root: Element) -> str:
    # Costly to load, and only for pages.
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(
        _as_lxml(root), include_comments=False, include_tables=True, with_metadata=False
    )
    if document is None or isinstance(document, dict) or document.body is None:
        return ""
    return _SPACE.sub("", "".join(map(str, document.body.itertext())))


def _as_lxml(root: Element) -> etree._Element:
    """The tree as trafilatura takes it."""
    from lxml import html

    made: etree._Element = html.Element("html")
    waiting: list[tuple[Element, etree._Element]] = [(root, made)]
    while waiting:
        element, target = waiting.pop()
        last: etree._Element | None = None
        for child in element.children:
            if isinstance(child, Characters):
                text = _FORBIDDEN.sub("", child.text)
                if last is None:
                    target.text = (target.text or "") + text
                else:
                    last.tail = (last.tail or "") + text
                continue
            if child.name == "html":
                waiting.append((child, target))
                continue
            name = child.name if _NAME.match(child.name) else "span"
            last = etree.SubElement(target, name)
            for key in _ATTRIBUTES:
                if value := child.attributes.get(key):
                    last.set(key, _FORBIDDEN.sub("", value))
            waiting.append((child, last))
    return made
