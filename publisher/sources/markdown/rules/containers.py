"""Containers: `::: name` … `:::` (Pandoc's fenced divs), and attributes on a line of their own."""

import re

from markdown_it.rules_block import StateBlock

from publisher.sources.markdown.attributes import Attributes, read_attributes
from publisher.sources.markdown.rules.verse import push_verse

_CODE = re.compile(r"(`{3,}|~{3,})(.*)")
_NAME = re.compile(r"[^\s{}:`]+")


def container(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A container, to the fence that closes it, or to the end of what it stands in."""
    if state.is_code_block(first_line):
        return False
    opening = _fence(_line(state, first_line))
    given = _given(opening) if opening else None
    if given is None:
        return False
    if silent:
        return True
    last, closed = _last_line(state, first_line, end_line)
    token = state.push("container_open", "div", 1)
    token.meta = {"attributes": given, "closed": closed}
    if "verse" in given.classes:
        push_verse(state, first_line + 1, last)
    else:
        parent, line_max = state.parentType, state.lineMax
        state.parentType, state.lineMax = "container", last
        state.md.block.tokenize(state, first_line + 1, last)
        state.parentType, state.lineMax = parent, line_max
    state.push("container_close", "div", -1)
    state.line = last + 1 if closed else last
    return True


def block_attributes(
    state: StateBlock,
    first_line: int,
    end_line: int,
    silent: bool,
) -> bool:
    """A line that holds nothing but attributes: they belong to the block below it."""
    text = _line(state, first_line).rstrip()
    found = read_attributes(text, 0)
    if silent or found is None or found.end < len(text) or state.is_code_block(first_line):
        return False
    state.line = first_line + 1
    state.push("block_attributes", "", 0).meta = {"attributes": found}
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _fence(text: str) -> str | None:
    """What stands behind the colons of a fence; None where a line is no fence."""
    return text.strip(": \t") if text.startswith(":::") else None


def _given(text: str) -> Attributes | None:
    """What a fence says: a name, attributes, or both; None where it says nothing, and closes."""
    name = _NAME.match(text)
    rest = text[name.end() if name else 0 :].strip()
    attributes = read_attributes(rest, 0) if rest else Attributes()
    if attributes is None or (attributes.end < len(rest)) or not text:
        return None
    classes = (name[0].lower(), *attributes.classes) if name else attributes.classes
    return Attributes(attributes.id, classes, attributes.values)


def _last_line(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """The line of the fence that closes, and whether there is one; fences in code are no fences."""
    depth, code = 1, ""
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line, False
        text = _line(state, line)
        if (fence := _CODE.fullmatch(text)) and (not code or not fence[2].strip()):
            if not code:
                code = fence[1]
            elif fence[1].startswith(code):
                code = ""
        elif not code and (found := _fence(text)) is not None:
            if not found:
                depth -= 1
            elif _given(found) is not None:
                depth += 1
            if depth == 0:
                return line, True
    return end, False
