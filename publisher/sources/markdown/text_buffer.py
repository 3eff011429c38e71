"""The words of a run: pieces of the text that stand side by side become one node."""

import unicodedata

from publisher.document.nodes import Text
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.places import Segments


class TextBuffer:
    """Gathers text of one run; offsets count in the run, `last` is the end of what came last."""

    def __init__(self, page: Page, content: str, segments: Segments) -> None:
        self._page = page
        self._content = content
        self._segments = segments
        self._pieces: list[str] = []
        self._start = 0
        self.last = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Adds characters that stand in the run as they are."""
        self._open(start)
        self._pieces.append(self._page.words(text, self._segments, start))
        self.last = end

    def replace(self, after: str, start: int, end: int, rule: str) -> None:
        """Adds `after` for the characters `start` to `end` of the run."""
        self._open(start)
        if after != self._content[start:end]:
            self._page.edit(self._segments.at(start), self._segments.end(start, end), after, rule)
        self._pieces.append(after)
        self.last = end

    def escape(self, after: str, start: int, end: int) -> None:
        """Adds the character behind a backslash."""
        if len(after) == end - start:
            self.add(after, start, end)
            return
        self._open(start)
        place = self._segments.at(start)
        self._page.edit(place, place + 1, "", "escape")
        self._pieces.append(after)
        self.last = end

    def soft_break(self, end: int) -> None:
        """Adds the space that a line end inside a paragraph is; nothing between ideographs."""
        start = self.last
        before, after = self._content[start - 1 : start], self._content[end : end + 1]
        space = "" if _unspaced(before) and _unspaced(after) else " "
        self._open(start)
        # Up to the next words: the marks of containers at the start of their line go with it.
        self._page.edit(self._segments.at(start), self._segments.at(end), space, "line-end")
        self._pieces.append(space)
        self.last = end

    def flush(self) -> Text | None:
        """The node of what was gathered, if anything was."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text:
            return None
        segments = self._segments
        first, last = segments.at(self._start), segments.end(self._start, self.last)
        return Text(text=text, span=self._page.span(first, last))

    def _open(self, start: int) -> None:
        if not self._pieces:
            self._start = start


def _unspaced(character: str) -> bool:
    """Whether a character is of a script that parts no words by spaces (CSS Text 4, 4.1.3)."""
    return (
        unicodedata.east_asian_width(character or " ") in "WF"
        and not "\uac00" <= character <= "\ud7a3"
    )
