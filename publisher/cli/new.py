"""`publisher new`: a small work that builds at once, or a theme to change."""

import enum
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from publisher.cli.options import Form

if TYPE_CHECKING:
    from publisher.build.starters import Starter


class What(enum.StrEnum):
    """What can be made."""

    ARTICLE = "article"
    ISSUE = "issue"
    BOOK = "book"
    THEME = "theme"


def new(
    what: Annotated[What, typer.Argument(help="What to begin.", show_default=False)],
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="The folder to make; of a theme, its name.", show_default=False
        ),
    ],
    source: Annotated[
        str, typer.Option("--from", metavar="THEME", help="The theme that is copied.")
    ] = "article",
) -> None:
    """Begin an article, an issue or a book that builds at once, or copy a theme to change it."""
    from publisher.build.starters import start_theme, start_work
    from publisher.cli.terminal import faults_shown
    from publisher.configuration.settings import find_project, shown

    with faults_shown(Form.TEXT, None):
        if what is What.THEME:
            root = find_project(Path.cwd()).root
            written = start_theme(source, folder.name, root)
            hint = f'set theme = "{folder.name}" in publisher.toml or publication.toml'
        else:
            written = start_work(cast("Starter", what.value), folder)
            hint = f"publisher build {shlex.quote(shown(folder.resolve()))}"
    for path in written:
        typer.echo(f"wrote {shown(path.resolve())}")
    typer.echo(f"next: {hint}")
