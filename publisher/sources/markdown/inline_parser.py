"""The inline parser: markdown-it's rules, chosen by the character they begin with, with places.

A token's `map` is where it stands in the text of its run: offsets of its first character and after
its last.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    link_pairs,
    newline,
    strikethrough,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType

from publisher.sources.markdown.inline_state import State
from publisher.sources.markdown.rules import braces, carets, dollars, references

Rule = Callable[[StateInline, bool], bool]

RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (newline,),
    "!": (image,),
    "$": (dollars.formula,),
    "&": (entity,),
    "*": (emphasis.tokenize,),
    "<": (autolink, html_inline),
    "@": (references.bare_reference,),
    "[": (
        references.note_call,
        references.citation,
        references.anchor_reference,
        link,
        braces.span,
    ),
    "\\": (dollars.bracketed_formula, references.index_entry, escape),
    "^": (carets.inline_note, carets.superscript),
    "_": (emphasis.tokenize,),
    "`": (backtick,),
    "{": (braces.attributes,),
    "~": (strikethrough.tokenize, carets.subscript),
}
"""The rules that may apply at a character, in their order. All other characters are text."""

_SPECIAL = re.compile("[]" + re.escape("".join(RULES)) + "]")

DEEPEST = 24
"""Links and the like within one another; more are text. Each costs a look ahead."""


class InlineParser(ParserInline):
    """markdown-it's inline parser over `State` and `RULES`."""

    def tokenize(self, state: StateInline) -> None:
        """Tokens for what stands between `pos` and `posMax`."""
        assert isinstance(state, State)
        end = state.posMax
        while state.pos < end:
            pos = state.pos
            found = _SPECIAL.search(state.src, pos, end)
            stop = found.start() if found else end
            if stop > pos:
                state.add_text(pos, stop)
            elif state.level >= DEEPEST or not _apply(state, pos):
                state.add_text(pos, pos + 1)
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Moves over one token, or one character, without making any."""
        pos = state.pos
        if pos in state.cache:
            state.pos = state.cache[pos]
            return
        if state.level >= DEEPEST:
            state.pos = state.posMax
        elif not _skipped(state, pos):
            found = _SPECIAL.search(state.src, pos, state.posMax)
            stop = found.start() if found else state.posMax
            state.pos = max(stop, pos + 1)
        state.cache[pos] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of one run, added to `tokens`."""
        state = State(src, md, env, tokens)
        self.tokenize(state)
        if state.tokens_meta:
            link_pairs(state)
            strikethrough.postProcess(state)
            emphasis.postProcess(state)
        return state.tokens


def _skipped(state: StateInline, pos: int) -> bool:
    for rule in RULES.get(state.src[pos], ()):
        # Deeper by one while looking ahead, so that rules that look ahead themselves end.
        state.level += 1
        found = rule(state, True)
        state.level -= 1
        if found:
            return True
    return False


def _apply(state: State, pos: int) -> bool:
    """Whether a rule took what stands at `pos`; its tokens then have their places."""
    count = len(state.tokens)
    if not state.pending:
        state.waiting_from = pos  # a rule may let its character wait
    for rule in RULES.get(state.src[pos], ()):
        if rule(state, False):
            _place(state.tokens, count, pos, state.pos)
            return True
    return False


def _place(tokens: list[Token], first: int, start: int, end: int) -> None:
    """Gives places to the tokens from `first` on, which stand for what is from `start` to `end`."""
    if first < len(tokens) and tokens[first].map:
        first += 1  # text that waited before them
    if first == len(tokens):
        return
    opener, last = tokens[first], tokens[-1]
    if opener is last:
        opener.map = [start, end]
    elif opener.type == "text":
        for token in tokens[first:]:  # marks of emphasis, one token a mark
            token.map = [start, start + len(token.content)]
            start += len(token.content)
    else:
        opener.map, last.map = [start, start], [end, end]
        if opener.markup == "autolink":
            tokens[first + 1].map = [start + 1, end - 1]
