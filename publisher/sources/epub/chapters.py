"""The content documents of a book, in reading order, as trees that HTML is read from."""

import html.entities
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec
from lxml import etree

from publisher.configuration.publication import Role
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.archive import Archive
from publisher.sources.epub.package import Item, Package
from publisher.sources.epub.roles import role_of
from publisher.sources.html.parse import parse_html, parse_xml
from publisher.sources.html.tree import Element, Tree
from publisher.sources.xml import parse_xml as parse_document

LARGEST = 48_000_000
"""Bytes of all content documents together."""

_TYPE = "{http://www.idpf.org/2007/ops}type"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HREF = "{http://www.w3.org/1999/xlink}href"
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*>(?:\s*<!DOCTYPE[^>]*>)?")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


class Chapter(msgspec.Struct, frozen=True):
    """A content document: its path, its text as decoded, its tree, what it is in the book.

    `by_line` is False where places in the tree are offsets into `text`.
    """

    path: str
    text: str
    tree: Tree
    by_line: bool = True
    language: str | None = None
    direction: str | None = None
    role: Role | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_chapters(archive: Archive, package: Package) -> Iterator[Chapter | Diagnostic]:
    """The chapters in reading order; a finding in place of one that cannot be read.

    Raises PublisherError: as `Archive.read` and `parse_xml` do for documents that are unsafe,
    EBK011 where they hold more than `LARGEST` bytes together.
    """
    read = 0
    for item in package.spine:
        if item.is_picture:
            yield _plate(item)
            continue
        if not item.is_text:
            facts = {"file": item.path, "reason": f"it is {item.media_type or 'of no type'}"}
            yield diagnose("EBK004", archive.place(package.path), **facts)
            continue
        data = archive.read(item.path)
        read += len(data)
        if read > LARGEST:
            limit = f"{LARGEST / 1e6:.0f} MB"
            raise PublisherError(diagnose("EBK011", archive.place(item.path), limit=limit))
        yield _chapter(archive, package, item, data)


def _chapter(archive: Archive, package: Package, item: Item, data: bytes) -> Chapter:
    file = archive.place(item.path).file
    try:
        parsed = parse_document(_ENTITY.sub(_number, data), file, bare_doctype=True)
    except PublisherError as failure:
        if failure.diagnostics[-1].code != "SRC016":
            raise
        return _mended(item, data, failure.diagnostics[-1])
    root = parsed.root
    body = next(root.iter("{*}body"), root)
    for drawing in list(body.iter("{http://www.w3.org/2000/svg}svg")):
        _open_drawing(drawing)
    return Chapter(
        path=item.path,
        text=parsed.text,
        tree=parse_xml(body),
        language=_attribute((body, root), _LANGUAGE, "lang"),
        direction=_attribute((body, root), "dir"),
        role=_role(package, item, body),
        diagnostics=parsed.diagnostics,
    )


def _plate(item: Item) -> Chapter:
    """A picture that stands in the reading order by itself (EPUB 3.3, 5.7.2)."""
    body = Element("body", {}, 1)
    shown = Element("img", {"src": PurePosixPath(item.path).name}, 1)
    shown.parent = body
    body.children.append(shown)
    return Chapter(path=item.path, text="", tree=Tree(body, ()))


def _number(found: re.Match[bytes]) -> bytes:
    """A named character of HTML as a number: XML knows five of the names."""
    code = html.entities.name2codepoint.get(found[1].decode())
    return found[0] if code is None or found[1] in _OF_XML else f"&#{code};".encode()


def _mended(item: Item, data: bytes, fault: Diagnostic) -> Chapter:
    """The chapter as a browser would read it as HTML."""
    text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    reason = fault.message.partition(": ")[2]
    told = diagnose("EBK006", fault.span, file=item.path, reason=reason)
    # What stands before the page is for XML; its characters keep their number.
    tree = parse_html(_PROLOG.sub(lambda found: " " * len(found[0]), text), fragment=False)
    body = next((one for one in tree.root.walk() if one.name == "body"), tree.root)
    tree = Tree(body, tree.removed)
    return Chapter(path=item.path, text=text, tree=tree, by_line=False, diagnostics=(told,))


def _open_drawing(drawing: etree._Element) -> None:
    """Puts the one picture that an SVG only scales in its place, as covers and plates have it."""
    parts = [one for one in drawing.iter("{*}*") if one is not drawing]
    pictures = [one for one in parts if str(one.tag).endswith("}image")]
    others = [one for one in parts if not str(one.tag).endswith(("}image", "}title", "}desc"))]
    if len(pictures) != 1 or others:
        return
    address = pictures[0].get(_HREF) or pictures[0].get("href")
    parent = drawing.getparent()
    if not address or parent is None:
        return
    made = etree.Element("img", {"src": str(address)})
    if label := drawing.get("aria-label"):
        made.set("alt", str(label))
    if isinstance(drawing.sourceline, int):
        made.sourceline = drawing.sourceline
    made.tail = drawing.tail
    parent.replace(drawing, made)


def _attribute(elements: tuple[etree._Element, ...], *names: str) -> str | None:
    found = (element.get(name) for element in elements for name in names)
    value = next(filter(None, found), None)
    return str(value) if value else None


def _role(package: Package, item: Item, body: etree._Element) -> Role | None:
    """What a document is in the book, as it says itself, or its guide does."""
    if "nav" in item.properties:
        return "contents"
    boxes = [one for one in body if isinstance(one.tag, str)]
    said = [body, *(boxes if len(boxes) == 1 else [])]
    types = [kind for one in said for kind in str(one.get(_TYPE) or "").split()]
    return role_of((*types, package.guide.get(item.path, "")))
