"""`publisher parse`: a source's document as JSON."""

import typer

from publisher.cli.options import SourceArgument, StrictStructureOption, WholeOption


def parse(
    file: SourceArgument,
    whole: WholeOption = False,
    strict_structure: StrictStructureOption = False,
) -> None:
    """Print the structured document that a source file holds, as JSON."""
    import msgspec

    from publisher.build.prepare import read_work
    from publisher.build.works import find_works
    from publisher.cli.terminal import faults_shown
    from publisher.document.schema import to_json

    with faults_shown():
        (work,) = find_works([file]).works
        document = read_work(work, strict=strict_structure, whole=whole).reading.document
    typer.echo(msgspec.json.format(to_json(document), indent=2).decode())
