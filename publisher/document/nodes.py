"""The nodes of a document: a closed union of blocks and one of inlines, frozen, tagged by `type`.

The names and the JSON they give are the project's contract (docs/contract.md). A node that
comes from a source carries the span it was read from.
"""

from typing import Literal

import msgspec

from publisher.document.cite_item import CiteItem as CiteItem
from publisher.span import Span

Direction = Literal["ltr", "rtl"]
Alignment = Literal["left", "center", "right", "none"]


class Node(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=True, kw_only=True):
    """What every node may carry: where it stands, an anchor, and a language of its own."""

    span: Span | None = None
    id: str | None = None
    language: str | None = None
    direction: Direction | None = None


# --- inlines ------------------------------------------------------------------------------


class Text(Node, frozen=True, tag="text"):
    """Words; the only inline, with code and math, that holds characters."""

    text: str


class Emphasis(Node, frozen=True, tag="emphasis"):
    children: tuple["Inline", ...]


class Strong(Node, frozen=True, tag="strong"):
    children: tuple["Inline", ...]


class SmallCaps(Node, frozen=True, tag="small_caps"):
    children: tuple["Inline", ...]


class InlineCode(Node, frozen=True, tag="code"):
    text: str


class Link(Node, frozen=True, tag="link"):
    """A reference to `href`: an absolute URL, or `#id` inside the publication.

    `role` says what it leads to: an entry of the bibliography, or of the glossary.
    """

    href: str
    children: tuple["Inline", ...]
    title: str | None = None
    role: Literal["biblioref", "glossref"] | None = None


class NoteRef(Node, frozen=True, tag="note_ref"):
    """A call of the note that `Document.notes` holds under `note`."""

    note: str


class Image(Node, frozen=True, tag="image"):
    """A picture. `alt` is None where it was not given, "" where it is decorative.

    `src` is a path below the work's root, an absolute URL, or a name in `Reading.embedded`.
    """

    src: str
    alt: str | None = None
    title: str | None = None


class InlineMath(Node, frozen=True, tag="math"):
    """A formula as its TeX source, or, where it came so, as MathML beside its words."""

    text: str
    mathml: str | None = None


class LineBreak(Node, frozen=True, tag="line_break"):
    pass


class InlineSpan(Node, frozen=True, tag="span"):
    """A passage with a language, a direction or a role of its own ("deleted", "underline"…).

    `title` is what an abbreviation stands for, `target` the entry of a "glossary-term".
    """

    children: tuple["Inline", ...]
    role: str | None = None
    title: str | None = None
    target: str | None = None


class Subscript(Node, frozen=True, tag="subscript"):
    children: tuple["Inline", ...]


class Superscript(Node, frozen=True, tag="superscript"):
    children: tuple["Inline", ...]


class Cite(Node, frozen=True, tag="cite"):
    """A citation of bibliography entries by their keys, with a locator such as "p. 4".

    `items` say what belongs to which key; `locator` is the last one's, with the words behind it.
    """

    keys: tuple[str, ...]
    locator: str | None = None
    items: tuple[CiteItem, ...] = ()


class IndexMark(Node, frozen=True, tag="index_mark"):
    """An entry of the index, from the main heading to the sub-entry.

    `sort` is what its last terms are put in order by, "" as they are; `printed` is how its last
    terms are set, () as they are. A mark with `see` or `see_also`, the terms of another entry, is
    a reference; each other one is a place of the entry,
    its `main` one, or an end of a passage about it.
    """

    terms: tuple[str, ...]
    sort: tuple[str, ...] = ()
    printed: tuple[tuple["Inline", ...], ...] = ()
    range: Literal["start", "end"] | None = None
    see: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    main: bool = False


class CrossRef(Node, frozen=True, tag="cross_ref"):
    """A reference to the element with the id `target`, by number, title or page."""

    target: str
    form: Literal["number", "title", "page"] = "number"


