"""What is printed, and how: the only module that writes to the terminal."""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from publisher.assets import read_line, write_whole
from publisher.cli.environment import wants_colour
from publisher.cli.options import Form
from publisher.diagnostics import Diagnostic, PublisherError, UsageError
from publisher.diagnostics.excerpt import show

_HEAD = re.compile(r"(?m)^(error|warning|info)(\[\w+\])(: .*)$")
_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def print_text(text: str) -> None:
    """Text for people, on standard output: in colour on a terminal, unless NO_COLOR is set."""
    if not sys.stdout.isatty() or not wants_colour():
        typer.echo(text)
        return
    from rich.console import Console
    from rich.text import Text

    styled = Text(text)
    for found in _HEAD.finditer(text):
        styled.stylize(_STYLES[found[1]], *found.span(1))
        styled.stylize("bold", *found.span(3))
    styled.highlight_regex(r"(?m)^   = help: ", "cyan")
    styled.highlight_regex(r"(?m)^ +\| +\^+$", "bold")
    Console(soft_wrap=True).print(styled)


def print_diff(text: str) -> None:
    """A diff, on standard output: as it is, but on a terminal what is invisible is spelt out."""
    if sys.stdout.isatty():
        text = "".join(
            each if each.isprintable() or each in "\n\t" else f"<U+{ord(each):04X}>"
            for each in text
        )
    typer.echo(text, nl=False)


def print_report(text: str, file: Path | None) -> None:
    """A report, to standard output or whole into `file`."""
    if file is None:
        print_text(text)
    else:
        write_whole(file, text.encode() + b"\n")


def print_findings(found: Iterable[Diagnostic]) -> None:
    """Findings for people, on standard error, each with the line that it points at."""
    for diagnostic in found:
        typer.echo(show(diagnostic, read_line), err=True)


@contextmanager
def faults_shown(form: Form = Form.TEXT, file: Path | None = None) -> Iterator[None]:
    """Shows a fault that stops the whole command, and exits: 2 for wrong usage, else 1.

    People read it on standard error; a program gets the report that it asked for, without works.
    """
    try:
        yield
    except PublisherError as failure:
        if form is Form.TEXT:
            print_findings(failure.diagnostics)
        else:
            from publisher.build.outcome import Report
            from publisher.build.reports import BUILD_FORMS

            print_report(BUILD_FORMS[form.value](Report((), failure.diagnostics)), file)
        raise typer.Exit(2 if isinstance(failure, UsageError) else 1) from None
