"""The package document: manifest, reading order, what the book says of itself is in metadata.py.

The specifications are EPUB 3.3, section 5, and OPF 2.0.1.
"""

import msgspec
from lxml import etree

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.epub.container import Container, resolve
from publisher.sources.xml import parse_xml

_XHTML = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))


_PICTURES = frozenset(("image/jpeg", "image/png", "image/gif", "image/svg+xml", "image/webp"))


class Item(msgspec.Struct, frozen=True):
    """A file of the book: its path in the archive, its kind, what it is for."""

    id: str
    path: str
    media_type: str
    properties: frozenset[str] = frozenset()

    @property
    def is_text(self) -> bool:
        """Whether it is a content document of XHTML."""
        return self.media_type in _XHTML

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture that documents may show."""
        return self.media_type in _PICTURES


class Package(msgspec.Struct, frozen=True):
    """The root of a package document and what it lists.

    `aside` holds the paths of what stands beside the reading order (EPUB 3.3, 5.7.2). `guide` leads
    from a path to what EPUB 2 says it is ("cover", "title-page", "toc").
    """

    root: etree._Element
    path: str
    text: str
    items: dict[str, Item]
    spine: tuple[Item, ...]
    navigation: Item | None
    ncx: Item | None
    cover: Item | None
    guide: dict[str, str]
    aside: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def read_package(container: Container) -> Package:
    """The package document of a container.

    Raises PublisherError: as `parse_xml` does, EBK001 where it has no spine.
    """
    archive, path = container.archive, container.package
    place = archive.place(path)
    parsed = parse_xml(archive.read(path), place.file, bare_doctype=True)
    root = parsed.root
    items = {item.id: item for item in _items(root, path)}
    spine = next(root.iter("{*}spine"), None)
    if spine is None or not len(spine):
        raise PublisherError(diagnose("EBK001", place, reason="it has no reading order (spine)"))
    found: list[Diagnostic] = []
    order: dict[str, Item] = {}
    aside: set[str] = set()
    for reference in spine.iter("{*}itemref"):
        name = str(reference.get("idref"))
        item = items.get(name)
        if item is None:
            reason = "the manifest does not list it"
            found.append(diagnose("EBK004", place, file=f"the item {name}", reason=reason))
        elif item.path not in archive:
            facts = {"file": item.path, "reason": "it is not in the archive"}
            found.append(diagnose("EBK004", place, **facts))
        else:
            order.setdefault(item.path, item)
            if reference.get("linear") == "no":
                aside.add(item.path)
    return Package(
        root=root,
        path=path,
        text=parsed.text,
        items={item.path: item for item in items.values()},
        spine=tuple(order.values()),
        navigation=_with_property(items, "nav"),
        ncx=items.get(str(spine.get("toc"))) or _of_type(items, "application/x-dtbncx+xml"),
        cover=_with_property(items, "cover-image") or items.get(_cover_name(root)),
        guide=_guide(root, path),
        aside=frozenset(aside),
        diagnostics=(*parsed.diagnostics, *found),
    )


def _items(root: etree._Element, base: str) -> list[Item]:
    items = []
    for element in root.iter("{*}manifest"):
        for one in element.iter("{*}item"):
            path = resolve(base, str(one.get("href") or ""))
            if path is None:
                continue
            properties = frozenset(str(one.get("properties") or "").split())
            media_type = str(one.get("media-type") or "").lower()
            items.append(Item(str(one.get("id")), path, media_type, properties))
    return items


def _with_property(items: dict[str, Item], name: str) -> Item | None:
    return next((item for item in items.values() if name in item.properties), None)


def _of_type(items: dict[str, Item], media_type: str) -> Item | None:
    return next((item for item in items.values() if item.media_type == media_type), None)


def _cover_name(root: etree._Element) -> str:
    """The cover's item as EPUB 2 has it: `<meta name="cover" content="id"/>`."""
    named = (one.get("content") for one in root.iter("{*}meta") if one.get("name") == "cover")
    return str(next(named, ""))


def _guide(root: etree._Element, base: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for reference in root.iter("{*}reference"):
        path = resolve(base, str(reference.get("href") or ""))
        if path:
            found.setdefault(path, str(reference.get("type") or "").lower())
    return found
