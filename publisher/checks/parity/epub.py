"""An EPUB, whoever made it, to what a reader gets out of it (EPUB 3.3; EPUB 2 also).

The files of the spine in order; what is made for EPUB alone (cover, title page, the contents as
a page) is set apart.
"""

import html.entities
import re

import msgspec
from lxml import etree

from publisher.assets import Source
from publisher.checks.parity.builder import Builder
from publisher.checks.parity.content import Content, Entry, Place
from publisher.checks.parity.normal import normal
from publisher.checks.parity.settle import settle
from publisher.checks.parity.xhtml import Page, read_page
from publisher.diagnostics import PublisherError, diagnose
from publisher.sources.archive import Archive
from publisher.sources.epub.chapters import LARGEST
from publisher.sources.epub.container import open_container
from publisher.sources.epub.metadata import read_metadata
from publisher.sources.epub.navigation import read_contents
from publisher.sources.epub.package import Item, Package, read_package
from publisher.sources.xml import parse_xml
from publisher.span import whole_file

_TYPE = "{http://www.idpf.org/2007/ops}type"
_SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"
_APART = frozenset(("cover", "titlepage", "title-page", "halftitlepage", "toc", "landmarks"))
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


def read_epub(source: Source) -> Content:
    """What a reader gets out of the EPUB in `source`.

    Raises PublisherError: as `open_container`, `read_package` and `parse_xml` do; PAR022 where its
    texts are too much to compare.
    """
    container = open_container(source)
    archive = container.archive
    package = read_package(container)
    described = read_metadata(package, archive.place(package.path).file)
    builder = Builder()
    anchors: dict[str, int] = {}
    read = 0
    for item in package.spine:
        if item.is_text:
            data = archive.read(item.path)
            read += len(data)
            if read > LARGEST:
                facts = {"file": source.name, "what": f"texts of more than {LARGEST / 1e6:.0f} MB"}
                raise PublisherError(diagnose("PAR022", whole_file(source.name), **facts))
            page = _page(archive, package, item, data, described.meta.language)
            read_page(page, builder, anchors)
    contents = tuple(
        Entry(normal(entry.title).strip(), entry.depth, Place(entry.place.file, entry.place.line))
        for entry in read_contents(archive, package).entries
    )
    blocks = settle(builder.blocks, lambda name: anchors.get(str(name)))
    codes = _codes(package.root)
    subjects = tuple(each for each in described.meta.subjects if each not in codes)
    meta = msgspec.structs.replace(described.meta, subjects=subjects)
    return Content(source.name, meta, contents, blocks)


def _codes(root: etree._Element) -> set[str]:
    """Subjects that are codes of a scheme for shops and libraries (EPUB 3.3, D.3).

    A PDF has keywords only, which are words.
    """
    coded = {
        str(one.get("refines")).lstrip("#")
        for one in root.iter("{*}meta")
        if one.get("property") == "authority"
    }
    return {str(one.text).strip() for one in root.iter(_SUBJECT) if one.get("id") in coded}


def _page(archive: Archive, package: Package, item: Item, data: bytes, language: str) -> Page:
    file = archive.place(item.path).file
    root = parse_xml(_ENTITY.sub(_number, data), file, bare_doctype=True).root
    body = next(root.iter("{*}body"), root)
    boxes = [one for one in body if isinstance(one.tag, str)]
    said = [body, *(boxes if len(boxes) == 1 else [])]
    kinds = {kind for one in said for kind in str(one.get(_TYPE) or "").split()}
    apart = bool(_APART & {*kinds, package.guide.get(item.path, "")}) or "nav" in item.properties
    return Page(body, item.path, file, _language(root) or language, apart)


def _language(root: etree._Element) -> str | None:
    stated = root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang")
    return str(stated) if stated else None


def _number(found: re.Match[bytes]) -> bytes:
    """A named character of HTML as a number: XML knows five of the names."""
    code = html.entities.name2codepoint.get(found[1].decode())
    return found[0] if code is None or found[1] in _OF_XML else f"&#{code};".encode()
