"""What is read from the environment: the only module that does."""

import datetime
import os

from publisher.diagnostics import UsageError, diagnose


def source_date_epoch() -> datetime.datetime | None:
    """The moment that SOURCE_DATE_EPOCH fixes (reproducible-builds.org), in UTC, or None.

    Raises UsageError: CFG006 where it is not a number of seconds.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(value), tz=datetime.UTC)
    except (ValueError, OverflowError, OSError) as failure:
        raise UsageError(diagnose("CFG006", value=value)) from failure


def wants_colour() -> bool:
    """Whether output on a terminal may have colour and weight: not where NO_COLOR is set."""
    return not os.environ.get("NO_COLOR")
