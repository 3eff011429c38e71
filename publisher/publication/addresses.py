"""Where in a publication the references of one of its documents lead."""

import collections
import posixpath
import urllib.parse
from collections.abc import Mapping, Sequence

import msgspec

from publisher.span import Span


class File(msgspec.Struct, frozen=True):
    """A document as others refer to it.

    `path` is its source below the publication's folder, `anchor` the id of its headline. `targets`
    leads from each id that the source had to the one that the element has now; `repeated` holds
    the elements whose id stood before them already, by that id.
    """

    path: str | None
    anchor: str | None
    targets: dict[str, str]
    repeated: dict[str, Span | None]


class Files:
    """All documents of a publication; of an id that stands in several, the first holds."""

    def __init__(self, files: Sequence[File]) -> None:
        self.by_path = {file.path: file for file in files if file.path}
        self.targets: dict[str, str] = {}
        self.repeated: dict[str, Span | None] = {}
        for file in files:
            for name, target in file.targets.items():
                if name in self.targets:
                    self.repeated[name] = None
                self.targets.setdefault(name, target)


class Addresses:
    """What the references in `own` lead to: first what is in it, then what is in the others."""

    def __init__(self, own: File, files: Files) -> None:
        self._own = own
        self._files = files
        self.targets: Mapping[str, str] = collections.ChainMap(own.targets, files.targets)

    def find(self, href: str) -> str | None:
        """The id that `#name`, `chapter.md` or `chapter.md#name` leads to, escaped or not."""
        path, _, name = href.partition("#")
        if not path:
            return _target(self.targets, name)
        file = self._file(path)
        if file is None:
            return None
        return _target(file.targets, name) if name else file.anchor

    def element(self, target: str) -> str | None:
        """The id of the element that a reference names: `name`, or `chapter.md#name`."""
        return self.find(f"#{target}") or self.find(target)

    def is_inside(self, href: str) -> bool:
        """Whether `href` leads into the publication: `#name`, or one of its sources."""
        return href.startswith("#") or self._file(href.partition("#")[0]) is not None

    def repeats(self, name: str) -> bool:
        """Whether the element that `name` leads to is not the only one of that id."""
        return name in self._repeated(name)

    def repeated_at(self, name: str) -> Span | None:
        """Where the id `name` stands again."""
        return self._repeated(name).get(name)

    def _repeated(self, name: str) -> dict[str, Span | None]:
        own = name in self._own.targets
        return self._own.repeated if own else self._files.repeated

    def _file(self, path: str) -> File | None:
        folder = posixpath.dirname(self._own.path or "")
        return self._files.by_path.get(
            posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(path)))
        )


def _target(targets: Mapping[str, str], name: str) -> str | None:
    return targets.get(name) or targets.get(urllib.parse.unquote(name))
