"""What books of others say by types: verse, letters, epigraphs, who speaks in a play.

EPUB Structural Semantics Vocabulary 1.1, and that of the DAISY Consortium (z3998).
"""

import re
from collections.abc import Iterator

from publisher.document.nodes import Blocks, Dialogue, Paragraph, Quote, Turn, Verse, VerseLine
from publisher.sources.html.blocks import attributed, blocks, flat
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.notes import kinds
from publisher.sources.html.tree import Characters, Element
from publisher.sources.html.white_space import WHITE, Nodes

_VERSE = frozenset(f"z3998:{kind}" for kind in ("verse", "poem", "song", "hymn", "lyrics"))
_QUOTES = {
    "epigraph": "epigraph",
    "dedication": "dedication",
    "z3998:letter": "letter",
    "z3998:diary": "diary",
    "z3998:diary-entry": "diary",
}
_PARAGRAPHS = {
    "z3998:salutation": "salutation",
    "z3998:valediction": "valediction",
    "z3998:sender": "sender",
    "z3998:recipient": "recipient",
    "z3998:signature": "signature",
    "z3998:postscript": "postscript",
    "z3998:stage-direction": "direction",
}
_INDENT = re.compile(r"(?:^|\s)i(\d)(?:\s|$)")


def block(context: Context, element: Element) -> Blocks | None:
    """The blocks that the type of an element makes of it; None where HTML says enough."""
    types = element.get("epub:type").split()
    if element.name == "p":
        role = next((_PARAGRAPHS[kind] for kind in types if kind in _PARAGRAPHS), None)
        return _paragraph(context, element, role) if role else None
    if element.name == "blockquote":
        found = next((_QUOTES[kind] for kind in types if kind in _QUOTES), None)
        return _quote(context, element, found) if found else None
    if _VERSE & set(types) and element.name in ("blockquote", "div", "section"):
        return _verse(context, element)
    if element.name == "table" and "z3998:drama" in _types_around(element):
        return _drama(context, element)
    return None


def _paragraph(context: Context, element: Element, role: str) -> Blocks | None:
    if element.holds_blocks:
        return None
    fields = context.fields(element)
    run = inlines(context, flat(element.children))
    return (Paragraph(children=run, role=role, **fields),) if run else ()


def _quote(context: Context, element: Element, role: str) -> Blocks:
    fields = context.fields(element)
    said, rest = attributed(context, element)
    found = blocks(context.inside(), rest)
    return (Quote(blocks=found, attribution=said, role=role, **fields),) if found or said else ()


def _verse(context: Context, element: Element) -> Blocks | None:
    """Stanzas of lines that line breaks part; None where anything else is there."""
    inner = [one for one in element.children if not _is_white(one)]
    stanzas = [one for one in inner if isinstance(one, Element) and one.name == "p"]
    if not stanzas or len(stanzas) < len(inner) or any(one.holds_blocks for one in stanzas):
        return None
    if not any(part.name == "br" for one in stanzas for part in one.walk()):
        return None
    fields = context.fields(element)
    inside = context.inside()
    made = (tuple(_lines(inside, one)) for one in stanzas)
    return (Verse(stanzas=tuple(filter(None, made)), **fields),)


def _lines(context: Context, stanza: Element) -> Iterator[VerseLine]:
    line: list[Element | Characters] = []
    for node in (*stanza.children, None):
        if node is not None and not (isinstance(node, Element) and node.name == "br"):
            line.append(node)
            continue
        if run := inlines(context, line):
            yield VerseLine(run, _indent(line))
        line = []


def _indent(line: Nodes) -> int:
    """How far a line is set in: `i2` is the class that books of verse have for two steps."""
    first = next((one for one in line if isinstance(one, Element)), None)
    found = _INDENT.search(first.get("class")) if first else None
    return int(found[1]) if found else 0


def _drama(context: Context, element: Element) -> Blocks | None:
    """A play whose rows hold who speaks and what is said; None for any other table."""
    rows = [one for one in element.walk() if one.name == "tr"]
    turns: list[Turn] = []
    for row in rows:
        cells = [one for one in row.children if isinstance(one, Element)]
        if not 1 <= len(cells) <= 2 or any(one.name not in ("td", "th") for one in cells):
            return None
        if len(cells) == 2 and not (is_speaker(cells[0]) or not cells[0].text().strip(WHITE)):
            return None
        speaker = inlines(context, flat(cells[0].children)) if len(cells) == 2 else ()
        turns.append(Turn(speaker, blocks(context, cells[-1].children)))
    if not any(turn.speaker for turn in turns):
        return None
    return (Dialogue(turns=tuple(turns), role="drama", **context.fields(element)),)


def is_speaker(element: Element) -> bool:
    """Whether a cell names who speaks."""
    return any("z3998:persona" in kinds(one) for one in element.walk())


def _types_around(element: Element) -> set[str]:
    around: Element | None = element
    found: set[str] = set()
    while around:
        found |= set(around.get("epub:type").split())
        around = around.parent
    return found


def _is_white(node: Element | Characters) -> bool:
    return isinstance(node, Characters) and not node.text.strip(WHITE)
