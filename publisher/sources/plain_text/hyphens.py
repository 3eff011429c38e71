"""Hyphens at the ends of broken lines: part of the word, or only of the line?

A word list of the language decides, then the text's own words, then how the parts are written.
"""

import functools
import re
from functools import cached_property

from publisher.sources.plain_text.lines import Line
from publisher.sources.plain_text.sheet import Sheet

_END = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)([-\u2010\u00ad])$")
_START = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]{3,}")
_SOFT = "\u00ad"

# The languages of pyspellchecker's word lists.
_LISTED = frozenset("ar de en es eu fa fr it lv nl pt ru".split())

# After a hanging hyphen ("Vor- und Nachteile") stands one of these.
_JOINING = frozenset(
    "and or und oder bzw et ou y o e ed i oraz lub en of och eller og ja tai и или".split()
)


class Hyphens:
    """Which hyphens at line ends are only the lines' own, in one text."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def dropped(self, line: Line, following: Line) -> int:
        """How many characters at the end of `line` go when `following` is joined to it."""
        end, start = _END.search(line.text), _START.match(following.text)
        if not end or not start:
            return 0
        if end[2] == _SOFT:
            return 1
        if start[0].lower() in _JOINING or not start[0][0].islower():
            return 0
        return 0 if self._compound(end[1], start[0]) else 1

    def kept(self, line: Line, following: Line) -> bool:
        """Whether the two lines are joined without a space, at a hyphen that stays."""
        end, start = _END.search(line.text), _START.match(following.text)
        return bool(end and start) and start[0].lower() not in _JOINING if start else False

    def _compound(self, before: str, after: str) -> bool:
        """Whether the two parts are written with a hyphen also within a line."""
        last = before.rpartition("-")[2]
        whole, parted = (last + after).lower(), f"{last}-{after}".lower()
        if parted in self._own or whole in self._own:
            return parted in self._own
        known = _word_list(self.sheet.language.split("-")[0].lower())
        if known is None:
            return "-" in before
        if whole in known:
            return False
        return last.lower() in known and after.lower() in known

    @cached_property
    def _own(self) -> frozenset[str]:
        """The words of the text, and its words with hyphens, that stand within its lines."""
        return frozenset(
            found.lower()
            for line in self.sheet.lines
            for found in _WORD.findall(line.text.rstrip("-\u2010"))
        )


@functools.cache
def _word_list(language: str) -> frozenset[str] | None:
    """The words of a language; None where there is no list."""
    if language not in _LISTED:
        return None
    # Loaded only for a text with a hyphen at a line's end: it reads a megabyte.
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language=language).word_frequency.dictionary)
