"""What a book says of itself: Dublin Core, refined as EPUB 3.3, 5.5, or OPF 2.0.1 has it."""

from collections.abc import Iterator

import msgspec
from lxml import etree

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.document import Byline, Meta
from publisher.document.nodes import Direction, Inlines, Text
from publisher.document.text import plain
from publisher.sources.epub.description import MAKERS
from publisher.sources.epub.package import Package
from publisher.sources.epub.statements import DC, OPF, Statements
from publisher.sources.html.fragment import read_inline
from publisher.sources.moments import day
from publisher.sources.reading import LineRole
from publisher.span import Span

_ROLES = {
    "aut": None,
    "trl": "translator",
    "edt": "editor",
    "ill": "illustrator",
    "pht": "photographer",
    "art": "artist",
    "aui": "introduction",
    "aft": "afterword",
    "com": "compiler",
    "ctb": "contributor",
    "nrt": "narrator",
    "cov": "cover design",
    "bkd": "book design",
}
"""MARC relators (id.loc.gov/vocabulary/relators) as a byline says them; others stay as they are."""


class Described(msgspec.Struct, frozen=True):
    """Metadata, which element gave each, and what was left out."""

    meta: Meta
    lines: tuple[LineRole, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_metadata(package: Package, file: str) -> Described:
    """The metadata of a package document, which is called `file` in spans."""
    reader = _Reader(package.root, file)
    titles = reader.titles()
    meta = Meta(
        title=titles[0],
        standfirst=titles[1],
        byline=tuple(reader.contributors()),
        language=reader.text("language", "language") or "und",
        direction=reader.direction(),
        date=reader.date(),
        identifier=reader.identifier(),
        publication=reader.collection(),
        publisher=reader.text("publisher", "publisher"),
        rights=reader.text("rights", "rights"),
        description=reader.text("description", "description"),
        subjects=tuple(dict.fromkeys(reader.texts("subject", "subject"))),
        source=reader.text("source", "source"),
    )
    return Described(meta, tuple(reader.lines), tuple(reader.left_out()))


class _Reader:
    def __init__(self, root: etree._Element, file: str) -> None:
        self._root = root
        self._file = file
        self._used: set[etree._Element] = set()
        self.lines: list[LineRole] = []
        self._said = Statements(root)
        self._elements, self._about = self._said.elements, self._said.about

    def _note(self, role: str, element: etree._Element) -> None:
        self._used.add(element)
        line = element.sourceline if isinstance(element.sourceline, int) else 1
        last = line + _raw(element).count("\n")
        rule = f"dc:{str(element.tag).rpartition('}')[2]}"
        self.lines.append(LineRole(line, last, role, rule, 1.0, "package document"))

    def place(self, element: etree._Element) -> Span:
        line = element.sourceline if isinstance(element.sourceline, int) else 1
        return Span(self._file, line, 1, line + _raw(element).count("\n"), 1)

    def texts(self, role: str, name: str) -> Iterator[str]:
        for element in self._elements(name):
            text = _words(element)
            if "<" in text and ">" in text:  # markup, as catalogues put it into a description
                text = plain(read_inline(text, self.place(element)).inlines).strip()
            if text and not self._about(element, "authority"):  # codes are of the description
                self._note(role, element)
                yield text

    def text(self, role: str, name: str) -> str | None:
        return next(self.texts(role, name), None)

    def titles(self) -> tuple[Inlines, Inlines]:
        """The main title, else the first; and the subtitle."""
        found = [one for one in self._elements("title") if _words(one)]
        kinds = [self._about(one, "title-type") for one in found]
        main = kinds.index("main") if "main" in kinds else 0
        titles: list[Inlines] = [(), ()]
        for at, element in enumerate(found):
            part = 0 if at == main else 1
            if at == main or (kinds[at] == "subtitle" and not titles[1]):
                self._note("headline" if part == 0 else "standfirst", element)
                titles[part] = (Text(text=_words(element), span=self.place(element)),)
        return titles[0], titles[1]

    def contributors(self) -> Iterator[Byline]:
        """Creators, then contributors, each in the order that they are to be shown in."""
        for name in ("creator", "contributor"):
            for element in self._said.in_order(name):
                code = self._about(element, "role") or ("aut" if name == "creator" else "ctb")
                if code in MAKERS:
                    continue
                self._note("byline", element)
                text = _words(element)
                yield Byline(text=text, name=text, role=_ROLES.get(code, code))

    def date(self) -> str | None:
        """The day of publication; a year alone is no day."""
        found = [one for one in self._elements("date") if day(_words(one))]
        kinds = [self._about(one, "event") for one in found]
        for kind in ("publication", None):
            if kind in kinds:
                element = found[kinds.index(kind)]
                self._note("date", element)
                return day(_words(element))
        return None

    def identifier(self) -> str | None:
        """The one that the package names as its own, else the first."""
        found = [one for one in self._elements("identifier") if _words(one)]
        wanted = self._root.get("unique-identifier")
        chosen = next(
            (one for one in found if one.get("id") == wanted), found[0] if found else None
        )
        if chosen is None:
            return None
        self._note("identifier", chosen)
        scheme = (chosen.get(f"{OPF}scheme") or "").lower()
        text = _words(chosen)
        return f"urn:{scheme}:{text}" if scheme in ("uuid", "isbn") and ":" not in text else text

    def collection(self) -> str | None:
        """The series or periodical that the book belongs to (5.5.6.4; calibre for EPUB 2)."""
        return self._said.collection()[0]

    def direction(self) -> Direction:
        """The direction in which pages follow one another, else that of the package."""
        spine = next(self._root.iter("{*}spine"), None)
        stated = spine.get("page-progression-direction") if spine is not None else None
        return "rtl" if "rtl" in (stated, self._root.get("dir")) else "ltr"

    def left_out(self) -> Iterator[Diagnostic]:
        held = [
            one
            for one in self._root.iter(f"{DC}*")
            if isinstance(one.tag, str) and one not in self._used and _words(one)
            if not self._is_described(one)
        ]
        if held:
            names = [f"{str(one.tag).rpartition('}')[2]} ({_words(one)[:60]})" for one in held]
            yield diagnose("EBK010", self.place(held[0]), fields=", ".join(names))

    def _is_described(self, element: etree._Element) -> bool:
        """Whether the description of a book takes what a document has no place for."""
        authority = self._about(element, "authority")
        numbers = self._about(element, "identifier-type")
        return bool(numbers) or authority in ("BISAC", "Thema")


def _raw(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _words(element: etree._Element) -> str:
    return Statements.words(element)
