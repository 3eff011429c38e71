"""The paragraphs of a plain text inside a field: blank lines part them, else every line end."""

import re
from collections.abc import Callable, Iterator

import msgspec

from publisher.document.nodes import Paragraph, Text
from publisher.document.normalisation import Normalisation
from publisher.span import Span

Locate = Callable[[int, int], Span]
"""From offsets into a text to their place in the source."""

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE = re.compile(r"[ \t]*(?:\r\n|[\r\n])[ \t]*")
_SPACES = re.compile(r"[ \t\r\n]+")
_OUTER = " \t\r\n"


class Paragraphs(msgspec.Struct, frozen=True):
    """Paragraphs, and the white space that was changed for them."""

    blocks: tuple[Paragraph, ...]
    normalisations: tuple[Normalisation, ...]


def plain_paragraphs(text: str, locate: Locate) -> Paragraphs:
    """The paragraphs of `text`; a line end inside one, and wider space, become one space."""
    unified = text.replace("\r\n", "\n ").replace("\r", "\n")
    parting = _BLANK if _BLANK.search(unified.strip(_OUTER)) else re.compile("\n")
    blocks: list[Paragraph] = []
    changes: list[Normalisation] = []
    for start, end in _parts(unified, parting):
        raw = text[start:end]
        left, right = len(raw) - len(raw.lstrip(_OUTER)), len(raw.rstrip(_OUTER))
        if left >= right:
            continue
        place = locate(start + left, start + right)
        words = _SPACES.sub(" ", raw[left:right])
        blocks.append(Paragraph(children=(Text(text=words, span=place),), span=place))
        changes += _changes(text[start:end], (left, right), start, locate)
    return Paragraphs(tuple(blocks), tuple(changes))


def _parts(text: str, parting: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for found in parting.finditer(text):
        yield at, found.start()
        at = found.end()
    yield at, len(text)


def _changes(raw: str, inside: tuple[int, int], at: int, locate: Locate) -> Iterator[Normalisation]:
    """The white space of a paragraph, which starts at offset `at`, that is not one space."""
    for found in _SPACES.finditer(raw, *inside):
        if found[0] != " ":
            rule = "joined-line" if _LINE.search(found[0]) else "inner-space"
            place = locate(at + found.start(), at + found.end())
            yield Normalisation(rule, found[0], " ", place)
