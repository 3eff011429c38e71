"""The parts of a Word file and how they refer to each other (ECMA-376 part 2).

Input: the archive's bytes. Output: parts as trees, in the names of the transitional schema also
where the file has the strict one.
"""

import posixpath
import re
from urllib.parse import unquote, urlsplit

import msgspec

from publisher.assets import Source
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.archive import Archive, open_archive
from publisher.sources.docx.names import PACKAGE, Element
from publisher.sources.xml import parse_xml
from publisher.span import whole_file

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What Word's files began with before 2007, and encrypted ones begin with still ([MS-CFB] 2.2)."""

_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/([\w/]+)""")
_TRANSITIONAL = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/picture": b"drawingml/2006/picture",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/chart": b"drawingml/2006/chart",
}


class Relationship(msgspec.Struct, frozen=True):
    """What a part refers to: the last word of the kind, and a part's name or an address."""

    kind: str
    target: str
    external: bool


class Part(msgspec.Struct, frozen=True):
    """A part's tree, and its relationships by their ids."""

    name: str
    root: Element
    relationships: dict[str, Relationship]

    def related(self, kind: str) -> str | None:
        """The name of the first part inside the package that this one refers to so."""
        inside = (found for found in self.relationships.values() if not found.external)
        return next((found.target for found in inside if found.kind == kind), None)


class Package:
    """An open Word file. `diagnostics` grows with the parts that are read."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.diagnostics: list[Diagnostic] = list(archive.diagnostics)

    def main(self) -> Part:
        """The part with the text. Raises PublisherError: DOC002 where there is none."""
        roots = self._relationships("")
        target = next((r.target for r in roots.values() if r.kind == "officeDocument"), "")
        for name in (target, "word/document.xml"):
            if name in self.archive:
                return self.part(name)
        place = whole_file(self.archive.name)
        facts = {"part": target or "word/document.xml"}
        raise PublisherError(diagnose("DOC002", place, **facts), *self.archive.diagnostics)

    def properties(self) -> Part | None:
        """The part with the file's title, author and dates (ECMA-376 part 2, 11)."""
        roots = self._relationships("")
        target = next((r.target for r in roots.values() if r.kind == "core-properties"), "")
        return self.part(target) if target in self.archive else None

    def related(self, part: Part, kind: str) -> Part | None:
        """The part that `part` refers to as `kind`, None where there is none."""
        target = part.related(kind)
        return self.part(target) if target and target in self.archive else None

    def part(self, name: str) -> Part:
        """The part `name`. Raises PublisherError as `parse_xml` and `Archive.read` do."""
        return Part(name, self._tree(name), self._relationships(name))

    def _tree(self, name: str) -> Element:
        data = _STRICT.sub(_in_transitional_names, self.archive.read(name))
        parsed = parse_xml(data, self.archive.place(name).file)
        self.diagnostics += parsed.diagnostics
        return parsed.root

    def _relationships(self, name: str) -> dict[str, Relationship]:
        folder, file = posixpath.split(name)
        beside = posixpath.join(folder, "_rels", f"{file}.rels")
        if beside not in self.archive:
            return {}
        found = self._tree(beside).iterchildren(f"{{{PACKAGE}}}Relationship")
        return {row.get("Id", ""): _relationship(row, folder) for row in found}


def open_package(source: Source) -> Package:
    """The Word file in `source`.

    Raises PublisherError: DOC001 for one of the old format or an encrypted one, and as
    `open_archive` does.
    """
    if source.data.startswith(_COMPOUND_FILE):
        raise PublisherError(diagnose("DOC001", whole_file(source.name)))
    return Package(open_archive(source))


def _in_transitional_names(found: re.Match[bytes]) -> bytes:
    name = _TRANSITIONAL.get(found[2])
    return found[1] + b"http://schemas.openxmlformats.org/" + name if name else found[0]


def _relationship(row: Element, folder: str) -> Relationship:
    kind = row.get("Type", "").rpartition("/")[2]
    target = row.get("Target", "")
    if row.get("TargetMode") == "External":
        return Relationship(kind, target.strip(), external=True)
    path = unquote(_path(target))
    inside = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    return Relationship(kind, posixpath.normpath(inside), external=False)


def _path(target: str) -> str:
    try:
        return urlsplit(target).path
    except ValueError:  # brackets that hold no address
        return ""
