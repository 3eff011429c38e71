"""The block parser: markdown-it's, with the place of each block, and a limit that is told.

Of a token that opens a block, `map` is the stretch of the text that it stands in. Of a token that
holds inlines, it is where each of its lines begins, behind markers and white space.
"""

import re
from itertools import islice
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from publisher.sources.markdown.limits import (
    DEEPEST,
    MOST,
    PIECES_OF_A_CELL,
    TooDeepError,
    TooManyError,
)


class State(StateBlock):
    """The state of a parse, which notes where inlines begin.

    A table's rows become one token each, `table_row`, with the words of their cells: a large table
    has too many cells for three tokens each.
    """

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._pieces = 0
        self._cells: list[Token] = []
        self._headers: list[Token] = []
        self._unused = Token("", "", 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A new token; one that holds inlines knows where its lines begin."""
        if tag in ("td", "th", "tr"):
            return self._push_part(ttype, nesting)
        if ttype != "inline":
            return super().push(ttype, tag, nesting)
        opener = self.tokens[-1]
        if opener.tag in ("table", "thead", "tbody", "row"):
            self._cells.append(Token(ttype, tag, nesting))
            return self._cells[-1]
        token = super().push(ttype, tag, nesting)
        token.meta = {"marks": self._marks(opener)} if opener.map else {}
        return token

    def count(self) -> int:
        """How many pieces there are by now."""
        defined = len(self.env["references"]) + len(self.env.get("duplicate_refs", ()))
        return len(self.tokens) + self._pieces + defined

    def _push_part(self, ttype: str, nesting: Literal[-1, 0, 1]) -> Token:
        self.level += nesting
        if ttype == "tr_close":
            self._push_row()
        if ttype != "th_open":
            return self._unused
        header = Token(ttype, "th", nesting)
        self._headers.append(header)
        return header

    def _marks(self, opener: Token) -> list[int]:
        first, last = opener.map or [0, 0]
        if opener.type == "heading_open" and opener.markup[0] == "#":
            start = self.bMarks[first] + self.tShift[first] + len(opener.markup)
            return [self.skipSpaces(start)]
        last = max(last, first + 1)
        return [self.bMarks[line] + self.tShift[line] for line in range(first, last)]

    def _push_row(self) -> None:
        line = self._cells[0].map[0] if self._cells[0].map else 0
        self._pieces += PIECES_OF_A_CELL * len(self._cells)
        if self.count() > MOST:
            raise TooManyError(self.bMarks[line])
        row = super().push("table_row", "row", 0)
        row.map = [self.bMarks[line] + self.tShift[line], self.eMarks[line]]
        row.children = self._headers
        row.meta = {"cells": [cell.content for cell in self._cells]}
        self._cells, self._headers = [], []


class BlockParser(ParserBlock):
    """markdown-it's block parser over `State`."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Tokens for the lines `startLine` to `endLine`, by CommonMark's rules in their order.

        Raises TooDeepError where blocks nest deeper than DEEPEST, TooManyError where there are more
        than MOST pieces.
        """
        assert isinstance(state, State)
        rules = self.ruler.getRules("")
        tokens = state.tokens
        line = startLine
        blank_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            begin = state.bMarks[line] + state.tShift[line]
            if state.level >= DEEPEST:
                raise TooDeepError(begin)
            if state.count() > MOST:
                raise TooManyError(begin)
            count = len(tokens)
            for rule in rules:  # the last, for paragraphs, takes every line
                if rule(state, line, endLine, False):
                    break
            state.tight = not blank_lines
            line = state.line
            if count < len(tokens):
                tokens[count].map = [begin, _end(state, line)]
            if line - 1 < endLine and state.isEmpty(line - 1):
                blank_lines = True
            if line < endLine and state.isEmpty(line):
                blank_lines = True
                line += 1
                state.line = line

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token] | None:
        """The tokens of all blocks of `src`, added to `outTokens`.

        Raises as `tokenize` does, and TooManyError for more than MOST lines.
        """
        if src.count("\n") > MOST:
            raise TooManyError(next(islice(re.finditer("\n", src), MOST, None)).start())
        env.setdefault("references", {})
        state = State(src, md, env, outTokens)
        self.tokenize(state, 0, state.lineMax)
        env["pieces"] = state.count()
        return state.tokens


def _end(state: StateBlock, line: int) -> int:
    """Where the block that ends before `line` has its last character."""
    line -= 1
    while line > 0 and state.isEmpty(line):
        line -= 1
    return state.eMarks[line]
