"""`publisher targets`: what works can be built for, and the rules of each with their reasons."""

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.options import Form, FormatOption, ReportOption


def targets(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Targets whose rules are explained.", show_default=False
        ),
    ] = None,
    format: FormatOption = Form.TEXT,
    report: ReportOption = None,
) -> None:
    """List the targets, or explain the rules of some: why each holds, and where that was read."""
    from publisher.build.reports.targets import TARGET_FORMS
    from publisher.cli.terminal import faults_shown, print_report
    from publisher.configuration.settings import find_project
    from publisher.targets import load_target, target_files

    with faults_shown(format, report):
        root = find_project(Path.cwd()).root
        found = [load_target(name, root) for name in names or sorted(target_files(root))]
        print_report(TARGET_FORMS[format.value](found, explained=bool(names)), report)
