"""The safe fixes of sources: planned, shown, then written. What was not shown is never written."""

from collections.abc import Iterator, Mapping, Sequence
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
    """What --fix changes in one source: the bytes it was read as, and those it will have."""

    work: Work
    source: Source
    fixed: Fixed

    @property
    def diff(self) -> str:
        """The change as a unified diff, for people and for `patch`."""
        return unified_diff(self.source.name, self.fixed.before, self.fixed.after)


Fixings = Mapping[Path, Fixing]
"""From the path of a work's source, links resolved, to what came of its plans."""


def plan_fixes(files: Sequence[Path]) -> tuple[Plan, ...]:
    """A plan for each source at `files` that has anything to fix.

    A source that cannot be read has none; `check_files` says why. Raises UsageError as
    `find_works` does.
    """
    sources = [file for file in files if file.suffix.lower() not in (".epub", ".pdf")]
    return tuple(plan for work in find_works(sources).works for plan in _plans(work))


def _plans(work: Work) -> Iterator[Plan]:
    try:
        disabled = disabled_checks(work.project)
        reads = examine(work).reads
    except UsageError:
        return
    for found in reads:
        source = found.inputs[0]
        fixed = fix_source(source, found.reading, _reader(found), disabled)
        if fixed:
            yield Plan(work, source, fixed)


def _reader(found: ReadWork) -> Read:
    def again(source: Source) -> Reading:
        return read(source, found.given)

    return again


def write_fixes(plans: Sequence[Plan], *, write: bool) -> Fixings:
    """Writes the plans if `write`, each file whole or not at all; what came of each."""
    fixings: dict[Path, Fixing] = {}
    for plan in plans:
        written = False
        diagnostics: tuple[Diagnostic, ...] = ()
        if write:
            try:
                path = plan.source.path or plan.work.source
                exchange(path, plan.work.root, plan.source.data, plan.fixed.data)
                written = True
            except PublisherError as failure:
                diagnostics = failure.diagnostics
        key = plan.work.source.resolve()
        done = Fixing(plan.fixed.lines, plan.diff, written, diagnostics)
        fixings[key] = _joined(fixings[key], done) if key in fixings else done
    return fixings


def _joined(first: Fixing, second: Fixing) -> Fixing:
    """What came of two sources of one work."""
    return Fixing(
        (*first.lines, *second.lines),
        first.diff + second.diff,
        first.written and second.written,
        (*first.diagnostics, *second.diagnostics),
    )
