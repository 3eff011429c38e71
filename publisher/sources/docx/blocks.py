"""Items with roles to the blocks of a document."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import compress

import msgspec

from publisher.document.nodes import (
    Aside,
    Block,
    Blocks,
    Cell,
    CodeBlock,
    Direction,
    Figure,
    Heading,
    Inline,
    Inlines,
    InlineSpan,
    LineBreak,
    MathBlock,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    ThematicBreak,
    Verse,
    VerseLine,
)
from publisher.document.rows import told
from publisher.document.text import plain
from publisher.sources.docx.head import STYLED, Chosen
from publisher.sources.docx.items import Box, Grid, Item, Para
from publisher.sources.docx.lists import lists
from publisher.sources.docx.pieces import fold, in_language, span_of, unadorned
from publisher.sources.docx.roles import nested_role
from publisher.span import Span

_TOGETHER = frozenset(("list", "quote", "code", "verse", "aside"))
_UNNAMEABLE = re.compile(r"[^\w.-]")


class Setter:
    """Makes blocks.

    `anchors` fills with the ids of the blocks that bookmarks stand in; `headline` is the id of the
    headline, where a bookmark stands in it.
    """

    def __init__(
        self, roles: dict[int, Chosen], language: str, declared: str | None, direction: Direction
    ) -> None:
        self._roles = dict(roles)  # grows with the paragraphs of cells, boxes and notes
        self._language = language
        self._declared = declared
        self._direction = direction
        self.anchors: dict[str, str | None] = {}
        self.headline: str | None = None
        self._taken: set[str] = set()

    def words(self, para: Para, *, plain_type: bool = False) -> Inlines:
        """The content of a paragraph; in `plain_type`, without marks that all of it has."""
        pieces = in_language(para.pieces, self._language, self._declared)
        return fold(unadorned(pieces) if plain_type else pieces)

    def blocks(self, items: Sequence[Item]) -> Blocks:
        """The blocks of items in order; what belongs to the head makes none."""
        made: list[Block] = []
        caption: Para | None = None
        rest = [item for item in items if not self._blank(item)]
        at = 0
        while at < len(rest):
            item = rest[at]
            group = self._group(rest, at)
            at += len(group)
            following = rest[at] if at < len(rest) else None
            if isinstance(item, Para) and self._role(item).role == "caption":
                if self._takes_caption(following) and not _lacks_caption(made):
                    caption = item
                elif _lacks_caption(made):
                    made[-1] = self._with_caption(made[-1], item)
                else:
                    made.append(self._loose_caption(item))
                continue
            block = self._block(item, group)
            if block is not None:
                found = self._with_caption(block, caption) if caption else block
                made.append(found)
            else:
                made += self._several(group)
            caption = None
        return tuple(made)

    def _blank(self, item: Item) -> bool:
        if not isinstance(item, Para):
            return False
        role = self._role(item).role
        if role == "headline":
            identifier, _ = self._identifiers(item)
            self.headline = self.headline or identifier
        elif role in STYLED:
            self.anchors.update(dict.fromkeys(item.anchors))
        return role in STYLED or role in ("blank", "left-out", "end-mark")

    def _role(self, para: Para) -> Chosen:
        chosen = self._roles.get(para.line)
        if chosen is None:
            chosen = self._roles[para.line] = nested_role(para)
        return chosen

    def _group(self, items: Sequence[Item], at: int) -> list[Item]:
        """The item at `at`, and those after it that make one block or list with it."""
        first = items[at]
        group = [first]
        if not isinstance(first, Para):
            return group
        role = self._role(first).role
        for item in items[at + 1 :] if role in _TOGETHER else ():
            same = isinstance(item, Para) and self._role(item).role in (
                role,
                "continuation" if role == "list" else role,
            )
            if not same:
                break
            group.append(item)
        return group

    def _several(self, group: Sequence[Item]) -> Iterator[Block]:
        paras = [item for item in group if isinstance(item, Para)]
        yield from lists(paras, self.paragraph)

    def _block(self, item: Item, group: Sequence[Item]) -> Block | None:
        """The block that a group makes; None for a list, of which there may be several."""
        if isinstance(item, Grid):
            return self._table(item)
        if isinstance(item, Box):
            inner = self.blocks(item.items)
            return Aside(blocks=inner, span=_around(inner))
        chosen = self._role(item)
        paras = [para for para in group if isinstance(para, Para)]
        makers: dict[str, Callable[[Sequence[Para]], Block]] = {
            "quote": self._quote,
            "aside": self._aside,
            "code": self._code,
            "verse": self._verse,
        }
        if chosen.role in makers:
            return makers[chosen.role](paras)
        return None if chosen.role == "list" else self._single(item, chosen)

    def _single(self, para: Para, chosen: Chosen) -> Block:
        identifier, marks = self._identifiers(para)
        match chosen.role:
            case "heading":
                words = self.words(para, plain_type=True)
                span = span_of(words)
                return Heading(
                    level=chosen.level, children=(*marks, *words), id=identifier, span=span
                )
            case "pull_quote":
                words = self.words(para, plain_type=True)
                return PullQuote(children=(*marks, *words), id=identifier, span=span_of(words))
            case "separator":
                return ThematicBreak(id=identifier)
            case "figure" if para.images:
                return Figure(images=para.images, id=identifier, span=para.images[0].span)
            case "correction" | "agency" | "sources":
                inner = self.paragraph(para)
                return Aside(blocks=(inner,), role=chosen.role, span=inner.span)
            case "math" if (found := para.formula) is not None:
                return MathBlock(
                    text=found.text, mathml=found.mathml, id=identifier, span=found.span
                )
            case _:
                return self.paragraph(para)

    def paragraph(self, para: Para) -> Paragraph:
        """A paragraph as it stands."""
        words = self.words(para)
        identifier, marks = self._identifiers(para)
        direction: Direction = "rtl" if para.rtl else "ltr"
        return Paragraph(
            children=(*marks, *words),
            id=identifier,
            direction=direction if direction != self._direction and para.rtl else None,
            span=span_of(words),
        )

    def _identifiers(self, para: Para) -> tuple[str | None, Inlines]:
        """An id made of the first bookmark in a paragraph, and anchors made of the others.

        Those that Word hides, which it makes itself and begins with an underscore, lead to the id.
        """
        new = [name for name in para.anchors if name not in self.anchors]
        if not new:
            return None, ()
        hidden = [name for name in new if name.startswith("_")]
        first, *others = [name for name in new if name not in hidden] or hidden[:1]
        identifier = self._named(first)
        self.anchors.update(dict.fromkeys(hidden, identifier))
        return identifier, tuple(InlineSpan(children=(), id=self._named(name)) for name in others)

    def _named(self, bookmark: str) -> str:
        """The id of a bookmark, which no other has."""
        identifier = _UNNAMEABLE.sub("-", bookmark)
        if not (identifier[0].isalpha() or identifier[0] == "_"):
            identifier = f"b-{identifier}"
        while identifier in self._taken:
            identifier += "-"
        self._taken.add(identifier)
        self.anchors[bookmark] = identifier
        return identifier

    # --- several paragraphs as one block ----------------------------------------------------

    def _quote(self, paras: Sequence[Para]) -> Block:
        inner = tuple(self._plain_paragraph(para) for para in paras)
        return Quote(blocks=inner, span=_around(inner))

    def _plain_paragraph(self, para: Para) -> Paragraph:
        words = self.words(para, plain_type=True)
        return msgspec.structs.replace(self.paragraph(para), children=words)

    def _aside(self, paras: Sequence[Para]) -> Block:
        inner = tuple(map(self.paragraph, paras))
        return Aside(blocks=inner, span=_around(inner))

    def _code(self, paras: Sequence[Para]) -> Block:
        words = [self.words(para) for para in paras]
        spans = [span for run in words if (span := span_of(run))]
        return CodeBlock(text="\n".join(map(plain, words)), span=_from_to(spans))

    def _verse(self, paras: Sequence[Para]) -> Block:
        stanzas = tuple(
            tuple(VerseLine(children=line) for line in _lines(self.words(para))) for para in paras
        )
        spans = [span for para in paras if (span := span_of(self.words(para)))]
        return Verse(stanzas=stanzas, span=_from_to(spans))

    # --- tables and captions ----------------------------------------------------------------

    def _table(self, grid: Grid) -> Block:
        rows = tuple(
            tuple(
                Cell(
                    blocks=self._cell(cell.items, head=at < grid.head),
                    header=at < grid.head,
                    colspan=cell.colspan,
                    rowspan=cell.rowspan,
                )
                for cell in row
            )
            for at, row in enumerate(grid.rows)
        )
        is_row = list(told(rows))
        head = sum(is_row[: grid.head])
        rows = tuple(compress(rows, is_row))
        inner = [block for row in rows for cell in row for block in cell.blocks]
        direction: Direction | None = "rtl" if grid.rtl and self._direction == "ltr" else None
        return Table(rows=rows, head=head, direction=direction, span=_around(inner))

    def _cell(self, items: Sequence[Item], *, head: bool) -> Blocks:
        """The blocks of a cell; bold type in a table's head is the layout's business."""
        paras = [item for item in items if isinstance(item, Para)]
        texts = all(self._role(para).role in ("paragraph", "blank") for para in paras)
        if head and texts and len(paras) == len(items):
            return tuple(self._plain_paragraph(para) for para in paras if not para.empty)
        return self.blocks(items)

    def _takes_caption(self, item: Item | None) -> bool:
        if isinstance(item, Para):
            return self._role(item).role == "figure"
        return isinstance(item, Grid)

    def _with_caption(self, block: Block, para: Para) -> Block:
        if not isinstance(block, Figure | Table):
            return block
        identifier = block.id or self._identifiers(para)[0]
        return msgspec.structs.replace(
            block, caption=self.words(para, plain_type=True), id=identifier
        )

    def _loose_caption(self, para: Para) -> Block:
        inner = self.paragraph(para)
        return Aside(blocks=(inner,), role="caption", span=inner.span)


def _lacks_caption(made: Sequence[Block]) -> bool:
    last = made[-1] if made else None
    return isinstance(last, Figure | Table) and not last.caption


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    """A run as lines; a break inside marks stays where it is."""
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            yield tuple(line)
            line = []
        else:
            line.append(inline)
    yield tuple(line)


def _around(blocks: Sequence[Block]) -> Span | None:
    return _from_to([block.span for block in blocks if block.span])


def _from_to(spans: Sequence[Span]) -> Span | None:
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)
