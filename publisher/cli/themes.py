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
    from publisher.cli.terminal import faults_shown, print_findings
    from publisher.configuration.settings import find_project, shown
    from publisher.diagnostics import PublisherError

    with faults_shown():
        root = find_project(Path.cwd()).root
        themes = list_themes(root)
        found = [*themes.diagnostics]
        for theme in themes.listed:
            typer.echo(f"{theme.name:<12} {theme.kind:<8} {theme.description}")
            typer.echo(f"{'':<12} {'':<8} {shown(theme.folder)}")
            try:
                path = draw_theme(theme, root, pictures) if pictures else None
            except PublisherError as failure:
                found += failure.diagnostics
                continue
            if path:
                typer.echo(f"{'':<12} {'':<8} {shown(path.resolve())}")
        print_findings(found)
    raise typer.Exit(1 if found else 0)
