"""Fields: instructions to Word whose results stand in the text (ECMA-376 part 1, 17.16).

A field is never carried out. Its last result is read; a few kinds say what that result is.
"""

import functools
import re

import msgspec

from publisher.sources.docx.index_entries import IndexEntry, index_entry
from publisher.sources.docx.links import safe_address

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_REFERENCES = frozenset(("REF", "PAGEREF", "NOTEREF", "STYLEREF"))
_LISTS = frozenset(("TOC", "TOA", "INDEX"))
_WITH_VALUE = frozenset((r"\b", r"\c", r"\d", r"\f", r"\n", r"\o", r"\s", r"\t"))
"""Switches that the next word belongs to."""


class Meaning(msgspec.Struct, frozen=True):
    """What a field is: a link to `href` or to a `bookmark`, an `index` entry, a made `list`."""

    href: str | None = None
    unsafe: str | None = None
    bookmark: str | None = None
    index: IndexEntry | None = None
    list: bool = False


class _Open(msgspec.Struct):
    """An open field: its instruction so far, and what that asks for once its result begins."""

    instruction: str = ""
    asks: Meaning | None = None


class Fields:
    """The fields that are open where a story has got to; one may stand in another."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._open.append(_Open())

    def instruct(self, text: str) -> None:
        """More of the instruction of the innermost field."""
        if self._open and self._open[-1].asks is None:
            self._open[-1].instruction += text

    def result(self) -> Meaning | None:
        """The result of the innermost field begins: what was asked for; None if it had begun."""
        if not self._open or self._open[-1].asks is not None:
            return None
        self._open[-1].asks = meaning(self._open[-1].instruction)
        return self._open[-1].asks

    def end(self) -> None:
        """The innermost field ends."""
        if self._open:
            self._open.pop()

    @property
    def instructing(self) -> bool:
        """Whether what is read belongs to an instruction."""
        return bool(self._open) and self._open[-1].asks is None

    @property
    def asked(self) -> list[Meaning]:
        """What the fields ask for whose results are being read, outermost first."""
        return [field.asks for field in self._open if field.asks is not None]


@functools.lru_cache(maxsize=1024)
def meaning(instruction: str) -> Meaning:
    """What an instruction asks for, as far as it matters for a text."""
    words = [quoted or bare for quoted, bare in _WORD.findall(instruction.strip())]
    if not words:
        return Meaning()
    kind, rest = words[0].upper(), words[1:]
    if kind == "HYPERLINK":
        return _hyperlink(rest)
    if kind in _LISTS:
        return Meaning(list=True)
    if kind in _REFERENCES and rest and not rest[0].startswith("\\"):
        return Meaning(bookmark=rest[0]) if kind != "STYLEREF" else Meaning()
    return Meaning(index=index_entry(instruction))


def _hyperlink(words: list[str]) -> Meaning:
    target, bookmark = "", None
    position = 0
    while position < len(words):
        word = words[position]
        position += 1
        if word.lower() == r"\l" and position < len(words):
            bookmark = words[position]
            position += 1
        elif word.lower() in _WITH_VALUE:
            position += 1
        elif not word.startswith("\\") or len(word) > 2:
            target = target or word.replace("\\\\", "\\")
    if not target:
        return Meaning(bookmark=bookmark)
    href = safe_address(target, bookmark)
    return Meaning(href=href) if href else Meaning(unsafe=target)