Inline = (
    Text
    | Emphasis
    | Strong
    | SmallCaps
    | InlineCode
    | Link
    | NoteRef
    | Image
    | InlineMath
    | LineBreak
    | InlineSpan
    | Subscript
    | Superscript
    | Cite
    | IndexMark
    | CrossRef
)
Inlines = tuple[Inline, ...]


# --- blocks -------------------------------------------------------------------------------


class Paragraph(Node, frozen=True, tag="paragraph"):
    """A paragraph; `role` is "direction" in a play, "salutation", "signature"… in a letter."""

    children: Inlines
    role: str | None = None


class Heading(Node, frozen=True, tag="heading"):
    """A heading inside the text; level 1 is the first below the document's own title."""

    level: int
    children: Inlines


class ListItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One item; `checked` is None where the item is not a task."""

    blocks: tuple["Block", ...]
    checked: bool | None = None


class List(Node, frozen=True, tag="list"):
    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True


class Definition(msgspec.Struct, frozen=True):
    term: Inlines
    definitions: tuple[tuple["Block", ...], ...]


class DefinitionList(Node, frozen=True, tag="definition_list"):
    items: tuple[Definition, ...]


class Quote(Node, frozen=True, tag="quote"):
    """Words of another hand; `role` is "epigraph", "letter", "sign", "cutting"…"""

    blocks: tuple["Block", ...]
    attribution: Inlines = ()
    role: str | None = None


class PullQuote(Node, frozen=True, tag="pull_quote"):
    """Words of the text shown again, large; never part of the reading order twice."""

    children: Inlines
    attribution: Inlines = ()


class Cell(msgspec.Struct, frozen=True, omit_defaults=True):
    blocks: tuple["Block", ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


class Table(Node, frozen=True, tag="table"):
    """Rows of cells; the first `head` rows are repeated at the top of each page."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int = 0
    alignments: tuple[Alignment, ...] = ()
    caption: Inlines = ()


class Figure(Node, frozen=True, tag="figure"):
    images: tuple[Image, ...]
    caption: Inlines = ()
    credit: Inlines = ()


class CodeBlock(Node, frozen=True, tag="code"):
    """Lines of code; `syntax` names their language as Pygments does.

    `start` is the number of the first line where lines are numbered. `marked` holds the lines
    that stand out, counted from 1 whatever their numbers.
    """

    text: str
    syntax: str | None = None
    caption: Inlines = ()
    start: int | None = None
    marked: tuple[int, ...] = ()


class VerseLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of verse, indented by `indent` steps."""

    children: Inlines
    indent: int = 0


class Verse(Node, frozen=True, tag="verse"):
    """Stanzas of lines; each `numbered`-th line shows its number, `start` is that of the first."""

    stanzas: tuple[tuple[VerseLine, ...], ...]
    title: Inlines = ()
    attribution: Inlines = ()
    numbered: int = 0
    start: int = 1


class Turn(msgspec.Struct, frozen=True):
    """What one speaker says; nobody speaks (`speaker` is empty) in a stage direction."""

    speaker: Inlines
    blocks: tuple["Block", ...]


class Dialogue(Node, frozen=True, tag="dialogue"):
    """Turns in their order; `role` is "drama" or "interview" where that is known."""

    turns: tuple[Turn, ...]
    role: str | None = None


class Aside(Node, frozen=True, tag="aside"):
    """Matter beside the text: a box, a sidebar; `role` is "correction", "agency", "sources"…"""

    blocks: tuple["Block", ...]
    title: Inlines = ()
    role: str | None = None


class MathBlock(Node, frozen=True, tag="math"):
    """A displayed formula as its TeX source, or, where it came so, as MathML beside its words."""

    text: str
    mathml: str | None = None


class ThematicBreak(Node, frozen=True, tag="thematic_break"):
    pass


Block = (
    Paragraph
    | Heading
    | List
    | DefinitionList
    | Quote
    | PullQuote
    | Table
    | Figure
    | CodeBlock
    | Verse
    | Dialogue
    | Aside
    | MathBlock
    | ThematicBreak
)
Blocks = tuple[Block, ...]
