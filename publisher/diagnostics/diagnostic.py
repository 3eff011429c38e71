"""The diagnostic, and the two exceptions that carry one."""

import enum
from collections.abc import Iterable

import msgspec

from publisher.diagnostics.catalogue import CATALOGUE
from publisher.span import Span


class Severity(enum.StrEnum):
    """How much a finding matters.

    An error stops the output of its work, a warning is a defect that a reader may see, an info
    is a choice that was made for the user.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Diagnostic(msgspec.Struct, frozen=True):
    """One finding. `span` is None only where there is no file to point at."""

    code: str
    severity: Severity
    message: str
    help: str
    span: Span | None = None
    work: str | None = None

    def of_work(self, work: str) -> "Diagnostic":
        """The same finding, named as belonging to a work."""
        return msgspec.structs.replace(self, work=work)


class PublisherError(Exception):
    """Work on this input cannot go on; `diagnostics` say why, where, and what to do.

    PublisherError
    └── UsageError      the command line or the configuration is wrong (exit code 2)
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(f"{found.code}: {found.message}" for found in diagnostics))
        self.diagnostics = diagnostics


class UsageError(PublisherError):
    """The command line or a configuration file asks for what cannot be done (exit code 2)."""


def diagnose(code: str, span: Span | None = None, **facts: object) -> Diagnostic:
    """The diagnostic `code` at `span`, its wording filled in from the catalogue with `facts`.

    Raises KeyError for a code that is not in the catalogue or a fact that its wording lacks.
    """
    entry = CATALOGUE[code]
    return Diagnostic(
        code=code,
        severity=Severity(entry.severity),
        message=entry.message.format(**facts),
        help=entry.help.format(**facts),
        span=span,
    )


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """The highest severity among `diagnostics`, None where there are none."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    found = {diagnostic.severity for diagnostic in diagnostics}
    return next((severity for severity in order if severity in found), None)


def as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """The diagnostic in the form of the contract (docs/contract.md), flat, absent values null."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "work": diagnostic.work,
    }
