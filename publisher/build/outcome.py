"""What came of a work, and of a whole build."""

import msgspec

from publisher.checks.source.fixing import ChangedLine
from publisher.diagnostics import Diagnostic, Severity, worst
from publisher.document.normalisation import Normalisation

OK, FAILED, WRONG_USAGE = 0, 1, 2
"""The exit codes of the contract (docs/contract.md)."""


class Input(msgspec.Struct, frozen=True):
    """A file that an output was made from: `path` is relative to the folder that was built."""

    path: str
    sha256: str


class Output(msgspec.Struct, frozen=True):
    """A finished file: `path` is relative to the output folder, `size` in bytes."""

    path: str
    sha256: str
    size: int
    work: str
    target: str
    inputs: tuple[Input, ...]


class Fixing(msgspec.Struct, frozen=True):
    """What safe fixes change in a source: the lines, their diff, and whether that is written."""

    lines: tuple[ChangedLine, ...]
    diff: str
    written: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


class Outcome(msgspec.Struct, frozen=True):
    """One work: its files, none where it failed, and everything that was found on the way.

    `misconfigured`: it failed for what a configuration file says. `fixing`: what --fix changes in
    its source, or would, where that was asked for.
    """

    work: str
    source: str
    outputs: tuple[Output, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    changes: tuple[Normalisation, ...] = ()
    misconfigured: bool = False
    fixing: Fixing | None = None

    @property
    def failed(self) -> bool:
        """Whether anything at error level stopped the work's output."""
        return worst(self.diagnostics) is Severity.ERROR


class Report(msgspec.Struct, frozen=True):
    """A build: an outcome a work, and the findings that belong to none."""

    outcomes: tuple[Outcome, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def all_diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings of the build, then those of its works in order."""
        return (*self.diagnostics, *(found for each in self.outcomes for found in each.diagnostics))

    def exit_code(self, *, strict: bool) -> int:
        """The exit code that the contract asks for; `strict` counts warnings as failures."""
        if any(outcome.misconfigured for outcome in self.outcomes):
            return WRONG_USAGE
        found = worst(self.all_diagnostics)
        if found is Severity.ERROR or (strict and found is Severity.WARNING):
            return FAILED
        return OK
