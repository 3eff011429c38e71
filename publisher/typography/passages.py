"""The runs of a document as the rules read them.

Each has its language, and what no rule may touch is hidden in it.
"""

import msgspec

from publisher.document.addresses import ADDRESS, may_hold_address
from publisher.document.document import Document
from publisher.document.nodes import Inline, Inlines, Text
from publisher.document.shape import holding, is_inline
from publisher.document.text import NOT_TEXT
from publisher.languages import fallbacks


class Passage(msgspec.Struct, frozen=True):
    """A run in `language`: its leaves, which of them hold words that may change, and the words.

    In `text` code, formulas, addresses and words of another language are replaced by U+FFFC,
    lengths kept; other leaves without words are one U+FFFC.
    """

    language: str
    leaves: tuple[Inline, ...]
    views: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole run as the rules read it."""
        return "".join(self.views)


def passages(document: Document) -> list[Passage]:
    """Every run of `document` in the order of `publisher.document.text.map_runs`."""
    found: list[Passage] = []
    _collect(document, document.meta.language, found)
    return found


def _collect(node: msgspec.Struct, language: str, found: list[Passage]) -> None:
    language = getattr(node, "language", None) or language
    for name in holding(type(node)):
        value = getattr(node, name)
        if value:
            _collect_value(value, language, found)


def _collect_value(value: object, language: str, found: list[Passage]) -> None:
    if isinstance(value, tuple):
        if value and is_inline(value[0].__class__):
            found.append(_passage(value, language))
        else:
            for item in value:
                _collect_value(item, language, found)
    elif isinstance(value, dict):
        for item in value.values():
            _collect_value(item, language, found)
    elif isinstance(value, msgspec.Struct):
        _collect(value, language, found)


def _passage(run: Inlines, language: str) -> Passage:
    leaves: list[Inline] = []
    views: list[str] = []
    _read(run, language, foreign=False, into=(leaves, views))
    return Passage(language, tuple(leaves), tuple(views))


def _read(
    run: Inlines, language: str, *, foreign: bool, into: tuple[list[Inline], list[str]]
) -> None:
    for inline in run:
        other = foreign or bool(inline.language and _differs(inline.language, language))
        children = getattr(inline, "children", None)
        if children is not None:
            _read(children, language, foreign=other, into=into)
            continue
        into[0].append(inline)
        into[1].append(_view(inline, foreign=other))


def _view(leaf: Inline, *, foreign: bool) -> str:
    if not isinstance(leaf, Text):
        return NOT_TEXT
    if foreign:
        return NOT_TEXT * len(leaf.text)
    text = leaf.text
    if may_hold_address(text):
        return ADDRESS.sub(lambda found: NOT_TEXT * len(found[0]), text)
    return text


def _differs(one: str, other: str) -> bool:
    return one != other and fallbacks(one)[1:2] != fallbacks(other)[1:2]
