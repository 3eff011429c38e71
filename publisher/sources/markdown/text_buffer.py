"""The words of a run: pieces of the text that stand side by side become one node."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from publisher.document.nodes import Inline, Inlines, InlineSpan, Text
from publisher.sources.markdown.characters import unspaced
from publisher.sources.markdown.page import PERMITTED, Page
from publisher.sources.markdown.places import Segments


class TextBuffer:
    """Gathers text of one run; offsets count in the run, `last` is the end of what came last.

    An offset of the text leads back to one of the run by the piece that it falls in.
    """

    def __init__(self, page: Page, content: str, segments: Segments) -> None:
        self._page = page
        self._content = content
        self._segments = segments
        self._pieces: list[tuple[str, int, int]] = []
        self.last = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Adds characters that stand in the run as they are."""
        kept = self._page.words(text, self._segments, start)
        if len(kept) == len(text):
            self._keep(text, start, end)
            return
        for found in PERMITTED.finditer(text):
            self._keep(found[0], start + found.start(), start + found.end())
        self.last = end

    def replace(self, after: str, start: int, end: int, rule: str) -> None:
        """Adds `after` for the characters `start` to `end` of the run."""
        if after != self._content[start:end]:
            self._page.edit(self._segments.at(start), self._segments.end(start, end), after, rule)
        self._keep(after, start, end)

    def escape(self, after: str, start: int, end: int) -> None:
        """Adds the character behind a backslash."""
        if len(after) == end - start:
            self.add(after, start, end)
            return
        place = self._segments.at(start)
        self._page.edit(place, place + 1, "", "escape")
        self._keep(after, start, end)

    def soft_break(self, end: int) -> None:
        """Adds the space that a line end inside a paragraph is; nothing between ideographs."""
        start = self.last
        before, after = self._content[start - 1 : start], self._content[end : end + 1]
        space = "" if unspaced(before) and unspaced(after) else " "
        # Up to the next words: the marks of containers at the start of their line go with it.
        self._page.edit(self._segments.at(start), self._segments.at(end), space, "line-end")
        self._keep(space, start, end)

    def flush(self) -> Inlines:
        """The nodes of what was gathered, if anything was: text, and abbreviations in it."""
        pieces, self._pieces = self._pieces, []
        text = "".join(piece for piece, _, _ in pieces)
        if not text:
            return ()
        abbreviations = self._page.abbreviations
        found = list(abbreviations.find(text)) if abbreviations else []
        if not found:
            return (self._text(text, pieces[0][1], pieces[-1][2]),)
        return tuple(self._parted(text, pieces, found))

    def _parted(
        self, text: str, pieces: list[tuple[str, int, int]], found: list[tuple[int, int]]
    ) -> Iterator[Inline]:
        """The text, with a node for each abbreviation that was found in it."""
        bases = list(accumulate((len(piece) for piece, _, _ in pieces), initial=0))

        def part(first: int, last: int) -> Text:
            begin, end = bisect_right(bases, first) - 1, bisect_left(bases, last) - 1
            return self._text(
                text[first:last],
                _offset(pieces[begin], first - bases[begin]),
                _offset(pieces[end], last - bases[end]),
            )

        position = 0
        for start, end in found:
            if start > position:
                yield part(position, start)
            word = part(start, end)
            title = self._page.abbreviations.titles[word.text]
            role = "abbreviation"
            yield InlineSpan(children=(word,), role=role, title=title, span=word.span)
            position = end
        if position < len(text):
            yield part(position, len(text))

    def _text(self, text: str, start: int, end: int) -> Text:
        segments = self._segments
        return Text(text=text, span=self._page.span(segments.at(start), segments.end(start, end)))

    def _keep(self, text: str, start: int, end: int) -> None:
        self._pieces.append((text, start, end))
        self.last = end


def _offset(piece: tuple[str, int, int], within: int) -> int:
    """Where in the run the character `within` of a piece stands; of a rewritten one, an edge."""
    text, start, end = piece
    if len(text) == end - start:
        return start + within
    return start if within == 0 else end
