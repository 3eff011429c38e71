"""Lines with roles to the blocks of a document, each word a slice of the edited source."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.document.addresses import ADDRESS, address_of
from publisher.document.nodes import (
    Aside,
    Block,
    Cell,
    Direction,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    InlineSpan,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
    ThematicBreak,
    Verse,
    VerseLine,
)
from publisher.document.text import plain
from publisher.sources.plain_text.captions import picture
from publisher.sources.plain_text.directions import first_strong
from publisher.sources.plain_text.headings import underline
from publisher.sources.plain_text.lists import Item, items_in
from publisher.sources.plain_text.quotes import passages
from publisher.sources.plain_text.sheet import Sheet
from publisher.sources.plain_text.tables import Cut, grid
from publisher.sources.reading import LineRole
from publisher.sources.source_map import SourceMap
from publisher.span import Span

_DEEPEST_LIST = 6
"""Levels of lists in lists; what stands further in is of the sixth."""

_INDENT_STEP = 4
"""Columns of one step of a verse line's indent."""


class Page(msgspec.Struct, frozen=True):
    """A sheet whose text has been edited: lines by their role become nodes."""

    sheet: Sheet
    source_map: SourceMap
    direction: Direction

    def words(self, lines: range) -> Inlines:
        """The text of these lines as inlines, with its addresses as links."""
        start = self.source_map.offset(self.sheet.lines[lines[0]].start)
        end = self.source_map.offset(self.sheet.lines[lines[-1]].end)
        return self.slice(start, end)

    def slice(self, start: int, end: int) -> Inlines:
        """Characters `start` to `end` of the edited text as inlines."""
        text = self.source_map.text[start:end]
        if not text:
            return ()
        if "@" not in text and "/" not in text and "www." not in text:
            return (self._text(start, end),)
        return tuple(self._with_links(text, start))

    def _with_links(self, text: str, start: int) -> Iterator[Inline]:
        position = 0
        for found in ADDRESS.finditer(text):
            if found.start() > position:
                yield self._text(start + position, start + found.start())
            leaf = self._text(start + found.start(), start + found.end())
            yield Link(href=address_of(found[0]), children=(leaf,), span=leaf.span)
            position = found.end()
        if position < len(text):
            yield self._text(start + position, start + len(text))

    def _text(self, start: int, end: int) -> Text:
        return Text(text=self.source_map.text[start:end], span=self.source_map.span(start, end))

    def paragraph(self, lines: range, opening: int = 0) -> Paragraph:
        """A paragraph; its first `opening` characters are a dateline."""
        children = self.words(lines)
        if opening:
            start = self.source_map.offset(self.sheet.lines[lines[0]].start)
            end = self.source_map.offset(self.sheet.lines[lines[-1]].end)
            leaf = self._text(start, start + opening)
            dateline = InlineSpan(role="dateline", children=(leaf,), span=leaf.span)
            children = (dateline, *self.slice(start + opening, end))
        span = children[0].span if len(children) == 1 else self.span(lines)
        return Paragraph(children=children, span=span, direction=self._direction(children))

    def _direction(self, children: Inlines) -> Direction | None:
        """The direction of a passage, where it is not the document's (UAX #9, P2)."""
        found = first_strong(plain(children))
        return found if found and found != self.direction else None

    def span(self, lines: range) -> Span:
        """Where these lines stand in the source."""
        start = self.source_map.offset(self.sheet.lines[lines[0]].start)
        end = self.source_map.offset(self.sheet.lines[lines[-1]].end)
        return self.source_map.span(start, end)


def blocks(page: Page, roles: Sequence[LineRole], opening: int) -> Iterator[Block]:
    """The blocks of the body, in order; the first paragraph opens with `opening` characters."""
    for role in roles:
        lines = range(role.first - 1, role.last)
        if role.role == "paragraph":
            yield page.paragraph(lines, opening)
            opening = 0
        elif role.role == "heading":
            yield _heading(page, lines)
        elif role.role == "list":
            yield _list(page, list(items_in(page.sheet, lines)))
        elif role.role == "quote":
            yield _quote(page, lines)
        elif role.role == "table":
            yield _table(page, lines)
        elif role.role == "verse":
            yield _verse(page, lines)
        elif role.role == "figure":
            yield _figure(page, lines)
        elif role.role == "separator":
            yield ThematicBreak(span=page.source_map.line_span(role.first))
        elif role.role in ("caption", "correction", "agency", "sources"):
            yield Aside(blocks=(page.paragraph(lines),), role=role.role, span=page.span(lines))


def _heading(page: Page, lines: range) -> Heading:
    marked = len(lines) > 1 and underline(page.sheet, lines[-1])
    second = marked and page.sheet.lines[lines[-1]].text[0] == "-"
    words = lines[:-1] if marked else lines
    return Heading(level=2 if second else 1, children=page.words(words), span=page.span(words))


def _list(page: Page, found: Sequence[Item], deep: int = 0) -> List:
    """A list of the items at the depth of the first; deeper ones are lists in the item before."""
    depth = found[0].indent
    nested: list[list[Item]] = []
    for item in found:
        if item.indent <= depth or not nested or deep == _DEEPEST_LIST:
            nested.append([item])
        else:
            nested[-1].append(item)
    groups = {page.sheet.group_of[item.lines.start] for item in found}
    numbered = found[0].kind != "bullet"
    return List(
        items=tuple(_item(page, inner, deep) for inner in nested),
        ordered=numbered,
        start=found[0].number if numbered else 1,
        tight=len(groups) == 1,
        span=page.span(range(found[0].lines.start, found[-1].lines.stop)),
    )


def _item(page: Page, inner: Sequence[Item], deep: int) -> ListItem:
    below = (_list(page, inner[1:], deep + 1),) if len(inner) > 1 else ()
    return ListItem(blocks=(page.paragraph(inner[0].lines), *below))


def _quote(page: Page, lines: range) -> Quote:
    inner = tuple(page.paragraph(passage) for passage in passages(page.sheet, lines))
    return Quote(blocks=inner, span=page.span(lines))


def _table(page: Page, lines: range) -> Block:
    found = grid(page.sheet, lines[0], lines[-1])
    if found is None:  # said to be a table beside the text, and in no columns
        return page.paragraph(lines)
    rows = tuple(
        tuple(_cell(page, at, cut, head=number < found.head) for cut in cells)
        for number, (at, cells) in enumerate(found.rows.items())
    )
    return Table(rows=rows, head=found.head, alignments=found.alignments, span=page.span(lines))


def _cell(page: Page, at: int, cut: Cut, *, head: bool) -> Cell:
    line = page.sheet.lines[at]
    offset = page.source_map.offset
    words = page.slice(offset(line.start + cut.start), offset(line.start + cut.end))
    inner = (Paragraph(children=words, span=words[0].span),) if words else ()
    return Cell(blocks=inner, header=head)


def _verse(page: Page, lines: range) -> Verse:
    margin = min(page.sheet.lines[at].indent for at in lines)
    stanza = tuple(
        VerseLine(
            children=page.words(range(at, at + 1)),
            indent=(page.sheet.lines[at].indent - margin) // _INDENT_STEP,
        )
        for at in lines
    )
    return Verse(stanzas=(stanza,), span=page.span(lines))


def _figure(page: Page, lines: range) -> Block:
    found = picture(page.sheet.lines[lines[0]].text)
    span = page.source_map.line_span(lines[0] + 1)
    if found is None:  # said to be a figure beside the text, and names no file
        return page.paragraph(lines)
    image = Image(src=found.src, alt=None, span=span)
    return Figure(images=(image,), caption=page.words(lines), span=span)
