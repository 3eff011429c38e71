"""PDFs of unknown origin, read for a comparison in a process of their own."""

from collections.abc import Callable
from typing import TypeVar

from publisher.assets import Source
from publisher.checks.apart import ReaderEnded, TookTooLong, work_apart
from publisher.checks.parity.content import Content
from publisher.checks.parity.pdf.limits import too_much
from publisher.checks.parity.pdf.reader import read_pdf
from publisher.diagnostics import PublisherError, diagnose
from publisher.span import whole_file

LONGEST = 120.0
"""Seconds that a file may take; a book of 300 pages takes two."""

Answer = TypeVar("Answer")


def read_apart(source: Source, *, longest: float | None = None) -> Content:
    """What `read_pdf` gives, or raises, as `apart` has it."""
    return apart(read_pdf, source, longest=longest)


def apart(
    read: Callable[[Source], Answer], source: Source, *, longest: float | None = None
) -> Answer:
    """What `read` gives, or raises, within `longest` seconds, else `LONGEST`.

    `read` is a function of a module. Raises PublisherError as it does; PAR022 where it takes
    longer, PDF001 where the process ends over it.
    """
    seconds = LONGEST if longest is None else longest
    try:
        return work_apart(_read, source, read, seconds=seconds)
    except TookTooLong:
        raise too_much(source.name, f"it takes more than {seconds:.0f} seconds to read") from None
    except ReaderEnded:
        reason = "reading it ends the program that reads it"
        found = diagnose("PDF001", whole_file(source.name), reason=reason)
        raise PublisherError(found) from None


def _read(source: Source, read: Callable[[Source], Answer]) -> Answer:
    return read(source)
