"""How a plain text marks its paragraphs: a line each, hard-wrapped lines, or indents.

A text that a program or a patient typist has broken at a width shows it: the first word of each
next line would not have fitted on the line before. That holds for nearly every pair of lines in
such a text, and for hardly any in one that has a line a paragraph.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from publisher.sources.plain_text.lines import Line

WIDEST = 130
"""Columns; a text with longer lines was not broken by hand or by an old mail program."""

_FITTING = 0.75
"""The share of line pairs that must be broken at the width, for the text to be hard-wrapped."""

_CARRIED = 0.25
_FITTING_CARRIED = 0.5
"""The share where that many lines go on in the middle of a sentence, with a small letter."""

_SENTENCES = 0.5
"""The share of broken lines that may end a sentence: a third do by chance in very narrow texts."""

_WIDE_LETTERS = 6
"""Columns that a line without word spaces may fall short: two wide letters that may not begin the
next, and a mark that hangs over the end of another (JIS X 4051, 8.1)."""


_SHORT = 0.8
"""The share of the width that the last line of a paragraph seldom fills."""

_DEEPEST = 8
"""Columns of an indent that opens a paragraph; what stands further in is set off."""


class Layout(msgspec.Struct, frozen=True):
    """Whether lines are wrapped, at how many columns, and whether an indent opens a paragraph.

    `width` is 0 where they are not. `typical` is the length of the middle paragraph in
    characters, as far as it can be told.
    """

    width: int
    indented: bool
    typical: int

    @property
    def wrapped(self) -> bool:
        """Whether a paragraph may have several lines."""
        return self.width > 0


def measure(prose: Sequence[Sequence[Line]]) -> Layout:
    """The layout of a text, of which these lines stand together and are prose."""
    lines = [line for group in prose for line in group]
    if not lines:
        return Layout(0, False, 0)
    middle = int(median(len(line.text) for line in lines))
    indented = _indented(lines)
    if middle > WIDEST:
        return Layout(0, indented, middle)
    pairs = [pair for group in prose for pair in pairwise(group)]
    width = wrap_width([pair for pair in pairs if not (indented and pair[1].indent)])
    if not width:
        return Layout(0, indented, middle)
    letters = sum(len(line.text) for line in lines)
    short = sum(line.ends_sentence and line.width < _SHORT * width for line in lines)
    return Layout(width, indented, letters // max(short, len(prose)))


def wrap_width(pairs: Sequence[tuple[Line, Line]]) -> int:
    """The columns at which lines that follow each other were broken; 0 where they were not."""
    widths = sorted(line.extent for line, _ in pairs if " " in line.text or not line.text.isascii())
    if not widths or sum(line.ends_sentence for line, _ in pairs) > _SENTENCES * len(pairs):
        return 0
    carried = sum(
        following.text[0].islower() and not line.ends_sentence for line, following in pairs
    )
    needed = _FITTING_CARRIED if carried >= max(2, _CARRIED * len(pairs)) else _FITTING
    # A few longer lines, such as addresses, are not the width.
    for width in {widths[-1], widths[len(widths) - 1 - len(widths) // 20]}:
        fitting = sum(
            line.extent <= width and breaks_at(width, line, following) for line, following in pairs
        )
        if width <= WIDEST and fitting >= needed * len(pairs):
            return width
    return 0


def breaks_at(width: int, line: Line, following: Line) -> bool:
    """Whether `line` is full at `width` columns: what comes next would not have fitted on it."""
    if unspaced(following.text[0]):
        return line.extent + _WIDE_LETTERS >= width
    return line.extent + 1 + len(following.text.split(" ", 1)[0]) > width


def unspaced(letter: str) -> bool:
    """Whether a letter is of a script that parts no words by spaces (Chinese, Japanese, Thai)."""
    return (
        "\u2e80" <= letter <= "\uabff"
        or "\uf900" <= letter <= "\uffef"
        or ("\u0e00" <= letter <= "\u0eff")
    )


def _indented(lines: Sequence[Line]) -> bool:
    """Whether an indent opens a paragraph: several lines stand in, alike, and not far."""
    deep = {line.indent for line in lines if line.indent}
    return len(deep) == 1 and max(deep) <= _DEEPEST and sum(bool(line.indent) for line in lines) > 1
