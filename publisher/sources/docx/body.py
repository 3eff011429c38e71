"""The blocks of a story in order (ECMA-376 part 1, 17.2 and 17.4): paragraphs, tables, boxes.

Input: an element that holds blocks. Output: items, each paragraph on a line of the manuscript.
"""

import re
from collections.abc import Iterator
from itertools import chain

from publisher.document.nodes import Text
from publisher.sources.docx.desk import Desk
from publisher.sources.docx.items import Box, Grid, GridCell, Item, Para, paragraphs
from publisher.sources.docx.marks import chosen, level_of
from publisher.sources.docx.names import (
    COMPATIBILITY,
    Element,
    child,
    m,
    number,
    switch,
    value,
    w,
)
from publisher.sources.docx.numbering import Numbering, Place
from publisher.sources.docx.pieces import Pieces, trimmed
from publisher.sources.docx.story import Story
from publisher.sources.docx.styles import Role, numbered

_WRAPPERS = set(map(w, ("customXml", "smartTag", "ins", "moveTo", "sdtContent")))
_ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
_MOST_COLUMNS = 200
_HEADINGS = 9
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,8}")
_FIRST_ROW = 0x20
"""The bit of `w:tblLook` for the first row (17.4.55)."""


class Body:
    """Reads the blocks of one part."""

    def __init__(self, story: Story, desk: Desk, numbering: Numbering) -> None:
        self._story = story
        self._desk = desk
        self._numbering = numbering
        self._carried: tuple[int, Pieces] | None = None

    def whole(self, container: Element) -> Iterator[Item]:
        """The blocks in `container`, in order, and what was left open at its end."""
        outer, self._carried = self._carried, None
        yield from self.items(container)
        yield from self._open_end()
        self._carried = outer

    def _open_end(self) -> Iterator[Item]:
        """The paragraph whose end is deleted, where no paragraph follows that it could join."""
        if self._carried:
            line, pieces = self._carried
            self._carried = None
            yield Para(line=line, pieces=trimmed(pieces, self._desk.manuscript))
            yield from self._boxes()

    def items(self, container: Element) -> Iterator[Item]:
        """The blocks in `container`, in order; a text box comes after its paragraph."""
        for inner in container:
            if inner.tag == w("p"):
                yield from self._paragraph(inner)
            elif inner.tag == w("tbl"):
                yield from self._open_end()
                yield self._table(inner)
            elif inner.tag == w("sdt"):
                yield from self._content_control(inner)
            elif inner.tag == _ALTERNATE:
                yield from self.items(chosen(inner))
            elif inner.tag == w("altChunk"):
                self._desk.find("DOC014", what="a passage in another format")
            elif inner.tag == w("bookmarkStart"):
                tuple(self._story.pieces_of(inner))
            elif inner.tag in (m("oMathPara"), m("oMath")):
                yield from self._open_end()
                yield self._formula(inner)
            elif inner.tag in _WRAPPERS:
                yield from self.items(inner)

    def _content_control(self, control: Element) -> Iterator[Item]:
        content = child(control, "sdtContent")
        if content is None:
            return
        if switch(child(control, "sdtPr"), "showingPlcHdr"):
            self._story.prompt(content)
            return
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
        before = self._story.made
        self._story.made = before or gallery == "Table of Contents"
        yield from self.items(content)
        self._story.made = before

    def _formula(self, element: Element) -> Para:
        line = self._desk.manuscript.open_line()
        return Para(line=line, pieces=tuple(self._story.pieces_of(element)))

    # --- paragraphs -------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element) -> Iterator[Item]:
        """The paragraph, then its boxes; nothing yet where its end is deleted (17.13.5.15)."""
        line, before = self._carried or (self._desk.manuscript.open_line(), ())
        self._carried = None
        properties = child(paragraph, "pPr")
        styles = self._desk.styles
        style = value(properties, "pStyle") or styles.default
        made = self._story.in_list
        base = styles.look(style).over(styles.base)
        pieces = (*before, *self._story.pieces(paragraph, base))
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._carried = (line, pieces)
            return
        yield self._finished(line, pieces, paragraph, made=made or self._story.in_list)
        yield from self._boxes()

    def _finished(self, line: int, pieces: Pieces, paragraph: Element, *, made: bool) -> Para:
        properties = child(paragraph, "pPr")
        styles, story = self._desk.styles, self._story
        style = value(properties, "pStyle") or styles.default
        outline = level_of(paragraph)
        role = styles.role(style)
        if role is None and outline is not None and outline < _HEADINGS:
            role = Role("heading", outline + 1)
        anchors, story.anchors = tuple(story.anchors), []
        rule, story.rule = story.rule, False
        return Para(
            line=line,
            pieces=trimmed(pieces, self._desk.manuscript),
            style=style,
            role=role,
            place=None if role and role.role == "heading" else self._place(properties, style),
            centred=value(properties, "jc") == "center",
            rtl=bool(switch(properties, "bidi")),
            rule=rule or _ruled(properties),
            made=made or bool(role and role.role == "toc"),
            anchors=anchors,
        )

    def _boxes(self) -> Iterator[Item]:
        boxes, self._story.boxes = self._story.boxes, []
        for box in boxes:
            yield Box(tuple(self.whole(box)))

    def _place(self, properties: Element | None, style: str | None) -> Place | None:
        """The paragraph's place in a list: as it says itself, by its style, by its style's name."""
        said = numbered(properties)
        by_style = self._desk.styles.numbering(style)
        list_, level = said or by_style or (None, 0)
        if said and not list_ and by_style:
            list_ = by_style[0]
        role = self._desk.styles.role(style)
        named = role if role and role.role in ("bullets", "numbers") else None
        if list_:
            # "List Bullet 2" is a list of its own in Word's templates, and means a second level.
            level = max(level, named.level - 1) if named and not said else level
            return self._numbering.place(list_, level, None if said else style)
        return self._numbering.by_name(named.role == "numbers", named.level - 1) if named else None

    # --- tables -----------------------------------------------------------------------------

    def _table(self, table: Element) -> Grid:
        rows: list[list[_Open]] = []
        above: dict[int, _Open] = {}
        heads = 0
        for row in _rows(table):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            if switch(properties, "tblHeader") and heads == len(rows):
                heads += 1
            rows.append(self._row(row, above))
        cells = tuple(tuple(cell.closed() for cell in row) for row in rows)
        head, reason = heads, "its rows are marked as its head"
        if not heads:
            head, reason = self._head_by_looks(table, cells)
        rtl = bool(switch(child(table, "tblPr"), "bidiVisual"))
        return Grid(rows=cells, head=min(head, len(cells)), reason=reason if head else "", rtl=rtl)

    def _row(self, row: Element, above: dict[int, "_Open"]) -> list["_Open"]:
        """The cells that begin in a row; `above` holds those that reach down, by column."""
        properties = child(row, "trPr")
        column = min(number(value(properties, "gridBefore")), _MOST_COLUMNS)
        found: list[_Open] = [_Open((), column, 1)] if column else []
        below: dict[int, _Open] = {}
        for cell in _through(row, "tc"):
            said = child(cell, "tcPr")
            if child(said, "cellDel") is not None:
                continue
            width = max(1, min(number(value(said, "gridSpan"), 1), _MOST_COLUMNS))
            merge = child(said, "vMerge")
            items = tuple(self.whole(cell))
            upper = above.get(column) if merge is not None else None
            if merge is not None and merge.get(w("val"), "continue") == "continue" and upper:
                upper.grow(items)
                below[column] = upper
            else:
                opened = _Open(items, width, 1)
                found.append(opened)
                if merge is not None:
                    below[column] = opened
            column += width
        after = min(number(value(properties, "gridAfter")), _MOST_COLUMNS)
        if after:
            found.append(_Open((), after, 1))
        above.clear()
        above.update(below)
        return found

    def _head_by_looks(
        self, table: Element, rows: tuple[tuple[GridCell, ...], ...]
    ) -> tuple[int, str]:
        if len(rows) < 2:
            return 0, ""
        said = child(table, "tblPr", "tblLook")
        bits = _bits(said.get(w("val"), "")) if said is not None else 0
        first = said is not None and (said.get(w("firstRow")) == "1" or bool(bits & _FIRST_ROW))
        if first and self._desk.styles.head_row(value(table, "tblPr", "tblStyle")):
            return 1, "its style sets the first row apart"
        if _bold(rows[0]) and not all(map(_bold, rows[1:])):
            return 1, "its first row alone is bold"
        return 0, ""


