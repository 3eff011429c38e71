"""The fonts that a work may be set in: those that came with publisher, and the project's own."""

import functools
from pathlib import Path

import msgspec

from publisher.fonts.families import Family, families
from publisher.resources import resource_folder


class Library(msgspec.Struct, frozen=True):
    """Folders of families, later ones first; `system`: the machine's own fonts stand in too."""

    folders: tuple[Path, ...]
    system: bool = False

    @property
    def families(self) -> dict[str, Family]:
        """Every family by its name."""
        return _families(self.folders)


def library_for(root: Path, *, system: bool = False) -> Library:
    """The library of the project at `root`: its fonts/ folder goes before publisher's."""
    own, shipped = root / "fonts", resource_folder("fonts")
    distinct = own.is_dir() and own.resolve() != shipped.resolve()
    return Library((shipped, own) if distinct else (shipped,), system)


@functools.cache
def _families(folders: tuple[Path, ...]) -> dict[str, Family]:
    found: dict[str, Family] = {}
    for folder in folders:
        found |= families(folder)
    return found
