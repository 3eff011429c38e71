"""A NewsML-G2 news item: its metadata, and its content in NITF, XHTML or plain text."""

from typing import Any

import msgspec
from lxml import etree

from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Meta
from publisher.document.nodes import Blocks, Figure, Image
from publisher.document.text import plain
from publisher.sources.news.bodies import Body, Setting, by_line, html_body, plain_body, tree_body
from publisher.sources.news.dateline import with_dateline
from publisher.sources.news.elements import (
    LANGUAGE,
    Record,
    attribute,
    below,
    first,
    line_of,
    local,
    namespace,
    text_of,
)
from publisher.sources.news.item import Item, repeats, rights, role, words
from publisher.sources.news.newsml.metadata import (
    STANDARD,
    embargo,
    left_out,
    located,
    read_meta,
    stated_language,
)
from publisher.sources.news.nitf import nitf_item
from publisher.span import Span

_XHTML = "http://www.w3.org/1999/xhtml"
_PICTURE_CLASSES = frozenset(("picture", "graphic"))


def news_item(
    root: etree._Element, file: str, given: Metadata, pictures: tuple[etree._Element, ...] = ()
) -> Item:
    """The item in a `newsItem`; `pictures` are items of pictures that belong to it."""
    record = Record(file, STANDARD)
    meta = read_meta(root, record)
    content = content_of(root, file, meta, given)
    own = (picture_figure(root, record, ""),) if is_picture(root) else ()
    shown = text_of_markup(root)
    others = (picture_figure(picture, record, shown) for picture in pictures)
    figures = tuple(filter(None, (*own, *others)))
    return Item(
        meta=_joined(meta, content.meta, content.blocks, root),
        blocks=(*figures[:1], *content.blocks, *figures[1:]),
        notes=content.notes,
        language_rule="contentMeta/language" if stated_language(root) else content.language_rule,
        embargo=embargo(root, record) or content.embargo,
        lines=(*record.lines, *content.lines),
        normalisations=content.normalisations,
        diagnostics=(*left_out(root, record), *content.diagnostics),
        embedded=content.embedded,
    )


def content_item(root: etree._Element, file: str, given: Metadata) -> Item:
    """The item in a `contentSet` by itself."""
    holder = etree.Element("newsItem")
    holder.append(root)
    return content_of(holder, file, Meta(), given)


def is_picture(root: etree._Element) -> bool:
    """Whether an item is of a picture."""
    code = attribute(first(root, "itemMeta", "itemClass"), "qcode") or ""
    return code.rpartition(":")[2] in _PICTURE_CLASSES


def has_text(root: etree._Element) -> bool:
    """Whether an item has content in line."""
    return any(local(one) in ("inlineXML", "inlineData") for one in below_content(root))


def below_content(root: etree._Element) -> list[etree._Element]:
    """The forms of an item's content."""
    return [form for content in below(root, "contentSet") for form in content]


def text_of_markup(root: etree._Element) -> str:
    """The content as XML, by which pictures that it shows already are known."""
    content = first(root, "contentSet")
    return "" if content is None else etree.tostring(content, encoding="unicode")


def content_of(root: etree._Element, file: str, meta: Meta, given: Metadata) -> Item:
    """The content of an item: the first form of it that has words; others are told."""
    left: list[Diagnostic] = []
    chosen: Item | None = None
    for form in below_content(root):
        kind = attribute(form, "contenttype") or "of no type"
        place = by_line(file)(line_of(form), line_of(form))
        read = _form(form, file, meta, given) if chosen is None else None
        if read and (read.blocks or plain(read.meta.title)):
            chosen = read
        elif chosen is not None and local(form) != "remoteContent":
            left.append(diagnose("NWS009", place, field=local(form), kind=kind))
        elif local(form) == "remoteContent" and not is_picture(root):
            address = attribute(form, "href") or attribute(form, "residref") or kind
            left.append(diagnose("NWS017", place, address=address))
        elif read is None and text_of(form):
            left.append(diagnose("NWS012", place, fields=f"{local(form)} ({kind})"))
    if chosen is None:
        return Item(meta=Meta(), diagnostics=tuple(left))
    return msgspec.structs.replace(chosen, diagnostics=(*chosen.diagnostics, *left))


