"""`publisher build`: works into EPUB and PDF files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from publisher.cli.options import (
    Form,
    FormatOption,
    NoCheckOption,
    OutOption,
    PagesFromOption,
    PathsArgument,
    QuietOption,
    ReportOption,
    StrictOption,
    StrictStructureOption,
    TargetOption,
    ThemeOption,
    ToOption,
)

if TYPE_CHECKING:
    from publisher.build.build import Options
    from publisher.build.outcome import Outcome, Report
    from publisher.build.works import Found
    from publisher.configuration.settings import Format, Project


def build(
    paths: PathsArgument = None,
    to: ToOption = None,
    out: OutOption = None,
    target: TargetOption = None,
    theme: ThemeOption = None,
    no_check: NoCheckOption = False,
    pages_from: PagesFromOption = None,
    format: FormatOption = Form.TEXT,
    report: ReportOption = None,
    strict: StrictOption = False,
    strict_structure: StrictStructureOption = False,
    quiet: QuietOption = False,
) -> None:
    """Build articles into EPUB and PDF files, and check them."""
    from publisher.build.build import Options
    from publisher.build.reports import BUILD_FORMS
    from publisher.cli.environment import source_date_epoch
    from publisher.cli.terminal import faults_shown, print_report

    formats = _formats(to)
    with faults_shown(format, report):
        epoch = source_date_epoch()
        found, usual = _works(paths)
        options = Options(
            out=out or usual,
            to=formats,
            targets=tuple(target or ()),
            theme=theme,
            check=not no_check,
            strict_structure=strict_structure,
            epoch=epoch,
            pages_from=pages_from,
        )
        result = _built(found, options, quiet=quiet or format is not Form.TEXT)
        code = result.exit_code(strict=strict)
        if code or report or not quiet:
            print_report(BUILD_FORMS[format.value](result), report)
    raise typer.Exit(code)


def _works(paths: Sequence[Path] | None) -> "tuple[Found, Path]":
    """The works at `paths`, or of the project, and the folder that its outputs go to."""
    from publisher.build.works import find_works
    from publisher.configuration.settings import find_project, shown

    here = find_project(Path.cwd())
    found = find_works(paths or _content(here))
    project = found.works[0].project if paths and found.works else here
    folder = Path(project.settings.out)
    return found, Path(shown(project.root / folder)) if project.file else folder


def _built(found: "Found", options: "Options", *, quiet: bool) -> "Report":
    """The report on the works, built; what was written is told in the manifest."""
    from publisher.build.build import build_works
    from publisher.build.manifest import write_manifest
    from publisher.build.outcome import Report

    names = [work.name for work in found.works]
    outcomes = _with_progress(build_works(found.works, options), names, quiet=quiet)
    result = Report(tuple(outcomes), found.diagnostics)
    files = [output for outcome in result.outcomes for output in outcome.outputs]
    if files:
        write_manifest(options.out, files)
    return result


def _content(here: "Project") -> list[Path]:
    """The folders that a project builds where no path is given."""
    from publisher.configuration.settings import shown

    named = here.settings.content
    folders = (named,) if isinstance(named, str) else named
    return [Path(shown(here.root / folder)) for folder in folders]


def _formats(to: str | None) -> "tuple[Format, ...]":
    """The value of --to as formats, in its order; nothing where it was not given."""
    from typing import get_args

    from publisher.configuration.settings import Format
    from publisher.configuration.toml import did_you_mean

    names = [] if to is None else [name.strip() for name in to.split(",")]
    for name in names:
        if name not in get_args(Format):
            hint = did_you_mean(name, set(get_args(Format)))
            raise typer.BadParameter(f"{name!r} cannot be built; {hint}", param_hint="--to")
    return cast("tuple[Format, ...]", tuple(dict.fromkeys(names)))  # each was looked up in Format


def _with_progress(
    outcomes: "Iterable[Outcome]", names: Sequence[str], *, quiet: bool
) -> "Iterator[Outcome]":
    """The outcomes as they come, with a bar on a terminal that shows how far the build is."""
    import sys

    if quiet or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("building", total=len(names))
        for outcome in outcomes:
            progress.update(task, advance=1, description=outcome.work)
            yield outcome
