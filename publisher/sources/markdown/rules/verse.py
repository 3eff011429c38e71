"""Verse: lines that begin with a bar (Pandoc's `line_blocks`), and the lines of `::: verse`."""

from markdown_it.rules_block import StateBlock

_STEP = 2
"""Spaces at the start of a line that make one step of indent."""


def line_block(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """Lines after `| `; `|` alone parts stanzas, a line set in continues the one above."""
    if state.is_code_block(first_line) or not _barred(state, first_line):
        return False
    if silent:
        return True
    entries: list[Line | None] = []
    line = first_line
    while line < end_line and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if _barred(state, line):
            entries.append(_read(state.src[start + 2 : end], start + 2))
        elif state.tShift[line] > 0 and entries and entries[-1] is not None:
            entries[-1] = _continued(entries[-1], state.src[start:end], start)
        else:
            break
        line += 1
    state.line = line
    token = state.push("verse", "", 0)
    token.meta = {"lines": entries}
    return True


Line = tuple[str, list[int], int]
"""The text of a line of verse, where its parts begin, and its steps of indent."""


def push_verse(state: StateBlock, first: int, last: int) -> None:
    """The lines `first` to `last` as verse; blank ones part stanzas, bars before all are marks."""
    entries: list[Line | None] = []
    filled = [line for line in range(first, last) if not state.isEmpty(line)]
    barred = all(_barred(state, line) for line in filled)
    for line in range(first, last):
        start = state.bMarks[line] + min(state.tShift[line], state.blkIndent)
        if barred and line in filled:
            start = min(state.bMarks[line] + state.tShift[line] + 2, state.eMarks[line])
        entries.append(_read(state.src[start : state.eMarks[line]], start))
    token = state.push("verse", "", 0)
    token.meta = {"lines": entries}
    begin = state.bMarks[first] if first < last else state.eMarks[first - 1]
    token.map = [begin, max(begin, state.eMarks[last - 1])]


def _barred(state: StateBlock, line: int) -> bool:
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
    # A row of cells without the line of dashes that would make it a table is left as it is.
    return text == "|" or (text.startswith("| ") and not text.endswith("|"))


def _read(text: str, start: int) -> Line | None:
    content = text.strip(" \t")
    indent = len(text) - len(text.lstrip(" \t"))
    return (content, [start + indent], indent // _STEP) if content else None


def _continued(line: Line, text: str, start: int) -> Line:
    content, marks, indent = line
    return f"{content}\n{text.strip(chr(32) + chr(9))}", [*marks, start], indent