def _form(form: etree._Element, file: str, meta: Meta, given: Metadata) -> Item | None:
    """The item in one form of the content; None for a form that has no text to read."""
    kind = (attribute(form, "contenttype") or "").lower()
    rule = f"contentSet/{local(form)}"
    setting = Setting(rule=rule, reason=f"{STANDARD}, {kind}", headline=plain(meta.title))
    if local(form) == "inlineData":
        return _item(_data_body(form, file, kind, setting))
    if local(form) != "inlineXML" or not len(form):
        return _item(_data_body(form, file, "text/plain", setting)) if text_of(form) else None
    inner = form[0]
    if local(inner) == "nitf":
        return nitf_item(
            inner, file, given.language or (meta.language if meta.language != "und" else None)
        )
    if "html" not in kind and not _is_xhtml(inner):
        return None
    body = first(inner, "body") if local(inner) == "html" else None
    found = tree_body(body if body is not None else form, file, setting)
    language = attribute(inner, LANGUAGE) or attribute(inner, "lang") or "und"
    return msgspec.structs.replace(
        _item(found), meta=Meta(language=language), language_rule="xml:lang"
    )


def _is_xhtml(element: etree._Element) -> bool:
    """Whether an element is of HTML, as its namespace says, or its name where it has none."""
    return namespace(element) == _XHTML or local(element) in ("html", "body", "div", "article", "p")


def _data_body(form: etree._Element, file: str, kind: str, setting: Setting) -> Body:
    """The body in the characters of an element; its places are the lines that it stands on."""
    text = form.text or ""
    line = line_of(form)

    def place(start: int, end: int) -> Span:
        return by_line(file)(line + text.count("\n", 0, start), line + text.count("\n", 0, end))

    return (html_body if "html" in kind else plain_body)(text, place, setting)


def _item(body: Body) -> Item:
    fields: dict[str, Any] = {name: getattr(body, name) for name in _BODY}
    return Item(meta=Meta(), **fields)


_BODY = ("blocks", "notes", "lines", "normalisations", "diagnostics", "embedded")


def _joined(meta: Meta, content: Meta, blocks: Blocks, root: etree._Element) -> Meta:
    """What an item says of itself, and what its content prints: the latter is for readers."""
    language = meta.language if meta.language != "und" else content.language
    summary = plain(meta.standfirst)
    standfirst = () if repeats(blocks, summary) else meta.standfirst
    return msgspec.structs.replace(
        meta,
        language=language,
        title=meta.title or content.title,
        kicker=content.kicker,
        standfirst=content.standfirst or standfirst,
        byline=content.byline or meta.byline,
        dateline=content.dateline or with_dateline(located(root), blocks, language),
        date=meta.date or content.date,
        publication=content.publication,
        publisher=meta.publisher or content.publisher,
        description=summary or None,
        rights=rights(meta.rights, content.rights),
        subjects=meta.subjects or content.subjects,
    )


def picture_figure(root: etree._Element, record: Record, shown: str) -> Figure | None:
    """The figure of a picture's item; None where the text shows it, or nothing can be shown."""
    remote = [
        one
        for one in below(root, "contentSet", "remoteContent")
        if attribute(one, "href")
        and (attribute(one, "contenttype") or "image/").lower().startswith("image/")
    ]
    guid = attribute(root, "guid") or ""
    if (
        not remote
        or (guid and guid in shown)
        or any(str(one.get("href")) in shown for one in remote)
    ):
        return None
    largest = max(remote, key=lambda one: _width(one))
    meta = first(root, "contentMeta")
    place = record.place(root)
    record.lines.append(role(place, "figure", "newsItem/remoteContent", STANDARD))
    caption = next(
        (one for one in below(meta, "description") if text_of(one)), first(meta, "headline")
    )
    notice = text_of(first(root, "rightsInfo", "copyrightNotice"))
    maker = text_of(first(meta, "creditline")) or text_of(first(meta, "creator", "name"))
    credit = rights(maker, notice or text_of(first(root, "rightsInfo", "copyrightHolder", "name")))
    alternative = text_of(first(meta, "headline")) or None
    return Figure(
        images=(Image(src=str(largest.get("href")), alt=alternative, span=place),),
        caption=words(text_of(caption), place),
        credit=words(credit or "", place),
        span=place,
    )


def _width(element: etree._Element) -> int:
    width = attribute(element, "width") or ""
    return int(width) if width.isascii() and width.isdigit() and len(width) < 9 else 0
