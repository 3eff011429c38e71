r"""Formulas: `$…$`, `$$…$$` and `\(…\)` in a line, as in Pandoc, and `$$` as a block."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from publisher.sources.markdown.attributes import read_attributes
from publisher.sources.markdown.inline_state import State

_DOLLARS = re.compile(r"\\.|(\$+)", re.DOTALL)
_LONGEST = 200
"""Lines of a displayed formula."""


def formula(state: StateInline, silent: bool) -> bool:
    """Two dollars around a formula; a space inside them, or a digit behind them, forbids it."""
    assert isinstance(state, State)
    if state.dollars is None:
        state.dollars = _pairs(state.src)
    start, end = state.pos, state.dollars.get(state.pos, -1)
    if end < 0 or end > state.posMax:
        return False
    width = 2 if state.src.startswith("$$", start) else 1
    return _take(state, silent, start + width, end - width, end)


def _pairs(src: str) -> dict[int, int]:
    """From each dollar that opens a formula to where that ends."""
    runs = [found.span() for found in _DOLLARS.finditer(src) if found[1]]
    pairs: dict[int, int] = {}
    closer = {1: -1, 2: -1}
    for start, end in reversed(runs):
        width = end - start
        if width > 2:
            continue
        behind = closer[width]
        if behind >= 0 and not src[end : end + 1].isspace():
            pairs[start] = behind
        if width == 1 and src[start - 1 : start].isspace():
            closer[1] = -1
        elif width == 2 or not src[end : end + 1].isdigit():
            closer[width] = end
    return pairs


def bracketed_formula(state: StateInline, silent: bool) -> bool:
    r"""A formula between `\(` and `\)`."""
    start = state.pos
    if not state.src.startswith("\\(", start) or state.html_terminator_last("\\)") < start:
        return False
    end = state.src.find("\\)", start + 2, state.posMax)
    if end < 0 or not state.src[start + 2 : end].strip():
        return False
    return _take(state, silent, start + 2, end, end + 2)


def _take(state: StateInline, silent: bool, start: int, end: int, after: int) -> bool:
    if not silent:
        state.push("math_inline", "math", 0).content = state.src[start:end].strip()
    state.pos = after
    return True


def display(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    r"""Lines from `$$` to `$$`, or from `\[` to `\]`, the latter alone on their lines."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or state.src[start : start + 2] not in ("$$", "\\["):
        return False
    closer = "$$" if state.src[start] == "$" else "\\]"
    if closer == "\\]" and state.src[start : state.eMarks[first_line]].strip() != "\\[":
        return False
    for line in range(first_line, min(end_line, first_line + _LONGEST)):
        begin = state.bMarks[line] + state.tShift[line] if line > first_line else start + 2
        text = state.src[begin : state.eMarks[line]]
        if line > first_line and (not text or state.sCount[line] < state.blkIndent):
            break
        at, attributes = _closing(text, closer, alone=closer == "\\]")
        if at >= 0:
            if not silent:
                _push(state, first_line, line, begin + at).meta = {"attributes": attributes}
            return True
        if line < state.env.get(closer, 0):
            return False  # it was looked for from a line above, and not found
    state.env[closer] = line
    return False


def _closing(text: str, closer: str, *, alone: bool) -> tuple[int, object]:
    at = text.find(closer)
    if at < 0 or (alone and text[:at].strip()):
        return -1, None
    rest = text[at + 2 :].strip()
    attributes = read_attributes(rest, 0)
    if rest and (attributes is None or attributes.end < len(rest)):
        return -1, None
    return at, attributes


def _push(state: StateBlock, first: int, last: int, end: int) -> Token:
    """The token of a formula that ends at the offset `end` of the line `last`."""
    start = state.bMarks[first] + state.tShift[first] + 2
    lines = [
        state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        for line in range(first + 1, last)
    ]
    if first == last:
        text = state.src[start:end]
    else:
        final = state.src[state.bMarks[last] + state.tShift[last] : end]
        text = "\n".join([state.src[start : state.eMarks[first]], *lines, final])
    state.line = last + 1
    token = state.push("math_block", "math", 0)
    token.content = text.strip()
    return token
