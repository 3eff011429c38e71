"""Where in a publication the references of one of its documents lead."""

import collections
import posixpath
import urllib.parse
from collections.abc import Mapping, Sequence

import msgspec

from publisher.document.slugs import valid_id
from publisher.span import Span


class File(msgspec.Struct, frozen=True):
    """A document as others refer to it.

    `path` is its source below the publication's folder, `anchor` the id of its headline. `targets`
    leads from each id that the source had to the one that the element has now; `repeated` holds
    the elements whose id stood before them already, by that id. `headings` leads from the words of
    each heading, as `slug` writes them, to its id: the way to headings that have none of their own.
    """

    path: str | None
    anchor: str | None
    targets: dict[str, str]
    repeated: dict[str, Span | None]
    headings: dict[str, str] = {}


class Files:
    """All documents of a publication; of an id that stands in several, the first holds."""

    def __init__(self, files: Sequence[File]) -> None:
        self.by_path: dict[str, list[File]] = {}
        self.targets: dict[str, str] = {}
        self.repeated: dict[str, Span | None] = {}
        for file in files:
            if file.path:
                self.by_path.setdefault(file.path, []).append(file)
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
        """The id that `#name`, `chapter.md` or `chapter.md#name` leads to, escaped or not.

        Of several chapters in one file, `book.md` is the first.
        """
        path, _, name = href.partition("#")
        if not path:
            return _target(self.targets, name) or _target(self._own.headings, name)
        files = self._files_at(path)
        if files and not name:
            return files[0].anchor
        tables = (*(file.targets for file in files), *(file.headings for file in files))
        return next(filter(None, (_target(table, name) for table in tables)), None)

    def element(self, target: str) -> str | None:
        """The id of the element that a reference names: `name`, or `chapter.md#name`."""
        return self.find(f"#{target}") or self.find(target)

    def is_inside(self, href: str) -> bool:
        """Whether `href` leads into the publication: `#name`, or one of its sources."""
        return href.startswith("#") or bool(self._files_at(href.partition("#")[0]))

    def repeats(self, name: str) -> bool:
        """Whether the element that `name` leads to is not the only one of that id."""
        return name in self._repeated(name)

    def repeated_at(self, name: str) -> Span | None:
        """Where the id `name` stands again."""
        return self._repeated(name).get(name)

    def _repeated(self, name: str) -> dict[str, Span | None]:
        own = name in self._own.targets
        return self._own.repeated if own else self._files.repeated

    def _files_at(self, path: str) -> Sequence[File]:
        """The documents from one source: the chapters, where a book is one file."""
        folder = posixpath.dirname(self._own.path or "")
        return self._files.by_path.get(
            posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(path))), ()
        )


def _target(targets: Mapping[str, str], name: str) -> str | None:
    plain = urllib.parse.unquote(name)
    return (
        targets.get(name) or targets.get(plain) or (targets.get(valid_id(plain)) if plain else None)
    )
