"""The parts of a publication in order: each file that is read, each page that is made."""

import difflib
import fnmatch
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import get_args

import msgspec

from publisher.assets import inside, printable
from publisher.build.description import Description
from publisher.build.works import PUBLICATIONS
from publisher.configuration.publication import PartEntry, Role
from publisher.diagnostics import Diagnostic, diagnose
from publisher.publication.roles import TRAITS
from publisher.sources import FORMATS, is_source

_FRONT: tuple[Role, ...] = ("half-title", "title-page", "copyright-page", "contents")
_WIRE = frozenset((".json", ".xml"))
_MOST = 5000
"""Files that a pattern or a folder may bring."""


class Planned(msgspec.Struct, frozen=True):
    """A part before it is read; `path` is None for a page that is made."""

    entry: PartEntry
    path: Path | None = None
    depth: int = 0
    section: str | None = None


class Plan(msgspec.Struct, frozen=True):
    """All parts in order, and what cannot be one."""

    parts: tuple[Planned, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan_parts(description: Description, folder: Path) -> Plan:
    """The parts that `description` names in its `folder`; where it names none, all files there.

    Found are PUB001 to PUB003, PUB006 to PUB009, PUB019 for a list without any.
    """
    planner = _Planner(description, folder)
    entries = description.file.parts
    if entries is None:
        entries = tuple(planner.default())
    elif not entries:
        planner.found.append(diagnose("PUB019", description.place("parts")))
    parts = tuple(planner.planned(entries, 0, None))
    planner.require_single(parts)
    return Plan(parts, tuple(planner.found))


class _Planner:
    def __init__(self, description: Description, folder: Path) -> None:
        self._description = description
        self._folder = folder
        self._taken: set[Path] = set()
        self.found: list[Diagnostic] = []

    def default(self) -> Iterator[str]:
        """What a publication is made of that names no parts: the usual pages, then its files."""
        kind = self._description.file.kind
        if self._description.in_one:
            files = [self._description.source.name]
        else:
            files = [self._below(path) for path in self._files(self._folder)]
        if not files:
            folder = printable(self._folder)
            known = ", ".join(FORMATS)
            self._tell("PUB007", self._description.file.title, folder=folder, known=known)
        yield from _FRONT if kind == "book" else ("cover", "contents")
        yield from files
        yield from () if kind == "book" else ("masthead",)

    def planned(
        self, entries: tuple[str | PartEntry, ...], depth: int, section: str | None
    ) -> Iterator[Planned]:
        for entry in entries:
            for each in self._one(_entry(entry), depth, section):
                yield each
                if each.entry.parts:
                    inner = each.entry.title if each.entry.role == "section" else section
                    yield from self.planned(each.entry.parts, depth + 1, inner or section)

    def _one(self, entry: PartEntry, depth: int, section: str | None) -> Iterator[Planned]:
        section = entry.section or section
        if entry.source is None:
            if entry.role is None and entry.parts:
                entry = msgspec.structs.replace(entry, role="part")
            known = entry.title or entry.role == "advertisement"  # a space that is sold
            if entry.role is None or not (TRAITS[entry.role].made or known):
                named = f"the part “{entry.title}”" if entry.title else "a part"
                part = f"a part of the role {entry.role}" if entry.role else named
                self._tell("PUB006", entry.role or entry.title or "[[parts]]", part=part)
                return
            yield Planned(entry, None, depth, section)
            return
        for path in self._paths(entry.source):
            yield Planned(entry, path, depth, section)

    def _paths(self, source: str) -> Iterator[Path]:
        """The files that a name, the name of a folder or a pattern stands for."""
        if self._description.in_one and source == self._description.source.name:
            yield self._folder / PurePosixPath(source).name
            return
        given = self._folder / source
        matching = [given]
        if any(sign in source for sign in "*?["):
            matching = [path for path in self._all() if fnmatch.fnmatch(self._below(path), source)]
            if not matching:
                self._tell("PUB001", source, source=source, suggestion=self._nearest(source))
        elif given.is_dir() and inside(given, self._folder):
            matching = list(self._files(given, named=True))
        for path in matching:
            yield from self._file(path, source)

    def _file(self, path: Path, source: str) -> Iterator[Path]:
        name = printable(self._below(path)) if path.is_relative_to(self._folder) else source
        if not path.is_file():
            self._tell("PUB001", source, source=source, suggestion=self._nearest(source))
        elif not inside(path, self._folder):
            self._tell("PUB008", source, source=source)
        elif path.name in PUBLICATIONS:
            self._tell("PUB002", source, source=name)
        elif path.resolve() in self._taken:
            self._tell("PUB003", source, source=name)
        else:
            self._taken.add(path.resolve())
            yield path

    def require_single(self, parts: tuple[Planned, ...]) -> None:
        """PUB009 for a second page of a kind that is made once."""
        met: set[Role] = set()
        for part in parts:
            role = part.entry.role
            if part.path is None and role and TRAITS[role].made:
                if role in met:
                    self._tell("PUB009", role, role=role)
                met.add(role)

    def _files(self, folder: Path, *, named: bool = False) -> Iterator[Path]:
        """The sources in `folder` itself, in the order of their names.

        A `named` folder may hold formats whose suffixes much else has, too: a wire's JSON and XML.
        """
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
        for name in names[:_MOST]:
            read = is_source(name) or (named and PurePosixPath(name).suffix.lower() in _WIRE)
            if read and name not in PUBLICATIONS and not name.startswith("."):
                yield folder / name

    def _all(self) -> list[Path]:
        """Every file below the publication's folder that a pattern may name."""
        found = sorted(self._folder.rglob("*"))[: 20 * _MOST]
        return [
            path
            for path in found
            if path.suffix.lower() in FORMATS and path.name not in PUBLICATIONS and path.is_file()
        ][:_MOST]

    def _below(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _nearest(self, source: str) -> str:
        names = [self._below(path) for path in self._all()]
        near = difflib.get_close_matches(source, names, n=1, cutoff=0.5)
        return f"did you mean {near[0]}?" if near else "names are relative to the publication"

    def _tell(self, code: str, value: str, **facts: str) -> None:
        self.found.append(diagnose(code, self._description.place(value), **facts))


def _entry(entry: str | PartEntry) -> PartEntry:
    """An entry that is only a name: a page that is made, or a file."""
    if isinstance(entry, PartEntry):
        return entry
    role = _role(entry)
    return PartEntry(role=role) if role else PartEntry(source=entry)


def _role(name: str) -> Role | None:
    roles: dict[str, Role] = {role: role for role in get_args(Role)}
    found = roles.get(name)
    return found if found and TRAITS[found].made else None
