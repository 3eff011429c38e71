"""A source as the checks need it: read, and found out whether it could be built."""

import msgspec

from publisher.build.prepare import ReadWork, read_work
from publisher.build.ready import make_ready
from publisher.build.works import Work
from publisher.checks.known import require_known
from publisher.configuration.settings import Project, read_toml, shown
from publisher.configuration.toml import key_place
from publisher.diagnostics import Diagnostic, PublisherError, UsageError
from publisher.span import Span


class Examined(msgspec.Struct, frozen=True):
    """What was found on the way to a publication, and its sources as they were read."""

    reads: tuple[ReadWork, ...]
    diagnostics: tuple[Diagnostic, ...]


def examine(work: Work) -> Examined:
    """The readings of `work` and what `make_ready` finds. Raises UsageError as that does.

    A text that is only not set, for want of a letter, can still be checked; one that is refused,
    for its bytes or its size, cannot.
    """
    try:
        prepared = make_ready(work, epoch=None, printed="pdf" in work.project.settings.to)
    except UsageError:
        raise
    except PublisherError as failure:
        unset = any(found.code == "FNT001" for found in failure.diagnostics)
        readable = unset and not work.is_publication
        return Examined((read_work(work),) if readable else (), failure.diagnostics)
    return Examined(prepared.reads, prepared.diagnostics)


def disabled_checks(project: Project) -> tuple[str, ...]:
    """The checks that a project has switched off. Raises UsageError as `require_known`."""
    disabled = project.settings.checks.disable
    require_known(disabled, _place(project, "disable") if disabled else None, "disable")
    return disabled


def enabled_checks(project: Project) -> tuple[str, ...]:
    """The checks that a project has switched on. Raises UsageError as `require_known`."""
    enabled = project.settings.checks.enable
    require_known(enabled, _place(project, "enable") if enabled else None, "enable")
    return enabled


def _place(project: Project, key: str) -> Span | None:
    if project.file is None:
        return None
    table = ("tool", "publisher") if project.file.name == "pyproject.toml" else ()
    return key_place(read_toml(project.file), shown(project.file), *table, "checks", key)
