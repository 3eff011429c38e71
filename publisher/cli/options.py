"""The options of commands, each said once; the last ones are those of `publisher build`."""

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

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Source files, or folders of them. Without one: the project's content folder.",
        show_default=False,
    ),
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="epub,pdf", help="What to build.")]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the files go.")]
TargetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="NAME",
        help="What for: publisher targets lists them. May be given several times.",
    ),
]
ThemeOption = Annotated[str | None, typer.Option("--theme", metavar="NAME", help="How they look.")]
NoCheckOption = Annotated[
    bool, typer.Option("--no-check", help="Do not run EPUBCheck on the files.")
]
PagesFromOption = Annotated[
    Path | None,
    typer.Option(
        "--pages-from", metavar="PDF", help="The print edition that the EPUB has the pages of."
    ),
]
