"""Notes in the line (`^[…]`), superscripts (`x^2^`) and subscripts (`H~2~O`), as in Pandoc."""

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

_SUPERSCRIPT = re.compile(r"\^([^\s\^\[\]]{1,60})\^")
_SUBSCRIPT = re.compile(r"~([^\s~\[\]]{1,60})~(?!~)")


def inline_note(state: StateInline, silent: bool) -> bool:
    """A note whose words stand where it is called."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    end = parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        maximum, state.pos, state.posMax = state.posMax, start + 2, end
        state.push("note_open", "", 1)
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
        state.posMax = maximum
    state.pos = end + 1
    return True


def superscript(state: StateInline, silent: bool) -> bool:
    """Characters without a space between two carets."""
    return _raised(state, silent, _SUPERSCRIPT, "superscript")


def subscript(state: StateInline, silent: bool) -> bool:
    """Characters without a space between two single tildes."""
    return _raised(state, silent, _SUBSCRIPT, "subscript")


def _raised(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push(kind, "", 0).content = found[1]
    state.pos = found.end()
    return True
