"""`publisher explain`: what was inferred from a source, line by line, and why."""

from typing import Annotated

import typer

from publisher.cli.options import (
    Form,
    FormatOption,
    SourceArgument,
    StrictStructureOption,
    WholeOption,
)


def explain(
    file: SourceArgument,
    format: FormatOption = Form.TEXT,
    accept: Annotated[
        bool,
        typer.Option("--accept", help="Write it into the NAME.toml beside the file, to correct."),
    ] = False,
    whole: WholeOption = False,
    strict_structure: StrictStructureOption = False,
) -> None:
    """Show how a source file was read: the role of each line, the rule, how sure it is."""
    from publisher.build.accept import accept_reading
    from publisher.build.explanation import explanation_json, explanation_text
    from publisher.build.prepare import read_work
    from publisher.build.works import find_works
    from publisher.cli.terminal import faults_shown

    with faults_shown(format):
        (work,) = find_works([file]).works
        read = read_work(work, strict=strict_structure, whole=whole)
        written = accept_reading(work, read) if accept else None
    typer.echo(explanation_json(read) if format is Form.JSON else explanation_text(read))
    if written:
        typer.echo(f"written: {written}", err=True)
