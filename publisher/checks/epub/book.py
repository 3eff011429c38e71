"""An EPUB as the checks read it: each file parsed once."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from lxml import etree

from publisher.assets import Source
from publisher.checks.epub.inspection import LIMITS
from publisher.checks.epub.sheets import Declaration, UnreadableSheet, declarations
from publisher.checks.epub.xml_file import XmlFile, XPath
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.archive import Archive
from publisher.sources.epub.container import open_container, resolve
from publisher.sources.epub.package import Item, Package, read_package
from publisher.span import Span

_MOST_TAGS, _MOST_BYTES = 1_000_000, 48_000_000
"""Of all documents together: what they take in memory goes by it. A long novel has 30,000 tags."""
_WITH_ID = XPath("//*[@id]")
_LINKS = XPath("//h:a[@href]")
_STYLES = XPath("//h:style")
_FIXED = XPath(
    "//opf:meta[@property='rendition:layout' and normalize-space()='pre-paginated']"
    "|//opf:meta[@name='fixed-layout' and @content='true']"
)


class Sheet:
    """A style sheet: the path and name of the file that it stands in, its declarations.

    `first_line` is the line of that file at which it begins.
    """

    def __init__(self, path: str, name: str, text: str, first_line: int = 1) -> None:
        self.path, self.name = path, name
        self.declarations = declarations(text)
        self._first_line = first_line

    def place(self, declaration: Declaration) -> Span:
        """Where a declaration stands in its file."""
        line = declaration.line + self._first_line - 1
        return Span(self.name, line, declaration.column, line, declaration.column)


class Book:
    """The parts of an EPUB. What could not be read is told in `diagnostics`, and left out.

    `texts` are the content documents of XHTML, the navigation document among them, in the order
    of the spine, then of the manifest.
    """

    def __init__(
        self,
        archive: Archive,
        package: Package,
        anchors: Mapping[str, Span],
        unread: list[Diagnostic],
    ) -> None:
        self.archive, self.package = archive, package
        self._anchors, self._unread = anchors, unread
        self._tags, self._size = 0, 0
        self.document = XmlFile(
            package.path, archive.place(package.path).file, archive.read(package.path), anchors
        )
        order = dict.fromkeys([*package.spine, *package.items.values()])
        texts = [self.read(item.path) for item in order if item.is_text]
        self.texts = tuple(text for text in texts if text is not None)
        self.reading_order = frozenset(item.path for item in package.spine)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What could not be read, so far."""
        return tuple(self._unread)

    @property
    def version(self) -> str:
        """The version that the package document states, such as "3.0"."""
        return str(self.document.root.get("version") or "")

    @cached_property
    def fixed(self) -> bool:
        """Whether its pages have a fixed layout (EPUB 3.3, 8.2), and so sizes and colours."""
        return bool(_FIXED.elements(self.document.root))

    @cached_property
    def navigation(self) -> XmlFile | None:
        """The navigation document of EPUB 3."""
        path = self.package.navigation.path if self.package.navigation else None
        return next((text for text in self.texts if text.path == path), None)

    @cached_property
    def ncx(self) -> XmlFile | None:
        """The NCX, which EPUB 2 has in its place."""
        item = self.package.ncx
        return self.read(item.path) if item and item.path in self.archive else None

    @cached_property
    def drawings(self) -> tuple[XmlFile, ...]:
        """The SVG files."""
        items = [item for item in self.items if item.media_type == "image/svg+xml"]
        return tuple(file for item in items if (file := self.read(item.path)) is not None)

    @property
    def items(self) -> Iterator[Item]:
        """The files of the manifest that are in the archive."""
        return (item for item in self.package.items.values() if item.path in self.archive)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The style sheets: files, then style elements."""
        found: list[Sheet] = []
        for item in self.items:
            if item.media_type == "text/css":
                data = self._bytes(item.path)
                css = (data or b"").decode("utf-8", errors="replace").removeprefix("\ufeff")
                found += self._sheet(item.path, self.archive.place(item.path), css)
        for text in self.texts:
            for style in _STYLES.elements(text.root):
                content = "".join(map(str, style.itertext()))
                found += self._sheet(text.path, text.place(style), content)
        return tuple(found)

    def _sheet(self, path: str, place: Span, text: str) -> Iterator[Sheet]:
        """The sheet that begins at `place`; none where it cannot be read."""
        try:
            yield Sheet(path, place.file, text, place.line)
        except UnreadableSheet as fault:
            self._leave_out(path, place, str(fault))

    @cached_property
    def ids(self) -> dict[tuple[str, str], etree._Element]:
        """The element of each path and id in the texts."""
        return {
            (text.path, str(element.get("id"))): element
            for text in self.texts
            for element in _WITH_ID.elements(text.root)
        }

    @cached_property
    def links(self) -> tuple[tuple[XmlFile, etree._Element, tuple[str, str]], ...]:
        """The links of the texts that lead into the book: file, element, path and fragment."""
        return tuple(
            (text, link, target)
            for text in self.texts
            for link in _LINKS.elements(text.root)
            if (target := self.target(text, str(link.get("href"))))
        )

    def head(self, path: str, size: int) -> bytes:
        """The first `size` bytes of a file, or a few more; none where it cannot be read."""
        found = bytearray()
        try:
            for step in self.archive.steps(path):
                found += step
                if len(found) >= size:
                    break
        except PublisherError:  # what is damaged is the container's finding
            return b""
        return bytes(found)

    def target(self, file: XmlFile, href: str) -> tuple[str, str] | None:
        """The path and the fragment that `href` in `file` leads to; None for one outside."""
        if ":" in href.partition("/")[0]:
            return None
        path = resolve(file.path, href)
        return (path, href.partition("#")[2]) if path else None

    def _bytes(self, path: str) -> bytes | None:
        try:
            return self.archive.read(path)
        except PublisherError as failure:
            self._unread += failure.diagnostics
            return None

    def read(self, path: str) -> XmlFile | None:
        """The XML file at `path`; None where it is not there or cannot be read."""
        data = self._bytes(path) if path in self.archive else None
        if data is None:
            return None
        place = self.archive.place(path)
        self._tags += data.count(b"<")
        self._size += len(data)
        if self._tags > _MOST_TAGS or self._size > _MOST_BYTES:
            self._leave_out(path, place, "the documents of the book are too large together")
            return None
        try:
            return XmlFile(path, place.file, data, self._anchors)
        except PublisherError as failure:
            reason = failure.diagnostics[-1]
            self._leave_out(path, reason.span or place, reason.message)
            return None

    def _leave_out(self, path: str, place: Span, reason: str) -> None:
        self._unread.append(diagnose("ELT005", place, file=path, reason=reason))


def open_book(source: Source, anchors: Mapping[str, Span] = MappingProxyType({})) -> Book:
    """The EPUB in `source`, for the checks.

    Raises PublisherError: as `open_container`, `read_package` and `parse_xml` do.
    """
    container = open_container(source, LIMITS)
    return Book(container.archive, read_package(container), anchors, [])
