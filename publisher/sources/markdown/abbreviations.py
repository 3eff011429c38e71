"""Abbreviations that a document defines, wherever they stand in its words."""

import re
from collections.abc import Iterator

from publisher.sources.markdown.characters import unspaced


class Abbreviations:
    """From abbreviations to what they stand for; `used` are those that were found in a text."""

    def __init__(self, titles: dict[str, str]) -> None:
        self.titles = titles
        self.used: set[str] = set()
        self._lengths: dict[str, list[int]] = {}
        for length, first in sorted({(len(name), name[0]) for name in titles}, reverse=True):
            self._lengths.setdefault(first, []).append(length)
        self._first = re.compile("|".join(map(re.escape, self._lengths)) or "(?!)")

    def __bool__(self) -> bool:
        return bool(self.titles)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where abbreviations stand in `text` as whole words, the longest one at each place."""
        position = 0
        while found := self._first.search(text, position):
            start = found.start()
            length = self._length_at(text, start)
            if length:
                self.used.add(text[start : start + length])
                yield start, start + length
            position = start + (length or 1)

    def _length_at(self, text: str, start: int) -> int:
        if not _apart(text, start):
            return 0
        for length in self._lengths[text[start]]:
            end = start + length
            if end <= len(text) and text[start:end] in self.titles and _apart(text, end):
                return length
        return 0


def _apart(text: str, position: int) -> bool:
    """Whether a word may begin or end there."""
    before, after = text[position - 1 : position], text[position : position + 1]
    if not (_in_word(before) and _in_word(after)):
        return True
    return unspaced(before) or unspaced(after)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
