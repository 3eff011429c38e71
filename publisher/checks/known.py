"""The names and codes that `[checks]` in publisher.toml may hold, of all checks."""

from collections.abc import Collection

from publisher.checks.epub.catalogue import CHECKS as OF_EPUBS
from publisher.checks.source.catalogue import CHECKS as OF_SOURCES
from publisher.configuration.toml import did_you_mean
from publisher.diagnostics import UsageError, diagnose
from publisher.span import Span


def require_known(checks: Collection[str], place: Span | None, key: str) -> None:
    """Raises UsageError: CFG002 at `place` for a name or code in `key` that is no check's."""
    names = {*OF_SOURCES, *OF_EPUBS}
    codes = {code for each in OF_SOURCES.values() for code in each.codes}
    codes |= {code for each in OF_EPUBS.values() for code in each.codes}
    for name in checks:
        if name not in names and name not in codes:
            near = did_you_mean(name, names | codes if name[:3].isupper() else names)
            reason = f"there is no check {name}; {near}"
            raise UsageError(diagnose("CFG002", place, key=f"checks.{key}", reason=reason))
