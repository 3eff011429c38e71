"""`publisher check`: findings on sources, EPUBs and PDFs, whoever made them."""

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.options import Form, FormatOption, QuietOption, ReportOption, StrictOption


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Sources, .epub, .pdf.")],
    format: FormatOption = Form.TEXT,
    report: ReportOption = None,
    strict: StrictOption = False,
    quiet: QuietOption = False,
) -> None:
    """Check sources, EPUB files and PDF files."""
    from publisher.build.check import check_files
    from publisher.build.reports import CHECK_FORMS
    from publisher.cli.terminal import faults_shown, print_report

    with faults_shown(format, report):
        result = check_files(files)
        code = result.exit_code(strict=strict)
        if code or report or not quiet:
            print_report(CHECK_FORMS[format.value](result), report)
    raise typer.Exit(code)
