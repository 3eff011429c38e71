"""Files of unknown origin, read in a process of their own.

PDFium and qpdf are asked to do what a file says, and a file can say very much in few bytes: forms
that draw one another, fonts that are programs. What takes too long, or too much memory, is ended.
"""

import logging
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from publisher.assets import Source
from publisher.diagnostics import Diagnostic, PublisherError

Result = TypeVar("Result")
Given = TypeVar("Given")

_MOST_MEMORY = 4 << 30
"""Bytes of addresses, of which few are used."""


class TookTooLong(Exception):
    """The work was not done in its time."""


class ReaderEnded(Exception):
    """The process ended over its work."""


def work_apart(
    work: Callable[[Source, Given], Result], source: Source, given: Given, *, seconds: float
) -> Result:
    """What `work` makes of `source`, whose path is not handed on, and `given`.

    All three go to another process, and the result comes from there. Raises PublisherError as
    `work` does, TookTooLong after so many `seconds`, ReaderEnded where the process ends over it.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    task = (work, source.name, given)
    process = context.Process(target=_work, args=(theirs, *task), daemon=True)
    process.start()
    theirs.close()
    try:
        # Not as an argument: a process that ends before it has read those leaves this one waiting.
        ours.send_bytes(source.data)
        if not ours.poll(seconds):
            raise TookTooLong
        answer: tuple[bool, Result | tuple[Diagnostic, ...]] = ours.recv()
    except (EOFError, OSError):
        raise ReaderEnded from None
    finally:
        process.kill()
        process.join()
        ours.close()
    done, result = answer
    if not done:
        assert isinstance(result, tuple)
        raise PublisherError(*result)
    return result  # type: ignore[return-value]


def _work(
    asked: Connection, work: Callable[[Source, Given], Result], name: str, given: Given
) -> None:
    data = asked.recv_bytes()
    _limit_memory()
    logging.disable()  # what libraries say of damage on standard error is told as findings
    try:
        asked.send((True, work(Source(name, data), given)))
    except PublisherError as failure:
        asked.send((False, failure.diagnostics))


def _limit_memory() -> None:
    """Where the system can (not on Windows), and no lower limit is set already."""
    try:
        import resource
    except ImportError:
        return
    _, highest = resource.getrlimit(resource.RLIMIT_AS)
    most = _MOST_MEMORY if highest == resource.RLIM_INFINITY else min(_MOST_MEMORY, highest)
    resource.setrlimit(resource.RLIMIT_AS, (most, highest))
