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
    target: Annotated[
        list[str] | None,
        typer.Option(
            "--target",
            metavar="NAME",
            help="Check PDFs against the rules of a target; may be given more than once.",
        ),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(
            "--picture", metavar="DIR", help="Draw what is found in PDFs on their pages, there."
        ),
    ] = None,
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
        fixings = write_fixes(plans, write=fix)
        result = check_files(files, fixings, with_ace=ace, targets=target or (), pictures=picture)
        code = result.exit_code(strict=strict)
        if code or report or not quiet:
            print_report(CHECK_FORMS[format.value](result), report)
    raise typer.Exit(code)
