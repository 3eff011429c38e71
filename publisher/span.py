"""Places in a source file, as every node and every diagnostic names them."""

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one file.

    Lines and columns are counted from 1, columns in code points; the end is the position after
    the last character, so that an empty stretch ends where it starts. It refers to no other object
    (gc=False): there is one for each node, and the garbage collector need not look at them.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


def whole_file(file: str) -> Span:
    """The span for what concerns a file and no place in it: its first position."""
    return Span(file)
