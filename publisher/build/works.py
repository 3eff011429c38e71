"""Which works there are below the paths that a user names, and what their files are called."""

import functools
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from publisher.assets import inside, printable
from publisher.configuration.settings import Project, find_project, shown
from publisher.diagnostics import Diagnostic, UsageError, diagnose
from publisher.sources import FORMATS, is_source
from publisher.span import whole_file

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')
DESCRIPTION = "publication.toml"
PUBLICATIONS = (DESCRIPTION, "book.md")
"""Names of files that make one work of their folder; the first goes before the second."""

_LONGEST_NAME = 180
"""Bytes of UTF-8, so that a target and a suffix still fit the 255 of most file systems."""


class Work(msgspec.Struct, frozen=True):
    """One source to be built: `name` is its path below `root`, and its outputs' without suffix.

    `source` is the publication.toml or the book.md of a publication, which is named after its
    folder.
    """

    name: str
    source: Path
    root: Path
    project: Project

    @property
    def is_publication(self) -> bool:
        """Whether it is a book or an issue, made of the files beside it."""
        return self.source.name in PUBLICATIONS


class Found(msgspec.Struct, frozen=True):
    """The works at some paths, and findings on what stands there and must not be read."""

    works: tuple[Work, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_works(paths: Sequence[Path]) -> Found:
    """The works at `paths`, in order; a folder's in the order of their names, each source once.

    Raises UsageError: SRC001 for a path that is not there, BLD001 for a folder without works, and
    as `find_project` does.
    """
    works: dict[Path, Work] = {}
    project_of = functools.cache(find_project)
    diagnostics: list[Diagnostic] = []
    for path in paths:
        if path.is_dir():
            found = _works_in(path, project_of)
            diagnostics += found.diagnostics
        elif path.is_file():
            found = Found((_work(path, path.parent, project_of),), ())
        else:
            name = printable(path)
            raise UsageError(diagnose("SRC001", whole_file(name), file=name))
        for work in found.works:
            works.setdefault(work.source.resolve(), work)
    return Found(tuple(works.values()), tuple(diagnostics))


def _works_in(folder: Path, project_of: Callable[[Path], Project]) -> Found:
    works, diagnostics = [], []
    for path in _sources_in(folder):
        if inside(path, folder):
            works.append(_work(path, folder, project_of))
        else:
            name = printable(path)
            diagnostics.append(diagnose("SRC010", whole_file(name), file=name))
    if not works and not diagnostics:
        name, known = printable(folder), ", ".join(FORMATS)
        raise UsageError(diagnose("BLD001", whole_file(name), folder=name, known=known))
    return Found(tuple(works), tuple(diagnostics))


def _sources_in(folder: Path) -> Iterator[Path]:
    """The files in known formats below `folder`, hidden ones left out, links to folders too.

    Of a folder that is a publication, only the file that describes it.
    """
    for place, folders, files in os.walk(folder):
        described = next((name for name in PUBLICATIONS if name in files), None)
        if described:
            folders.clear()
            yield Path(place) / described
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and is_source(name):
                yield Path(place) / name


def _work(path: Path, root: Path, project_of: Callable[[Path], Project]) -> Work:
    parts = path.relative_to(root).with_suffix("").parts
    if path.name in PUBLICATIONS:
        parts = parts[:-1] or (path.resolve().parent.name,)
    return Work("/".join(map(safe_name, parts)), path, root, project_of(path.parent))


def safe_name(name: str) -> str:
    """A file or folder name that every file system takes, and that leads nowhere else."""
    safe = _UNSAFE.sub("-", name).rstrip(". ")
    while len(safe.encode()) > _LONGEST_NAME:
        safe = safe[:-1]
    if not safe.strip(".-_ "):
        return "untitled"
    return f"_{safe}" if _RESERVED.fullmatch(safe) else safe


def collisions(works: Sequence[Work]) -> dict[Path, Diagnostic]:
    """BLD004 for each source whose outputs would have the name of an earlier one's."""
    first: dict[str, Work] = {}
    found = {}
    for work in works:
        known = first.setdefault(work.name.casefold(), work)
        if known is not work:
            names = {"work": shown(known.source), "other": shown(work.source)}
            found[work.source] = diagnose("BLD004", whole_file(names["other"]), **names)
    return found


def sidecar(work: Work) -> Path:
    """The file that describes a work beside its text: NAME.toml."""
    return work.source.with_suffix(".toml")


def relative_name(work: Work, path: Path) -> str:
    """A file of a work as the manifest names it: from the work's root, with forward slashes."""
    return printable(Path(os.path.relpath(path, work.root)))
