"""A content document of an EPUB to blocks (EPUB 3.3, 6.1; HTML Living Standard, 15.3)."""

import re
from urllib.parse import urlsplit

import msgspec
from lxml import etree

from publisher.checks.parity.builder import Builder, FrameKind, RawLink
from publisher.checks.parity.content import Place
from publisher.checks.parity.normal import normal
from publisher.sources.epub.container import resolve

_TYPE = "{http://www.idpf.org/2007/ops}type"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HREF = "{http://www.w3.org/1999/xlink}href"
_FRAMES: dict[str, FrameKind] = {
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "pre": "code",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    **dict.fromkeys(
        """address article aside blockquote body center details div dl fieldset figure footer form
        header hgroup hr main menu nav ol p section summary tbody tfoot thead ul""".split(),
        "passage",
    ),
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset("head iframe noscript script style template title datalist".split())
_SOUND = frozenset(("audio", "video", "canvas", "object", "embed"))
_CODE = frozenset(("code", "kbd", "samp"))
_NOTES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
_AROUND_NOTES = frozenset(("footnotes", "endnotes", "rearnotes", "doc-endnotes"))
_INDEXES = frozenset(("index", "doc-index"))
_APART = frozenset(("toc", "landmarks", "page-list", "doc-toc", "doc-pagelist"))
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Page(msgspec.Struct, frozen=True):
    """The body of a content document: `path` in the archive, `file` as places name it."""

    body: etree._Element
    path: str
    file: str
    language: str
    apart: bool


def read_page(page: Page, builder: Builder, anchors: dict[str, int]) -> None:
    """Adds the blocks of a page to `builder`, and its ids, as PATH#ID, to `anchors`."""
    reader = _Reader(page, builder, anchors)
    anchors.setdefault(page.path, builder.next)
    with builder.frame("apart" if page.apart else "passage", Place(page.file)):
        reader.visit(page.body, page.language)


class _Reader:
    def __init__(self, page: Page, builder: Builder, anchors: dict[str, int]) -> None:
        self._page = page
        self._builder = builder
        self._anchors = anchors

    def visit(self, element: etree._Element, outer: str) -> None:
        """Adds an element; elements are at most as deep in one another as `parse_xml` lets them."""
        name = _local(element)
        if name in _UNSEEN or element.get("hidden") is not None:
            return
        if element.get("aria-hidden") == "true":
            return
        language = str(element.get(_XML_LANGUAGE) or element.get("lang") or outer)
        place = self._place(element)
        kind = self._frame(name, element)
        if kind is None:
            self._anchor(element)
            self._inline(element, name, language)
            return
        heads = int(name == "th") if kind == "cell" else _HEADINGS.get(name, 0)
        with self._builder.frame(kind, place, level=heads):
            self._anchor(element)
            self._children(element, language)

    def _frame(self, name: str, element: etree._Element) -> FrameKind | None:
        kinds = _kinds(element)
        if kinds & _NOTES or (name == "li" and _is_endnote(element)):
            return "note"
        if kinds & _APART:
            return "apart"
        if kinds & _INDEXES:
            return "index"
        return "heading" if name in _HEADINGS else _FRAMES.get(name)

    def _anchor(self, element: etree._Element) -> None:
        for attribute in ("id", "name"):
            if value := element.get(attribute):
                self._anchors.setdefault(f"{self._page.path}#{value}", self._builder.next)

    def _children(self, element: etree._Element, language: str) -> None:
        self._text(element.text, element, language)
        for child in element:
            if isinstance(child.tag, str):
                self.visit(child, language)
            self._text(child.tail, element, language)

    def _inline(self, element: etree._Element, name: str, language: str) -> None:
        builder = self._builder
        if name == "br":
            self._text(" ", element, language)
        elif name == "img" and element.get("role") == "math":
            words = _words(element.get("alt"))
            builder.object("formula", words, self._place(element), language)
        elif name == "img":
            self._picture(element.get("alt"), element, language)
        elif name == "math":
            words = element.get("alttext") or " ".join(map(str, element.itertext()))
            builder.object("formula", _words(words), self._place(element), language)
        elif name == "svg":
            self._drawing(element, language)
        elif name in _SOUND:
            self._picture(element.get("aria-label") or element.get("title"), element, language)
        elif name == "a" and builder.link is None and (href := element.get("href")):
            builder.link = self._link(str(href))
            self._children(element, language)
            builder.link = None
        elif name in _CODE and not builder.code:
            builder.code = True
            self._children(element, language)
            builder.code = False
        else:
            self._children(element, language)

    def _drawing(self, element: etree._Element, language: str) -> None:
        """A drawing with the words that stand for it; one picture in a frame is that picture."""
        titles = (str(one.text or "") for one in element.iter("{*}title"))
        words = element.get("aria-label") or next(titles, None)
        pictures = any(one.get(_HREF) or one.get("href") for one in element.iter("{*}image"))
        if words or pictures or element.get("role") == "img":
            self._picture(words, element, language)

    def _picture(self, words: str | None, element: etree._Element, language: str) -> None:
        """A picture; one without meaning has words, and they are empty (HTML, 4.8.4.4.4)."""
        if words != "" and element.get("role") not in ("presentation", "none"):
            self._builder.object("figure", _words(words), self._place(element), language)

    def _link(self, href: str) -> RawLink:
        if _OUTSIDE.match(href):
            return RawLink(href)
        path = resolve(self._page.path, href)
        fragment = urlsplit(href).fragment
        return RawLink(None, f"{path}#{fragment}" if fragment else path)

    def _text(self, text: str | None, element: etree._Element, language: str) -> None:
        if text:
            self._builder.text(normal(text), self._place(element), language)

    def _place(self, element: etree._Element) -> Place:
        line = element.sourceline if isinstance(element.sourceline, int) else 1
        return Place(self._page.file, line)


def _kinds(element: etree._Element) -> set[str]:
    """What an element says that it is, by its type and its role."""
    return {*str(element.get(_TYPE) or "").split(), *str(element.get("role") or "").split()}


def _is_endnote(item: etree._Element) -> bool:
    """Whether an item of a list is a note: the type of endnotes alone is deprecated (SSV 1.1)."""
    around = item.getparent()
    parent = around.getparent() if around is not None else None
    return bool(item.get("id")) and parent is not None and bool(_kinds(parent) & _AROUND_NOTES)


def _words(text: object) -> str | None:
    return normal(str(text)).strip() if text else None


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
