"""Which item of a file that holds several is read: one source file gives one document."""

import contextlib
from collections.abc import Sequence

from publisher.diagnostics import PublisherError, diagnose
from publisher.span import Span

_SHOWN = 5
_LONGEST = 60


def pick(entry: str | None, names: Sequence[str], place: Span) -> int:
    """The index of the item that `entry` asks for, by its number from 1 or by its name.

    `names` are what the items are called in the file (a guid, an identifier); `place` is where
    they stand. The only item needs no asking. Raises PublisherError: NWS013 where there is none,
    NWS014 where there are several and `entry` is None, NWS015 where it is none of them.
    """
    if not names:
        raise PublisherError(diagnose("NWS013", place))
    if entry is None and len(names) == 1:
        return 0
    if entry is None:
        facts = {"count": len(names), "items": _listed(names)}
        raise PublisherError(diagnose("NWS014", place, **facts))
    if entry in names:
        return names.index(entry)
    with contextlib.suppress(ValueError):
        if 1 <= int(entry) <= len(names):
            return int(entry) - 1
    raise PublisherError(diagnose("NWS015", place, entry=entry, items=_listed(names)))


def _listed(names: Sequence[str]) -> str:
    listed = [f"{at}: {_cut(name)}" for at, name in enumerate(names[:_SHOWN], start=1)]
    more = len(names) - _SHOWN
    return ", ".join(listed) + (f" and {more} more" if more > 0 else "")


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
