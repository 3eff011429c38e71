"""The state of an inline parse, which knows where each stretch of text stands."""

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


class State(StateInline):
    """markdown-it's state, with what a run is searched for once.

    `dollars` leads from each dollar that opens a formula to where that ends.
    """

    waiting_from = 0
    dollars: dict[int, int] | None = None

    def pushPending(self) -> Token:  # noqa: N802
        """The waiting text as a token."""
        token = super().pushPending()
        token.map = [self.waiting_from, self.waiting_from + len(token.content)]
        return token

    def add_text(self, start: int, end: int) -> None:
        """Lets the characters `start` to `end` wait."""
        if not self.pending:
            self.waiting_from = start
        self.append_pending(self.src[start:end])
        self.pos = end
