"""Braces: attributes of what stands before them, and spans that they make of brackets.

As Pandoc's `inline_code_attributes`, `link_attributes` and `bracketed_spans` have it.
"""

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from publisher.sources.markdown.attributes import read_attributes

_BEARERS = ("link_close", "image", "code_inline", "citation", "cross_reference", "math_inline")


def attributes(state: StateInline, silent: bool) -> bool:
    """Attributes right behind a link, a picture, code, a formula or a reference."""
    if silent or state.pending or not state.tokens or state.tokens[-1].type not in _BEARERS:
        return False
    found = read_attributes(state.src, state.pos)
    if found is None or found.end > state.posMax:
        return False
    token = state.push("attributes", "", 0)
    token.meta = {"attributes": found}
    state.pos = found.end
    return True


def span(state: StateInline, silent: bool) -> bool:
    """`[words]{.class}`."""
    start = state.pos
    if state.html_terminator_last("]{") < start:
        return False
    end = parseLinkLabel(state, start)
    found = read_attributes(state.src, end + 1) if end >= 0 else None
    if found is None or found.end > state.posMax:
        return False
    if not silent:
        maximum, state.pos, state.posMax = state.posMax, start + 1, end
        state.push("span_open", "span", 1).meta = {"attributes": found}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = maximum
    state.pos = found.end
    return True
