"""`publisher themes`: the themes that a work can be set in, with a picture of each."""

from pathlib import Path
from typing import Annotated

import typer


def themes(
    pictures: Annotated[
        Path | None,
        typer.Option("--pictures", metavar="DIR", help="Write a picture of pages in each there."),
    ] = None,
) -> None:
    """List the themes: publisher's own, and those in themes/ of this project."""
    from publisher.build.themes import draw_theme, list_themes
    from publisher.cli.terminal import faults_shown
    from publisher.configuration.settings import find_project, shown

    with faults_shown():
        root = find_project(Path.cwd()).root
        for theme in list_themes(root):
            typer.echo(f"{theme.name:<12} {theme.kind:<8} {theme.description}")
            typer.echo(f"{'':<12} {'':<8} {shown(theme.folder)}")
            if pictures:
                path = draw_theme(theme, root, pictures)
                typer.echo(f"{'':<12} {'':<8} {shown(path.resolve())}")
