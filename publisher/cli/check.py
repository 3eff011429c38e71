"""`publisher check`: findings on sources, EPUBs and PDFs; the safe fixes of sources."""

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli.options import Form, FormatOption, QuietOption, ReportOption, StrictOption


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Sources, .epub, .pdf.")],
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the fixes of sources that are safe.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix changes; without --fix, write nothing.")
    ] = False,
    ace: Annotated[
        bool, typer.Option("--ace", help="Have Ace by DAISY read EPUBs, too (see doctor).")
    ] = False,
    format: FormatOption = Form.TEXT,
    report: ReportOption = None,
    strict: StrictOption = False,
    quiet: QuietOption = False,
) -> None:
    """Check sources, EPUB files and PDF files."""
    from publisher.build.check import check_files
    from publisher.build.fix import plan_fixes, write_fixes
    from publisher.build.reports import CHECK_FORMS
    from publisher.cli.terminal import faults_shown, print_diff, print_report

    with faults_shown(format, report):
        plans = plan_fixes(files) if fix or diff else ()
        if diff and format is Form.TEXT:
            for plan in plans:
                print_diff(plan.diff)
        result = check_files(files, write_fixes(plans, write=fix), with_ace=ace)
        code = result.exit_code(strict=strict)
        if code or report or not quiet:
            print_report(CHECK_FORMS[format.value](result), report)
    raise typer.Exit(code)
