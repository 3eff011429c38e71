"""`publisher diff`: what a reader of one file gets, and a reader of the other does not."""

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.options import Form, FormatOption, QuietOption, ReportOption


def diff(
    one: Annotated[Path, typer.Argument(metavar="A", help="An .epub or .pdf file.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="The one to compare it with.")],
    format: FormatOption = Form.TEXT,
    report: ReportOption = None,
    quiet: QuietOption = False,
) -> None:
    """Compare what readers get out of two finished files."""
    from publisher.build.outcome import FAILED, OK, Report
    from publisher.build.reports import CHECK_FORMS
    from publisher.checks.parity import compare_files
    from publisher.cli.terminal import faults_shown, print_report

    with faults_shown(format, report):
        found = compare_files(one, other)
        code = FAILED if found else OK
        if found or report or not quiet:
            print_report(CHECK_FORMS[format.value](Report((), found)), report)
    raise typer.Exit(code)
