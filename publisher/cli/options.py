"""The options that several commands have, each said once."""

import enum
from pathlib import Path
from typing import Annotated

import typer


class Form(enum.StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[
    Form, typer.Option("--format", help="text for people, json for programs.", show_choices=True)
]
ReportOption = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write the report there, not to the terminal."),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit with 1 on warnings, too.")]
StrictStructureOption = Annotated[
    bool, typer.Option("--strict-structure", help="Refuse what can only be guessed at.")
]
WholeOption = Annotated[
    bool, typer.Option("--whole", help="Take all of an HTML file, not just its article.")
]
SourceArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A source file.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing when all is well.")]
