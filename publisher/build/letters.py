"""Characters that no font has: counted over a whole work, told once a font that would help."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Document
from publisher.document.nodes import CodeBlock, InlineCode, Text
from publisher.fonts.coverage import character_name, remedy, uncovered
from publisher.fonts.library import Library
from publisher.publication.anchors import nodes
from publisher.sources.source_map import SourceMap
from publisher.span import Span

_MOST = 6
"""How many characters are named; the others are counted."""


class Missing(msgspec.Struct, frozen=True):
    """A character that no font has, how often it stands in a document, and where first."""

    character: str
    count: int
    place: Span | None


def missing_letters(
    document: Document, source_map: SourceMap, library: Library
) -> tuple[Missing, ...]:
    """The characters of text and code that no font of `library` has, by their first places.

    There are none where the machine's own fonts may help.
    """
    if library.system:
        return ()
    set_in_type = (Text, InlineCode, CodeBlock)
    texts = [node for node in nodes(document) if isinstance(node, set_in_type)]
    lacking = uncovered("".join(node.text for node in texts), library)
    if not lacking:
        return ()
    counts: Counter[str] = Counter()
    places: dict[str, Span | None] = {}
    for node in texts:
        for at, character in enumerate(node.text):
            if character in lacking:
                counts[character] += 1
                if character not in places:
                    places[character] = _place(node, at, source_map)
    return tuple(Missing(character, counts[character], places[character]) for character in places)


def tell_missing(missing: Sequence[Missing], *, printed: bool) -> Iterator[Diagnostic]:
    """FNT001 for all characters of a work that the same font would have, at the first of them.

    Where nothing is printed, FNT003 alone: a reading system has fonts of its own.
    """
    if missing and not printed:
        count = len({each.character for each in missing})
        yield diagnose("FNT003", missing[0].place, count=count)
        return
    counts: Counter[str] = Counter()
    places: dict[str, dict[str, Span | None]] = {}
    for each in missing:
        counts[each.character] += each.count
        places.setdefault(remedy(each.character), {}).setdefault(each.character, each.place)
    for help_, found in places.items():
        count = sum(counts[character] for character in found)
        times = "once" if count == 1 else f"{count} times"
        facts = {"characters": _listed(list(found)), "times": times, "remedy": help_}
        yield diagnose("FNT001", next(iter(found.values())), **facts)


def _place(node: Text | InlineCode | CodeBlock, at: int, source_map: SourceMap) -> Span | None:
    """Where a character stands; code is found as a whole, for marks stand around it."""
    if node.span and isinstance(node, Text):
        return source_map.within(node.span, at, at + 1)
    return node.span


def _listed(characters: list[str]) -> str:
    named = [f"{each} ({character_name(each)})" for each in characters[:_MOST]]
    more = len(characters) - _MOST
    return ", ".join(named) + (f" and {more} others" if more > 0 else "")
