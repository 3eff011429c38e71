"""The tokens of a document to blocks, each with its place."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from markdown_it.token import Token

from publisher.document.nodes import (
    Aside,
    Block,
    Blocks,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Table,
    ThematicBreak,
    Verse,
    VerseLine,
)
from publisher.document.text import plain
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.boxes import box
from publisher.sources.markdown.code import fence, indented_code
from publisher.sources.markdown.figures import lone_figure
from publisher.sources.markdown.inlines import inlines
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.places import by_lines
from publisher.sources.markdown.quotes import attributed, quotation
from publisher.sources.markdown.roles import paragraph, with_attributes
from publisher.sources.markdown.runs import run, run_behind, run_with_attributes
from publisher.sources.markdown.tables import table
from publisher.span import Span

_NO_ATTRIBUTES = Attributes()
_Captioned = TypeVar("_Captioned", CodeBlock, Table)
_CAPTION = {CodeBlock: re.compile(r"(?:Listing)?: ?"), Table: re.compile(r"(?:Table)?: ?")}
"""How a caption begins; the word is markup, whatever the language."""


class BlockReader:
    """One pass over the tokens of a document; blocks within blocks are read by recursion."""

    def __init__(self, page: Page, tokens: list[Token]) -> None:
        self._page = page
        self._tokens = tokens
        self._at = 0
        self._loose = False
        self._waiting = _NO_ATTRIBUTES
        self._waiting_span: Span | None = None

    def read(self, stop: str = "") -> Blocks:
        """The blocks up to the token of the type `stop`, which is passed; by default, all."""
        blocks: list[Block] = []
        loose = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == stop:
                break
            loose = loose or (token.type == "paragraph_open" and not token.hidden)
            given, self._waiting = self._waiting, _NO_ATTRIBUTES
            made = _READERS[token.type](self, token)
            blocks += self._given(made, given) if given is not _NO_ATTRIBUTES else made
        self._loose = loose
        self._give_up()
        return tuple(blocks)

    def _give_up(self) -> None:
        """Reports attributes on a line that has no block below it."""
        given, self._waiting = self._waiting, _NO_ATTRIBUTES
        what = [*(f"#{name}" for name in (given.id,) if name), *given.without_effect()]
        for lost in what or [f"{key}={given.values[key]}" for key in given.values]:
            self._page.report("MKD013", self._waiting_span, what=lost)

    def _given(self, made: Blocks, given: Attributes) -> Blocks:
        """`made`, its first block with the attributes that stood on the line above it."""
        if not made:
            self._waiting = given
            return made
        return (with_attributes(self._page, made[0], given), *made[1:])

    def _place(self, token: Token) -> dict[str, Any]:
        start, end = token.map or (0, 0)
        return {"span": self._page.span(start, end)}

    def _inline(self) -> Token:
        """The token with the inlines of the block that was opened; the block's end is passed."""
        self._at += 2
        return self._tokens[self._at - 2]

    def _paragraph(self, token: Token) -> Blocks:
        place = self._place(token)
        children = run(self._page, self._inline())
        if figure := lone_figure(self._page, children, place["span"]):
            return (figure,)
        return (paragraph(Paragraph(children=children, **place)),) if children else ()

    def _heading(self, token: Token) -> Blocks:
        place = self._place(token)
        children, given = run_with_attributes(self._page, self._inline())
        fields = self._page.fields(given, place["span"])
        if "id" not in fields:
            fields["id"] = self._page.anchors.for_heading(plain(children))
        return (Heading(level=int(token.tag[1]), children=children, **place, **fields),)

    def _list(self, token: Token) -> Blocks:
        items: list[ListItem] = []
        closing = token.type.replace("open", "close")
        tight = True
        while (item := self._tokens[self._at]).type != closing:
            self._at += 1
            blocks = self.read("list_item_close")
            tight = tight and not self._loose
            items.append(ListItem(blocks=blocks, checked=item.meta.get("checked")))
        self._at += 1
        ordered = token.tag == "ol"
        start = int(token.attrs.get("start", 1))
        place = self._place(token)
        return (List(items=tuple(items), ordered=ordered, start=start, tight=tight, **place),)

    def _definition_list(self, token: Token) -> Blocks:
        items: list[Definition] = []
        while self._tokens[self._at].type != "dl_close":
            self._at += 1
            term = run(self._page, self._inline())
            definitions: list[Blocks] = []
            while self._tokens[self._at].type == "dd_open":
                self._at += 1
                definitions.append(self.read("dd_close"))
            items.append(Definition(term, tuple(definitions)))
        self._at += 1
        return (DefinitionList(items=tuple(items), **self._place(token)),)

    def _quote(self, token: Token) -> Blocks:
        place = self._place(token)
        return (quotation(self.read("blockquote_close"), place["span"]),)

    def _alert(self, token: Token) -> Blocks:
        self._at += 3  # the title that markdown-it makes up
        role, place = token.info.lower(), self._place(token)
        return (Aside(blocks=self.read("alert_close"), role=role, **place),)

    def _container(self, token: Token) -> Blocks:
        given: Attributes = token.meta["attributes"]
        place = self._place(token)
        if not token.meta["closed"]:
            self._page.report("MKD015", place["span"], name=" ".join(given.classes))
        return box(self._page, given, self.read("container_close"), place["span"])

    def _verse(self, token: Token) -> Blocks:
        stanzas: list[list[VerseLine]] = [[]]
        for entry in token.meta["lines"]:
            if entry is None:
                stanzas.append([])
                continue
            content, marks, indent = entry
            children = inlines(self._page, content, by_lines(content, marks))
            stanzas[-1].append(VerseLine(children=children, indent=indent))
        filled = tuple(tuple(stanza) for stanza in stanzas if stanza)
        return (attributed(Verse(stanzas=filled, **self._place(token))),) if filled else ()

    def _table(self, token: Token) -> Blocks:
        start = self._at
        while self._tokens[self._at].type != "table_close":
            self._at += 1
        self._at += 1
        place = self._place(token)
        made = table(self._page, self._tokens[start : self._at], place["span"])
        return (self._with_caption(made),)

    def _with_caption(self, made: _Captioned) -> _Captioned:
        following = self._tokens[self._at : self._at + 2]
        if not following or following[0].type != "paragraph_open":
            return made
        mark = _CAPTION[type(made)].match(following[1].content)
        if not mark:
            return made
        self._at += 1
        caption, given = run_behind(self._page, self._inline(), mark.end())
        fields = self._page.fields(given, made.span)
        return msgspec.structs.replace(made, caption=caption or made.caption, **fields)

    def _fence(self, token: Token) -> Blocks:
        return (self._with_caption(fence(self._page, token)),)

    def _code(self, token: Token) -> Blocks:
        return (self._with_caption(indented_code(self._page, token)),)

    def _math(self, token: Token) -> Blocks:
        place = self._place(token)
        given: Attributes = token.meta["attributes"] or _NO_ATTRIBUTES
        fields = self._page.fields(given, place["span"])
        return (MathBlock(text=self._page.clean(token.content), **place, **fields),)

    def _break(self, token: Token) -> Blocks:
        return (ThematicBreak(**self._place(token)),)

    def _html(self, token: Token) -> Blocks:
        start, end = token.map or (0, 0)
        return self._page.html_block(self._page, token.content, start, end)

    def _note(self, token: Token) -> Blocks:
        name, page = token.meta["label"], self._page
        outer, page.in_note = page.in_note, True
        blocks = self.read("footnote_reference_close")
        page.in_note = outer
        if name in page.notes:
            page.report("MKD021", self._place(token)["span"], name=name)
        else:
            page.notes[name] = blocks
        return ()

    def _attributes(self, token: Token) -> Blocks:
        self._waiting = token.meta["attributes"]
        self._waiting_span = self._place(token)["span"]
        return ()


Reader = Callable[[BlockReader, Token], Blocks]

_READERS: dict[str, Reader] = {
    "alert_open": BlockReader._alert,
    "block_attributes": BlockReader._attributes,
    "blockquote_open": BlockReader._quote,
    "bullet_list_open": BlockReader._list,
    "code_block": BlockReader._code,
    "container_open": BlockReader._container,
    "dl_open": BlockReader._definition_list,
    "fence": BlockReader._fence,
    "footnote_reference_open": BlockReader._note,
    "heading_open": BlockReader._heading,
    "hr": BlockReader._break,
    "html_block": BlockReader._html,
    "math_block": BlockReader._math,
    "ordered_list_open": BlockReader._list,
    "paragraph_open": BlockReader._paragraph,
    "table_open": BlockReader._table,
    "verse": BlockReader._verse,
}
