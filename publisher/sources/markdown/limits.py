"""What a document may cost: how deep its parts stand in one another, and how many there are."""

DEEPEST = 64
"""Blocks within blocks; a list counts twice, for itself and its item."""

MOST = 500_000
"""Pieces of a document: beginnings and ends of blocks and marks, words between them, cells; and its
lines. A book of a million words has about a tenth of it; half a gigabyte holds them."""

PIECES_OF_A_CELL = 4
"""A cell holds a paragraph, which begins and ends, and words."""


class TooDeepError(Exception):
    """Blocks stand in more than DEEPEST others at `offset` of the text."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class TooManyError(Exception):
    """There are more than MOST pieces before `offset` of the text."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset
