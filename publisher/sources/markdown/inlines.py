"""The tokens of a run to inlines, each with its place."""

import re
from typing import Any

import msgspec
from markdown_it.token import Token

from publisher.document.nodes import (
    Cite,
    CrossRef,
    Emphasis,
    Inline,
    InlineCode,
    InlineMath,
    Inlines,
    InlineSpan,
    LineBreak,
    NoteRef,
    Paragraph,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.document.slugs import valid_id
from publisher.sources.markdown.addresses import image, inside, is_relative, link
from publisher.sources.markdown.attributes import Attributes
from publisher.sources.markdown.bearers import with_attributes
from publisher.sources.markdown.citations import (
    citation_pieces,
    narrative_citation,
    without_controls,
)
from publisher.sources.markdown.index_marks import latex_mark
from publisher.sources.markdown.limits import TooManyError
from publisher.sources.markdown.page import Page
from publisher.sources.markdown.parser import parser
from publisher.sources.markdown.places import Segments
from publisher.sources.markdown.spans import span_nodes
from publisher.sources.markdown.text_buffer import TextBuffer

DEEPEST = 40
"""Emphases within one another; more are left out, their words kept."""

_MARKUP = re.compile(r"[]\n!$&*<@[\\^_`{~]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^>]*?(/?)>", re.DOTALL)
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"))


def inlines(page: Page, content: str, segments: Segments) -> Inlines:
    """The inlines of `content`, whose characters stand where `segments` says."""
    if not page.abbreviations and not _MARKUP.search(content):
        words = page.words(content, segments, 0)
        span = page.span(segments.at(0), segments.end(0, len(content)))
        return (Text(text=words, span=span),) if words else ()
    tokens: list[Token] = []
    try:
        parser().inline.parse(content, parser(), page.env, tokens)
    except TooManyError as failure:
        raise TooManyError(segments.at(failure.offset)) from failure
    return _Builder(page, content, segments).build(tokens)


class _Frame:
    """A node that is not closed yet: its token, and what it holds so far."""

    __slots__ = ("children", "name", "token")

    def __init__(self, token: Token | None, name: str, children: list[Inline]) -> None:
        self.token = token
        self.name = name
        self.children = children


class _Builder:
    """One pass over the tokens of a run."""

    def __init__(self, page: Page, content: str, segments: Segments) -> None:
        self._page = page
        self._content = content
        self._segments = segments
        self._text = TextBuffer(page, content, segments)
        self._frames = [_Frame(None, "", [])]
        self._too_deep = False

    def build(self, tokens: list[Token]) -> Inlines:
        """The inlines that the tokens stand for."""
        for token in tokens:
            if token.type == "text" and not token.content:
                continue  # half of a mark of strong emphasis
            start, end = token.map or (self._text.last, self._text.last)
            if token.nesting > 0:
                self._open(token)
            elif token.nesting < 0:
                self._close(token, end)
            elif token.type == "text":
                self._text.add(token.content, start, end)
            elif token.type == "text_special":
                self._special(token, start, end)
            elif token.type == "softbreak":
                self._text.soft_break(end)
            elif token.type == "html_inline":
                self._html(token, start, end)
            else:
                self._leaf(token, start, end)
            self._text.last = max(self._text.last, end)
        self._flush()
        while len(self._frames) > 1:
            self._dissolve()
        return tuple(self._frames[0].children)

    def _special(self, token: Token, start: int, end: int) -> None:
        if token.info == "escape":
            self._text.escape(token.content, start, end)
        else:
            self._text.replace(self._page.clean(token.content), start, end, "character-reference")

    def _flush(self) -> None:
        self._frames[-1].children += self._text.flush()

    def _place(self, start: int, end: int) -> dict[str, Any]:
        segments = self._segments
        return {"span": self._page.span(segments.at(start), segments.end(start, end))}

    def _open(self, token: Token) -> None:
        self._flush()
        if len(self._frames) > DEEPEST:
            if not self._too_deep and token.map:
                self._page.report("MKD004", self._place(*token.map)["span"], deepest=DEEPEST)
            self._too_deep = True
            children = self._frames[-1].children
        else:
            children = []
        self._frames.append(_Frame(token, token.type, children))

    def _close(self, token: Token, end: int) -> None:
        self._flush()
        while self._frames[-1].name == "html":
            self._dissolve()
        frame = self._frames.pop()
        opener = frame.token
        parent = self._frames[-1].children
        if opener is None or opener.map is None or frame.children is parent:
            return
        start = opener.map[0] - (opener.type == "strong_open")
        end += token.type == "strong_close"
        self._text.last = end
        parent += self._wrapped(opener, tuple(frame.children), start, end)

    def _wrapped(self, opener: Token, children: Inlines, start: int, end: int) -> Inlines:
        place = self._place(start, end)
        kind = opener.type
        if kind == "em_open":
            return (Emphasis(children=children, **place),)
        if kind == "strong_open":
            return (Strong(children=children, **place),)
        if kind == "s_open":
            return (InlineSpan(children=children, role="deleted", **place),)
        if kind == "span_open":
            given: Attributes = opener.meta["attributes"]
            return span_nodes(self._page, children, given, place["span"])
        if kind == "note_open":
            return self._note(children, place["span"])
        href = str(opener.attrs["href"])
        if not children and href.strip("#") and is_relative(href):
            target = inside(href).removeprefix("#")
            return (CrossRef(target=target, form="title", **place),)
        title = opener.attrs.get("title")
        return link(self._page, href, str(title) if title else None, children, place["span"])

    def _note(self, children: Inlines, span: Any) -> Inlines:
        if self._page.in_note:
            self._page.report("MKD023", span, name="^[…]")
            return children
        name = self._page.inline_note((Paragraph(children=children, span=span),))
        return (NoteRef(note=name, span=span),)

    def _leaf(self, token: Token, start: int, end: int) -> None:
        if token.type == "missing_note" or (token.type == "note_call" and self._page.in_note):
            code = "MKD020" if token.type == "missing_note" else "MKD023"
            self._page.report(code, self._place(start, end)["span"], name=token.content)
            self._text.add(self._content[start:end], start, end)
            return
        self._flush()
        children = self._frames[-1].children
        if token.type == "attributes":
            with_attributes(self._page, children, token.meta["attributes"])
        elif token.type == "citation":
            for piece, first, last in citation_pieces(token.meta["entries"], token.meta["start"]):
                if isinstance(piece, str):
                    self._text.add(piece, first, last)
                    self._flush()
                else:
                    place = self._place(first, last)["span"]
                    children.append(self._cleaned(piece, place, first, last))
        else:
            children.append(self._simple(token, start, end))

    def _cleaned(self, node: Inline, place: Any, start: int, end: int) -> Inline:
        """A citation or reference with its place, without characters that no book can hold."""
        if isinstance(node, Cite):
            first, last = self._segments.at(start), self._segments.end(start, end)
            self._page.code("", first, last)
            node = without_controls(node, self._page.clean)
        return msgspec.structs.replace(node, span=place)

    def _simple(self, token: Token, start: int, end: int) -> Inline:
        place = self._place(start, end)
        words, kind = token.content, token.type
        first, last = self._segments.at(start), self._segments.end(start, end)
        if kind == "hardbreak":
            return LineBreak(**place)
        if kind in ("superscript", "subscript"):
            words = self._page.words(words, self._segments, start + 1)
            inner = (Text(text=words, **self._place(start + 1, end - 1)),)
            return (Superscript if kind == "superscript" else Subscript)(children=inner, **place)
        words = self._page.code(words, first, last)
        if kind == "code_inline":
            return InlineCode(text=words, **place)
        if kind == "math_inline":
            return InlineMath(text=words, **place)
        if kind == "note_call":
            self._page.calls.append(token.content)
            return NoteRef(note=token.content, **place)
        if kind == "cross_reference":
            return CrossRef(target=valid_id(token.content), **place)
        if kind == "narrative_citation":
            cite = narrative_citation(token.meta["key"], token.meta["words"])
            return self._cleaned(cite, place["span"], start, end)
        if kind == "index_entry":
            return latex_mark(self._page, words, place["span"])
        title = token.attrs.get("title")
        return image(
            self._page,
            str(token.attrs["src"]),
            self._page.clean(_alternative(token.children or [])),
            self._page.clean(str(title)) if title else None,
            place["span"],
        )

    def _html(self, token: Token, start: int, end: int) -> None:
        self._flush()
        found = _TAG.fullmatch(token.content)
        if not found or found[3] or found[2].lower() in _VOID:
            place = self._place(start, end)["span"]
            self._frames[-1].children += self._page.html_inline(
                self._page, token.content, None, "", place
            )
        elif not found[1]:
            if len(self._frames) <= DEEPEST:
                token.map = [start, end]
                self._frames.append(_Frame(token, "html", []))
                self._frames[-1].name = "html"
        else:
            self._close_html(found[2].lower(), token.content, start, end)

    def _close_html(self, name: str, markup: str, start: int, end: int) -> None:
        depth = len(self._frames) - 1
        while self._frames[depth].name == "html" and _name(self._frames[depth]) != name:
            depth -= 1
        if self._frames[depth].name != "html":  # it closes nothing
            place = self._place(start, end)["span"]
            self._frames[-1].children += self._page.html_inline(self._page, markup, None, "", place)
            return
        while len(self._frames) - 1 > depth:
            self._dissolve()
        frame = self._frames.pop()
        assert frame.token
        assert frame.token.map
        place = self._place(frame.token.map[0], end)["span"]
        self._frames[-1].children += self._page.html_inline(
            self._page, frame.token.content, tuple(frame.children), markup, place
        )

    def _dissolve(self) -> None:
        """Takes a start tag without an end tag for what it is by itself."""
        frame = self._frames.pop()
        parent = self._frames[-1].children
        if frame.name == "html" and frame.token and frame.token.map:
            place = self._place(*frame.token.map)["span"]
            parent += self._page.html_inline(self._page, frame.token.content, None, "", place)
        if frame.children is not parent:
            parent += frame.children


def _name(frame: _Frame) -> str:
    found = _TAG.fullmatch(frame.token.content) if frame.token else None
    return found[2].lower() if found else ""


def _alternative(tokens: list[Token]) -> str:
    """The words of a picture's brackets, without their markup (CommonMark 0.31.2, 6.4)."""
    return "".join(
        _alternative(token.children or [])
        if token.type == "image"
        else "\n"
        if token.type in ("softbreak", "hardbreak")
        else token.content
        for token in tokens
        if token.type not in ("html_inline", "index_entry")
    )
