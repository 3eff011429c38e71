"""The statements of a package document: elements, what refines them, properties, links."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"


class Statements:
    """What a package document states, in EPUB 3's way (3.3, 5.5) or EPUB 2's (OPF 2.0.1, 2.2)."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._refined: dict[str, dict[str, str]] = defaultdict(dict)
        self._metas = list(root.iter("{*}meta"))
        for one in self._metas:
            target, name = one.get("refines"), one.get("property")
            if target and name:
                self._refined[str(target).lstrip("#")].setdefault(str(name), self.words(one))

    def elements(self, name: str) -> Iterator[etree._Element]:
        """The elements of Dublin Core of that name."""
        yield from self._root.iter(f"{DC}{name}")

    def in_order(self, name: str) -> list[etree._Element]:
        """Those that say something, in the order that they are to be shown in."""
        return sorted((one for one in self.elements(name) if self.words(one)), key=self._position)

    def _position(self, element: etree._Element) -> int:
        position = self.about(element, "display-seq") or ""
        return int(position) if position.isascii() and position.isdigit() else 0

    def about(self, element: etree._Element, name: str) -> str | None:
        """What refines an element."""
        refined = self._refined.get(str(element.get("id") or ""), {})
        own = element.get(f"{OPF}{name}")
        return refined.get(name) or (str(own) if own else None)

    def properties(self, name: str) -> list[str]:
        """The values of a property, in order; also of one that refines something."""
        return [self.words(one) for one in self._metas if one.get("property") == name]

    def property(self, name: str) -> str | None:
        """The first value of a property."""
        return next(filter(None, self.properties(name)), None)

    def link(self, relation: str) -> str | None:
        """Where the first link with this relation leads."""
        for one in self._root.iter("{*}link"):
            if relation in str(one.get("rel") or "").split() and one.get("href"):
                return str(one.get("href"))
        return None

    def identifiers(self) -> Iterator[str]:
        """All identifiers, with their schemes where EPUB 2 states them apart."""
        for one in self.elements("identifier"):
            scheme = str(one.get(f"{OPF}scheme") or "")
            words = self.words(one)
            yield words if ":" in words or not scheme else f"{scheme}:{words}"

    def subjects(self, authority: str | None) -> Iterator[str]:
        """The codes of an authority; without one, the subjects in words."""
        for one in self.elements("subject"):
            if self.about(one, "authority") == authority and self.words(one):
                yield self.about(one, "term") or self.words(one)

    def collection(self) -> tuple[str | None, str | None, str | None]:
        """The collection that the book belongs to, its place in it, and the collection's ISSN."""
        for one in self._metas:
            if one.get("property") == "belongs-to-collection" and self.words(one):
                number = self.about(one, "group-position")
                identifier = self.about(one, "dcterms:identifier") or ""
                issn = identifier.removeprefix("urn:issn:")
                return self.words(one), number, issn if issn != identifier else None
        return self._named("calibre:series"), self._named("calibre:series_index"), None

    def _named(self, name: str) -> str | None:
        found = (one.get("content") for one in self._metas if one.get("name") == name)
        return next((str(one) for one in found if one), None)

    @staticmethod
    def words(element: etree._Element) -> str:
        """The words of an element with one space between them."""
        return " ".join("".join(map(str, element.itertext())).split())
