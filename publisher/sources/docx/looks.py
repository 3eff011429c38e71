"""Headings by their looks, where a document has no styles that say what is a heading.

People who do not use styles set headings in larger or bolder type, and short. A paragraph is
taken for one if it is set apart from most of the text so, and stands above some text.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from publisher.document.nodes import Text
from publisher.sources.docx.items import Para

LONGEST_HEADING = 120
_MOST_LEVELS = 3
_LARGER = 1.15
"""Times the size of the text from which a size is a heading's."""

_DEFAULT_SIZE = 20
"""Half-points where nothing is said (17.3.2.38)."""

_SHORTEST_CAPITALS = 4
_SENTENCE_ENDS = (".", ":", ";", ",", "。", "،", "؛", "…")


class Measure(msgspec.Struct, frozen=True):
    """How all of a paragraph's words look; a property holds only if all of them have it."""

    letters: int
    size: int
    bold: bool
    italic: bool
    underline: bool
    capitals: bool
    centred: bool


class Apart(msgspec.Struct, frozen=True):
    """How a paragraph is set apart from the text, how sure that makes it a heading, and why."""

    rule: str
    confidence: float
    reason: str


def measure(para: Para) -> Measure:
    """The looks of a paragraph."""
    worded = [
        (piece.leaf.text, piece)
        for piece in para.pieces
        if isinstance(piece.leaf, Text) and piece.leaf.text.strip()
    ]
    text = "".join(words for words, _ in worded)
    looks = [piece.look for _, piece in worded]
    sizes = Counter[int]()
    for words, piece in worded:
        sizes[piece.look.size or _DEFAULT_SIZE] += len(words)
    return Measure(
        letters=len(text),
        size=sizes.most_common(1)[0][0] if sizes else _DEFAULT_SIZE,
        bold=bool(looks) and all(look.bold for look in looks),
        italic=bool(looks) and all(look.italic for look in looks),
        underline=bool(looks) and all(look.underline for look in looks),
        capitals=_capitals(text) or (bool(looks) and all(look.caps for look in looks)),
        centred=para.centred,
    )


def _capitals(text: str) -> bool:
    """Whether every letter that could be small is a capital."""
    letters = [character for character in text if character.upper() != character.lower()]
    return len(letters) >= _SHORTEST_CAPITALS and all(map(str.isupper, letters))


def body_measure(measures: Iterable[Measure]) -> Measure:
    """The looks that most letters of a text have."""
    sizes, bold, italic, centred = Counter[int](), Counter[bool](), Counter[bool](), Counter[bool]()
    for one in measures:
        sizes[one.size] += one.letters
        bold[one.bold] += one.letters
        italic[one.italic] += one.letters
        centred[one.centred] += one.letters
    return Measure(
        letters=sizes.total(),
        size=sizes.most_common(1)[0][0] if sizes else _DEFAULT_SIZE,
        bold=bold[True] > bold[False],
        italic=italic[True] > italic[False],
        underline=False,
        capitals=False,
        centred=centred[True] > centred[False],
    )


def apart(one: Measure, body: Measure) -> Apart | None:
    """How a paragraph is set apart from the `body` of the text; None where it is not."""
    if one.size >= _LARGER * body.size:
        share = round(100 * one.size / body.size)
        return Apart("larger", 0.9, f"set at {share} % of the size of the text")
    if one.bold and not body.bold:
        return Apart("bold", 0.85, "all of it is bold, and the text is not")
    if one.underline:
        return Apart("underlined", 0.75, "all of it is underlined")
    if one.capitals:
        return Apart("capitals", 0.72, "all of it is in capitals")
    if one.centred and not body.centred:
        return Apart("centred", 0.6, "it is centred, and the text is not")
    return None


def short(text: str) -> bool:
    """Whether a text is as short as headings are, and does not end as sentences do."""
    return 0 < len(text) <= LONGEST_HEADING and not text.rstrip("”’\"'»)").endswith(_SENTENCE_ENDS)


def headings(paras: Sequence[Para], body: Measure) -> dict[int, tuple[int, Apart]]:
    """The level, and the reason, of each paragraph that looks like a heading, by its number.

    `paras` are in order; the last of them heads nothing. A larger size is a higher level.
    """
    found: dict[int, tuple[tuple[int, bool], Apart]] = {}
    for para, after in pairwise(paras):
        one = measure(para)
        reason = apart(one, body)
        stands_above = after.place is not None or measure(after).letters > one.letters
        if reason and para.place is None and short(para.text.strip()) and stands_above:
            found[para.line] = (-one.size, not one.bold), reason
    ranks = sorted({rank for rank, _ in found.values()})
    return {
        line: (min(ranks.index(rank) + 1, _MOST_LEVELS), reason)
        for line, (rank, reason) in found.items()
    }
