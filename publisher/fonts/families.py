"""The families below a fonts folder, as the TOML files beside them describe them."""

from pathlib import Path

import msgspec

from publisher.configuration.settings import shown
from publisher.configuration.toml import load


class Face(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One font file of a family; `weight` from 100 to 900 as in CSS."""

    file: str
    weight: int
    italic: bool = False
    family: str = ""
    folder: str = ""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.folder) / self.file

    @property
    def style(self) -> str:
        """The slant, as CSS names it."""
        return "italic" if self.italic else "normal"


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Faces that go under one name; `licence` is an SPDX identifier."""

    family: str
    licence: str
    faces: tuple[Face, ...]


def families(folder: Path) -> dict[str, Family]:
    """The families in the folders right below `folder`, by their name.

    Raises UsageError as `load` does for a file that describes none.
    """
    found = {}
    for path in sorted(folder.glob("*/*.toml")):
        family = load(path.read_text(encoding="utf-8"), shown(path), Family)
        faces = tuple(
            msgspec.structs.replace(face, family=family.family, folder=str(path.parent))
            for face in family.faces
        )
        found[family.family] = msgspec.structs.replace(family, faces=faces)
    return found


def find_face(family: Family, *, weight: int = 400, italic: bool = False) -> Face:
    """The face of `family` nearest to a weight, upright or italic as asked where it has one."""
    return min(
        family.faces,
        key=lambda face: (face.italic != italic, abs(face.weight - weight), face.weight),
    )
