"""The PDF that a user names for the page list of an EPUB (--pages-from)."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from publisher.assets import Source, printable, read_source
from publisher.diagnostics import UsageError, diagnose
from publisher.pagination import Pagination
from publisher.span import whole_file
from publisher.targets import Target


class Printed(msgspec.Struct, frozen=True):
    """A print edition, and the file that it was read from."""

    pagination: Pagination
    source: Source


def require_one_work(targets: Sequence[Sequence[Target]]) -> None:
    """Makes sure that there is one work, by its `targets`, and that it has an EPUB.

    Raises UsageError: PGL003 or PGL004 where it is not so.
    """
    if len(targets) != 1:
        raise UsageError(diagnose("PGL003", count=len(targets)))
    if targets[0] and all(target.format != "epub" for target in targets[0]):
        raise UsageError(diagnose("PGL004"))


def read_printed(path: Path) -> Printed:
    """The pages of the PDF at `path`.

    Raises UsageError: SRC001 where there is none; PublisherError as `read_source` and `read_print`
    do.
    """
    from publisher.checks.parity.pdf.limits import LARGEST  # its libraries take a while
    from publisher.checks.parity.pdf.printed import read_print

    if not path.is_file():
        name = printable(path)
        raise UsageError(diagnose("SRC001", whole_file(name), file=name))
    source = read_source(path, limit=LARGEST)
    return Printed(read_print(source), source)
