"""The safe fixes of sources: planned, shown, then written. What was not shown is never written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from publisher.assets import Source, exchange
from publisher.build.outcome import Fixing
from publisher.build.prepare import ReadWork, read_work
from publisher.build.works import Work, find_works
from publisher.checks.source import Fixed, fix_source, require_known
from publisher.checks.source.diff import unified_diff
from publisher.checks.source.fixing import Read
from publisher.configuration.settings import Project, read_toml, shown
from publisher.configuration.toml import key_place
from publisher.diagnostics import Diagnostic, PublisherError
from publisher.sources import Reading, read
from publisher.span import Span


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
        found = read_work(work)
    except PublisherError:
        return None
    source = found.inputs[0]
    fixed = fix_source(source, found.reading, _reader(found), disabled)
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


def disabled_checks(project: Project) -> tuple[str, ...]:
    """The checks that a project has switched off. Raises UsageError as `require_known`."""
    disabled = project.settings.checks.disable
    require_known(disabled, _place(project) if disabled else None)
    return disabled


def _place(project: Project) -> Span | None:
    if project.file is None:
        return None
    table = ("tool", "publisher") if project.file.name == "pyproject.toml" else ()
    return key_place(read_toml(project.file), shown(project.file), *table, "checks", "disable")
