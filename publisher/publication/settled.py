"""The nodes that only a settled document has: what a layout prints without looking anything up.

Each is a node of the document (publisher/document/nodes.py) with what `settle` found out about it.
"""

from typing import Literal

import msgspec

from publisher.document.nodes import (
    Blocks,
    CodeBlock,
    CrossRef,
    Image,
    InlineMath,
    Inlines,
    InlineSpan,
    Link,
    MathBlock,
    NoteRef,
)
from publisher.formulas import Formula


class NoteCall(NoteRef, frozen=True, tag="note_call"):
    """The call of a note by its number; `href` leads to the note."""

    number: int = 0
    href: str = ""


class PageReference(CrossRef, frozen=True, tag="page_reference"):
    """A reference by page to `href`: `term` and a number, or `words` where there are no pages."""

    href: str = ""
    words: Inlines = ()
    term: Inlines = ()


class Reference(Link, frozen=True, tag="reference"):
    """A reference by number or by title: a link with the words that say it."""

    form: Literal["number", "title"] = "number"


class InlineFormula(InlineMath, frozen=True, tag="formula"):
    """A formula in a line; `formula` is None where it cannot be read, and its source is printed."""

    formula: Formula | None = None


class DisplayedFormula(MathBlock, frozen=True, tag="formula"):
    """A formula of its own, with its number where formulas have one."""

    formula: Formula | None = None
    number: str | None = None


class TaskBox(InlineSpan, frozen=True, tag="task_box"):
    """The box that a task starts with; `words` say what its sign shows."""

    words: str = ""


class CodeRun(msgspec.Struct, frozen=True):
    """A stretch of code; `kind` says what its words are (publisher/publication/highlight.py)."""

    kind: str
    text: str


class CodeLine(msgspec.Struct, frozen=True):
    """A line of code; `hang` is how many steps of two columns its continuation is set in."""

    runs: tuple[CodeRun, ...]
    number: int | None = None
    marked: bool = False
    hang: int = 0


class Listing(CodeBlock, frozen=True, tag="listing"):
    """Code in lines."""

    lines: tuple[CodeLine, ...] = ()


class ShownImage(Image, frozen=True, tag="picture"):
    """An image whose file is at hand (`file`, a name in the publication), and one whose is not."""

    file: str | None = None
    width: int = 0
    height: int = 0


class Note(msgspec.Struct, frozen=True):
    """A note in the order of the first calls; `calls` are the addresses of its calls."""

    name: str
    number: int
    id: str
    blocks: Blocks
    calls: tuple[str, ...] = ()
