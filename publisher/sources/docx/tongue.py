"""The language of a Word file: as given, as it says, as it reads.

Word marks each run with the language of the writer's keyboard or office, often not the text's.
So what the file says holds where its words read so, or are too few to tell.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.nodes import Text
from publisher.sources.docx.items import Para
from publisher.sources.docx.marks import known_language
from publisher.sources.docx.properties import Properties
from publisher.sources.reading import SURE, Choice
from publisher.span import Span

DEFAULT = "en"
_NORWEGIAN = frozenset(("no", "nb", "nn"))


class Tongue(msgspec.Struct, frozen=True):
    """The language chosen, the one that most of the text is marked with, and what was found."""

    choice: Choice
    marked: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def tongue(paras: Sequence[Para], said: Properties, given: Metadata, place: Span) -> Tongue:
    """The language of the text in `paras`."""
    marked = _marked(paras)
    if given.language:
        return Tongue(Choice(given.language, "given", 1.0), marked)
    declared = said.language if said.language and known_language(said.language) else marked
    # Loaded only for a text whose language is not given: the model takes a fifth of a second.
    from publisher.sources.language import detect_language

    read = detect_language("\n".join(para.text for para in paras if not para.made))
    if declared and _same(declared, read.value):
        return Tongue(Choice(declared, "declared", max(SURE, read.confidence)), marked)
    if read.confidence >= SURE:
        told = diagnose("DOC018", place, said=declared, read=read.value) if declared else None
        return Tongue(read, marked, (told,) if told else ())
    if declared:
        return Tongue(Choice(declared, "declared", SURE), marked)
    told = diagnose("DOC021", place, language=DEFAULT)
    return Tongue(Choice(DEFAULT, "default", 0.5), marked, (told,))


def _marked(paras: Sequence[Para]) -> str | None:
    """The language that most letters are marked with."""
    counts = Counter[str]()
    for para in paras:
        for piece in para.pieces:
            if piece.language and isinstance(piece.leaf, Text):
                counts[piece.language] += len(piece.leaf.text)
    return counts.most_common(1)[0][0] if counts else None


def _same(one: str, other: str) -> bool:
    first, second = one.split("-")[0].lower(), other.split("-")[0].lower()
    return first == second or {first, second} <= _NORWEGIAN
