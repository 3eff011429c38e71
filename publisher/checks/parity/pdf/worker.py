"""PDFs of unknown origin, read in a process of their own.

PDFium and qpdf are asked to do what a file says, and a file can say very much in few bytes: forms
that draw one another, fonts that are programs. What takes too long, or too much memory, is ended.
"""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from publisher.assets import Source
from publisher.checks.parity.content import Content
from publisher.checks.parity.pdf.limits import too_much
from publisher.checks.parity.pdf.reader import read_pdf
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.span import whole_file

LONGEST = 120.0
"""Seconds that a file may take; a book of 300 pages takes two."""

_MOST_MEMORY = 4 << 30
"""Bytes of addresses, of which few are used."""

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
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, source.name, read), daemon=True)
    seconds = LONGEST if longest is None else longest
    process.start()
    theirs.close()
    try:
        # Not as an argument: a process that ends before it has read those leaves this one waiting.
        ours.send_bytes(source.data)
        if not ours.poll(seconds):
            raise too_much(source.name, f"it takes more than {seconds:.0f} seconds to read")
        answer: Answer | tuple[Diagnostic, ...] = ours.recv()
    except (EOFError, OSError):
        reason = "reading it ends the program that reads it"
        found = diagnose("PDF001", whole_file(source.name), reason=reason)
        raise PublisherError(found) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, tuple):
        raise PublisherError(*answer)
    return answer


def _work(asked: Connection, name: str, read: Callable[[Source], object]) -> None:
    data = asked.recv_bytes()
    _limit_memory()
    try:
        asked.send(read(Source(name, data)))
    except PublisherError as failure:
        asked.send(failure.diagnostics)


def _limit_memory() -> None:
    """Where the system can (not on Windows), and no lower limit is set already."""
    try:
        import resource
    except ImportError:
        return
    _, highest = resource.getrlimit(resource.RLIMIT_AS)
    most = _MOST_MEMORY if highest == resource.RLIM_INFINITY else min(_MOST_MEMORY, highest)
    resource.setrlimit(resource.RLIMIT_AS, (most, highest))
