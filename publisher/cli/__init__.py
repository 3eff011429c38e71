"""The command line: one module a command. Each parses, calls one function, prints, returns a code.

Command modules import nothing heavy at their top: `publisher --version` loads no backend.
"""

import gc
from typing import Annotated

import typer

from publisher import __version__
from publisher.build.garbage import Collector
from publisher.cli import build, check, diff, doctor, explain, new, parse, schema, targets, themes

app = typer.Typer(
    name="publisher",
    help="Turns articles, issues and books into EPUBs and print-ready PDFs.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"publisher {__version__}")
        raise typer.Exit


@app.callback()
def _publisher(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    pass


app.command()(build.build)
app.command()(parse.parse)
app.command()(explain.explain)
app.command()(check.check)
app.command()(diff.diff)
app.command()(new.new)
app.command()(themes.themes)
app.command()(targets.targets)
app.command()(schema.schema)
app.command()(doctor.doctor)


def main() -> None:
    """The console script `publisher`."""
    # What is imported is no garbage to look for, and what is left at the end goes with the process.
    with Collector().seldom():
        try:
            app()
        finally:
            gc.freeze()
