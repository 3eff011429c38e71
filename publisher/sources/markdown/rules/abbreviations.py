"""`*[HTML]: HyperText Markup Language`: what an abbreviation stands for, as PHP Markdown Extra."""

import re

from markdown_it.rules_block import StateBlock

LONGEST = 40
"""Characters of an abbreviation; a longer one is text."""

_DEFINITION = re.compile(rf"\*\[([^\[\]\n]{{1,{LONGEST}}})\]:[ \t]*(\S.*?)[ \t]*")


def abbreviation(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """One line; the definition is kept under "abbreviations" and shows nothing where it stands."""
    if state.is_code_block(first_line):
        return False
    start, end = state.bMarks[first_line] + state.tShift[first_line], state.eMarks[first_line]
    found = _DEFINITION.fullmatch(state.src, start, end)
    if not found or not found[1].strip():
        return False
    if not silent:
        kept = state.env.setdefault("abbreviations", [])
        kept.append((found[1].strip(), found[2], start, end))
        state.line = first_line + 1
    return True