class _Open:
    """A cell that may still reach into further rows."""

    def __init__(self, items: tuple[Item, ...], colspan: int, rowspan: int) -> None:
        self.items, self.colspan, self.rowspan = items, colspan, rowspan

    def grow(self, items: tuple[Item, ...]) -> None:
        """One row more; what stands there after all is kept."""
        self.rowspan += 1
        self.items += tuple(item for item in items if not isinstance(item, Para) or not item.empty)

    def closed(self) -> GridCell:
        return GridCell(self.items, self.colspan, self.rowspan)


def _bits(written: str) -> int:
    """A number in hexadecimal digits (ST_ShortHexNumber, 22.9.2.16); 0 where it is none."""
    return int(written, 16) if _HEXADECIMAL.fullmatch(written) else 0


def _rows(table: Element) -> Iterator[Element]:
    return _through(table, "tr")


def _through(container: Element, name: str) -> Iterator[Element]:
    """The children of that name, also where something is wrapped around them."""
    for inner in container:
        if inner.tag == w(name):
            yield inner
        elif inner.tag == w("sdt"):
            content = child(inner, "sdtContent")
            yield from _through(content, name) if content is not None else ()
        elif inner.tag in _WRAPPERS:
            yield from _through(inner, name)


def _bold(row: tuple[GridCell, ...]) -> bool:
    cells = chain.from_iterable(cell.items for cell in row)
    texts = [
        piece
        for para in paragraphs(tuple(cells))
        for piece in para.pieces
        if isinstance(piece.leaf, Text) and piece.leaf.text.strip()
    ]
    return bool(texts) and all(piece.look.bold for piece in texts)


def _ruled(properties: Element | None) -> bool:
    """Whether a line is drawn above or below: "---" becomes such a one as it is typed."""
    borders = child(properties, "pBdr")
    lines = (value(borders, "bottom"), value(borders, "top"))
    return any(line and line not in ("nil", "none") for line in lines)
