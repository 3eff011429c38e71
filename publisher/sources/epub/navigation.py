"""The contents of a book as it states them: the navigation document, or the NCX of EPUB 2."""

from collections.abc import Callable, Iterator

import msgspec
from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.archive import Archive
from publisher.sources.epub.container import resolve
from publisher.sources.epub.package import Package
from publisher.sources.xml import parse_xml
from publisher.span import Span

_TYPE = "{http://www.idpf.org/2007/ops}type"
_DEEPEST = 12


class Entry(msgspec.Struct, frozen=True):
    """A line of the contents: its words, the file that it leads to, how deep it stands, from 1."""

    title: str
    path: str
    depth: int
    place: Span


class Contents(msgspec.Struct, frozen=True):
    """The entries that lead into the book, and findings on those that do not."""

    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_contents(archive: Archive, package: Package) -> Contents:
    """The contents of a book: of the navigation document, else of the NCX, else none.

    Raises PublisherError: as `parse_xml` does.
    """
    item = package.navigation or package.ncx
    if item is None or item.path not in archive:
        return Contents()
    file = archive.place(item.path).file
    root = parse_xml(archive.read(item.path), file, bare_doctype=True).root
    read = _nav_entries if package.navigation else _ncx_entries
    entries: list[Entry] = []
    found: list[Diagnostic] = []
    for entry, target in read(root, item.path, file):
        if entry.path in archive:
            entries.append(entry)
        else:
            found.append(diagnose("EBK005", entry.place, target=target))
    return Contents(tuple(entries), tuple(found))


def _nav_entries(root: etree._Element, base: str, file: str) -> Iterator[tuple[Entry, str]]:
    """The entries of `<nav epub:type="toc">` (EPUB 3.3, 7.4.2)."""
    navs = [one for one in root.iter("{*}nav") if "toc" in (one.get(_TYPE) or "").split()]
    for nav in navs[:1]:
        for link in nav.iter("{*}a"):
            depth = sum(_local(around) == "ol" for around in link.iterancestors())
            yield _entry(link, "".join(words(link)), link.get("href"), depth, (base, file))


def words(
    element: etree._Element, but: Callable[[etree._Element], bool] = lambda _: False
) -> Iterator[str]:
    """The words of an entry or a heading, less those of the elements that `but` says.

    What stands for a formula or a picture in words is in its place.
    """
    alternative = element.get("alttext") or element.get("alt")
    if alternative is not None:
        yield str(alternative)
        return
    yield str(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not but(child):
            yield from words(child, but)
        yield str(child.tail or "")


def _ncx_entries(root: etree._Element, base: str, file: str) -> Iterator[tuple[Entry, str]]:
    """The points of an NCX (OPF 2.0.1, 2.4.1)."""
    for point in root.iter("{*}navPoint"):
        content = next(iter(point.findall("{*}content")), None)
        label = next(iter(point.findall("{*}navLabel")), None)
        if content is not None and label is not None:
            depth = 1 + sum(_local(around) == "navPoint" for around in point.iterancestors())
            words = "".join(map(str, label.itertext()))
            yield _entry(content, words, content.get("src"), depth, (base, file))


def _entry(
    element: etree._Element, words: str, href: object, depth: int, where: tuple[str, str]
) -> tuple[Entry, str]:
    base, file = where
    target = str(href or "")
    line = element.sourceline if isinstance(element.sourceline, int) else 1
    place = Span(file, line, 1, line, 1)
    path = resolve(base, target) or target
    return Entry(" ".join(words.split()), path, min(depth, _DEEPEST), place), target


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
