"""An XML file of a book, as the checks read it: its tree, and where each element stands."""

import html.entities
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.xml import parse_xml
from publisher.span import Span, whole_file

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
NAMESPACES = {
    "h": XHTML,
    "svg": "http://www.w3.org/2000/svg",
    "m": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
    "epub": OPS,
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
TYPE = f"{{{OPS}}}type"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE[^>]*>"
    r"|<([A-Za-z_:][^\s/>]*)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


class XPath:
    """A path that is compiled once, and gives elements or text."""

    def __init__(self, path: str) -> None:
        self._find = etree.XPath(path, namespaces=NAMESPACES, smart_strings=False)

    def elements(self, node: etree._Element) -> list[etree._Element]:
        """The elements that the path leads to from `node`, in the order of the file."""
        found = self._find(node)
        return (
            [one for one in found if isinstance(one, etree._Element)]
            if isinstance(found, list)
            else []
        )

    def strings(self, node: etree._Element) -> list[str]:
        """The values of attributes, or the texts, that it leads to."""
        found = self._find(node)
        return [str(one) for one in found] if isinstance(found, list) else []

    def number(self, node: etree._Element) -> int:
        """What it counts."""
        found = self._find(node)
        return int(found) if isinstance(found, float) else 0


class XmlFile:
    """A file inside the book: its `path`, its `root`, its text.

    `anchors` leads from ids to the places of sources, for books of publisher's own.
    """

    def __init__(self, path: str, name: str, data: bytes, anchors: Mapping[str, Span]) -> None:
        """Raises PublisherError as `parse_xml` does; `name` is what messages call the file."""
        self.path, self.name, self.size = path, name, len(data)
        parsed = parse_xml(_ENTITY.sub(_number, data), name, bare_doctype=True)
        self.root, self.text = parsed.root, parsed.text
        self._anchors = anchors

    def place(self, element: etree._Element) -> Span:
        """Where `element` comes from, else where its tag begins."""
        if self._anchors:
            for one in (element, *element.iterancestors()):
                if one.get("id") in self._anchors:
                    return self._anchors[str(one.get("id"))]
        number = self._numbers.get(element)
        if number is None or number >= len(self._tags):
            return whole_file(self.name)
        return self.at(self._tags[number])

    def at(self, offset: int) -> Span:
        """The place `offset` characters into the text."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - self.text.rfind("\n", 0, offset)
        return Span(self.name, line, column, line, column)

    def diagnose(self, code: str, element: etree._Element, /, **facts: object) -> Diagnostic:
        """The diagnostic `code` on `element`."""
        return diagnose(code, self.place(element), **facts)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters of the file, those of its markup among them."""
        return frozenset(self.text)

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        """The number of each element in the order of the file."""
        return {element: number for number, element in enumerate(self.root.iter("*"))}

    @cached_property
    def _tags(self) -> list[int]:
        """Where the start tag of each element begins, in the order of the file."""
        return [found.start() for found in _TAG.finditer(self.text) if found[1]]


def words(element: etree._Element) -> str:
    """The text of an element, white space made one space each."""
    return " ".join("".join(map(str, element.itertext())).split())


def own_texts(element: etree._Element) -> Iterator[str]:
    """The texts that stand in an element itself, not in one within it."""
    yield str(element.text or "")
    for child in element:
        yield str(child.tail or "")


def shortened(text: str, length: int = 60) -> str:
    """`text` for a message."""
    return text if len(text) <= length else f"{text[:length].rstrip()}…"


def types(element: etree._Element) -> frozenset[str]:
    """What an element says that it is, in epub:type and role, without the prefix of DPUB-ARIA."""
    role = str(element.get("role") or "").replace("doc-", "")
    return frozenset(f"{element.get(TYPE) or ''} {role}".split())


def _number(found: re.Match[bytes]) -> bytes:
    """A named character of HTML by its number: the DTDs that would name it are not read."""
    name = found[1].decode()
    code = html.entities.name2codepoint.get(name)
    return found[0] if code is None or found[1] in _OF_XML else b"&#%d;" % code
