"""Elements of XML by their local names: news formats are met with their namespace and without."""

from collections.abc import Iterator

from lxml import etree

from publisher.document.nodes import Text
from publisher.sources.news.item import role
from publisher.sources.reading import LineRole
from publisher.span import Span

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "{http://www.w3.org/XML/1998/namespace}base"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    """The namespace of an element, empty where it has none."""
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def below(element: etree._Element | None, *path: str) -> Iterator[etree._Element]:
    """The elements that the names in `path` lead to, a level each, in order."""
    if element is None:
        return
    if not path:
        yield element
        return
    for child in element:
        if local(child) == path[0]:
            yield from below(child, *path[1:])


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element that `path` leads to."""
    return next(below(element, *path), None)


def text_of(element: etree._Element | None) -> str:
    """The words in an element, white space as one space: what XML is indented with says nothing."""
    if element is None:
        return ""
    return " ".join("".join(map(str, element.itertext())).split())


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The value of an attribute without white space around it; None for none or an empty one."""
    value = element.get(name) if element is not None else None
    return (value.strip() or None) if value else None


def line_of(element: etree._Element) -> int:
    """The line that an element starts on, from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


class Record:
    """Notes which element gave what; places are whole lines, which is what lxml knows."""

    def __init__(self, file: str, standard: str) -> None:
        self.file = file
        self.standard = standard
        self.lines: list[LineRole] = []

    def place(self, element: etree._Element) -> Span:
        """The lines of an element, as far as its text goes."""
        line = line_of(element)
        last = line + "".join(map(str, element.itertext())).count("\n")
        return Span(self.file, line, 1, last, 1)

    def start(self, element: etree._Element) -> Span:
        """The line that an element starts on."""
        line = line_of(element)
        return Span(self.file, line, 1, line, 1)

    def note(self, name: str, element: etree._Element) -> Span:
        """Notes that `element` gave what is called `name`; its place."""
        place = self.place(element)
        parent = element.getparent()
        rule = f"{local(parent)}/{local(element)}" if parent is not None else local(element)
        self.lines.append(role(place, name, rule, self.standard))
        return place

    def text(self, name: str, element: etree._Element | None) -> str | None:
        """The words in an element, noted; None where it has none."""
        found = text_of(element)
        if element is None or not found:
            return None
        self.note(name, element)
        return found

    def run(self, name: str, element: etree._Element | None) -> tuple[Text, ...]:
        """As `text`, as a run."""
        found = self.text(name, element)
        if found is None or element is None:
            return ()
        return (Text(text=found, span=self.place(element)),)
