"""What `publisher new` writes: a small work of each kind that builds at once, a copy of a theme."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from publisher.assets import printable, write_whole
from publisher.configuration.toml import did_you_mean
from publisher.diagnostics import UsageError, diagnose
from publisher.layouts import theme_folders
from publisher.span import whole_file

Starter = Literal["article", "issue", "book"]

_SETTINGS = """# The settings of all works below this folder; docs/configuration.md has the keys.
# theme = "article"
"""
"""A theme is found from works below the folder that has settings."""

_FOLDER = Path(__file__).parent.parent / "starters"


def start_work(kind: Starter, folder: Path) -> tuple[Path, ...]:
    """Writes the example of `kind` into `folder`, which is made; the files that were written.

    Raises UsageError: BLD007 where `folder` holds anything; PublisherError as `write_whole` does.
    """
    _require_empty(folder)
    return tuple(_copied(_FOLDER / kind, folder))


def start_theme(source: str, name: str, root: Path) -> tuple[Path, ...]:
    """Copies the theme `source` to themes/`name` below `root`; the files that were written.

    Where `root` has no settings, a publisher.toml makes it the project of all works below.

    Raises UsageError: CFG004 where there is no such theme, BLD007 where the folder holds anything.
    """
    folders = theme_folders(root)
    if source not in folders:
        suggestion = did_you_mean(source, set(folders))
        raise UsageError(diagnose("CFG004", theme=source, suggestion=suggestion))
    folder = root / "themes" / name
    _require_empty(folder)
    written = tuple(_copied(folders[source], folder))
    if not (root / "publisher.toml").exists() and not (root / "pyproject.toml").exists():
        write_whole(root / "publisher.toml", _SETTINGS.encode())
        written = (root / "publisher.toml", *written)
    described = folder / "theme.toml"
    text = described.read_text(encoding="utf-8")
    own = text.replace(f'name = "{source}"', f'name = "{name}"', 1)
    write_whole(described, own.encode())
    return written


def _require_empty(folder: Path) -> None:
    name = printable(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(diagnose("BLD007", whole_file(name), folder=name))


def _copied(source: Path, target: Path) -> Iterator[Path]:
    for path in sorted(source.rglob("*")):
        if path.is_file():
            copy = target / path.relative_to(source)
            write_whole(copy, path.read_bytes())
            yield copy
