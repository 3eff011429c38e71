"""The safe fixes of sources: planned, shown, then written. What was not shown is never written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from publisher.assets import Source, exchange
from publisher.build.examine import disabled_checks, examine
from publisher.build.outcome import Fixing
from publisher.build.prepare import ReadWork
from publisher.build.works import Work, find_works
from publisher.checks.source import Fixed, fix_source
from publisher.checks.source.diff import unified_diff
from publisher.checks.source.fixing import Read
from publisher.diagnostics import Diagnostic, PublisherError, UsageError
from publisher.sources import Reading, read


class Plan(msgspec.Struct, frozen=True):
    """What --fix changes in a work's source: the bytes it was read as, and those it will have."""

    work: Work
    source: Source
    fixed: Fixed

    @property
    def diff(self) -> str:
        """The change as a unified diff, for people and for `patch`."""
        return unified_diff(self.source.name, self.fixed.before, self.fixed.after)


Fixings = Mapping[Path, Fixing]
"""From a source's path, links resolved, to what came of its plan."""


def plan_fixes(files: Sequence[Path]) -> tuple[Plan, ...]:
    """A plan for each source at `files` that has anything to fix.

    A source that cannot be read has none; `check_files` says why. Raises UsageError as
    `find_works` does.
    """
    sources = [file for file in files if file.suffix.lower() not in (".epub", ".pdf")]
    plans = (_plan(work) for work in find_works(sources).works)
    return tuple(plan for plan in plans if plan)


def _plan(work: Work) -> Plan | None:
    try:
        disabled = disabled_checks(work.project)
        read = examine(work).read
    except UsageError:
        return None
    if read is None:
        return None
    source = read.inputs[0]
    fixed = fix_source(source, read.reading, _reader(read), disabled)
    return Plan(work, source, fixed) if fixed else None


def _reader(found: ReadWork) -> Read:
    def again(source: Source) -> Reading:
        return read(source, found.given)

    return again


def write_fixes(plans: Sequence[Plan], *, write: bool) -> Fixings:
    """Writes the plans if `write`, each file whole or not at all; what came of each."""
    fixings = {}
    for plan in plans:
        written = False
        diagnostics: tuple[Diagnostic, ...] = ()
        if write:
            try:
                exchange(plan.work.source, plan.work.root, plan.source.data, plan.fixed.data)
                written = True
            except PublisherError as failure:
                diagnostics = failure.diagnostics
        fixings[plan.work.source.resolve()] = Fixing(
            plan.fixed.lines, plan.diff, written, diagnostics
        )
    return fixings
