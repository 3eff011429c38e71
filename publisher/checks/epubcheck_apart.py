"""EPUBCheck in a process of its own, which is stopped and replaced where it fails.

Stage: checks. A file that somebody else made may fill the heap of the Java virtual machine, or
keep it busy for ever; neither can be mended in the process that holds it, where it cannot be
started again. So such files are read by a helper: `python -m publisher.checks.epubcheck_apart`.

A request is a line of JSON, the path; its answer one too. The helper ends when its input does.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import msgspec

from publisher.checks import epubcheck
from publisher.checks.epubcheck import EpubcheckFailed, EpubcheckUnavailable, Message

_FLAGS = (
    # Together below 512 MB, measured on files that fill the heap.
    *("-Xmx288m", "-XX:MaxMetaspaceSize=112m", "-XX:MaxDirectMemorySize=16m"),
    # Without memory it ends at once, to be replaced.
    "-XX:+ExitOnOutOfMemoryError",
)


MOST = 5000
"""Messages on one file that are told."""


class _Answer(msgspec.Struct):
    messages: tuple[Message, ...] = ()
    unavailable: str = ""
    failed: str = ""


class _Helper:
    """The process, once it is asked for, and the folder that holds its temporary files."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._turn = threading.Lock()

    def start(self) -> None:
        with self._turn:
            self._started()

    def ask(self, path: Path, timeout: float) -> _Answer:
        """The answer on `path`. Raises EpubcheckFailed where the process ends without one."""
        with self._turn:
            process = self._started()
            assert process.stdin
            assert process.stdout
            late = threading.Event()

            def stop() -> None:
                late.set()
                process.kill()

            watch = threading.Timer(timeout, stop)
            watch.start()
            try:
                process.stdin.write(msgspec.json.encode(str(path.absolute())) + b"\n")
                process.stdin.flush()
                line = process.stdout.readline()
            except OSError:  # it ended before it was asked
                line = b""
            finally:
                watch.cancel()
            if line and not late.is_set():
                return msgspec.json.decode(line, type=_Answer)
            self._stop()
        why = (
            f"took longer than {timeout:g} s" if late.is_set() else "filled its memory, or crashed"
        )
        raise EpubcheckFailed(f"EPUBCheck: {path} {why}")

    def close(self) -> None:
        with self._turn:
            self._stop()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._folder = tempfile.TemporaryDirectory(
                prefix="publisher-", ignore_cleanup_errors=True
            )
            self._process = subprocess.Popen(  # noqa: S603 # this very module
                [sys.executable, "-P", "-m", __name__, self._folder.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


_helper = _Helper()
atexit.register(_helper.close)


def start() -> None:
    """Start the helper, where EPUBCheck is installed; return at once."""
    if epubcheck.available():
        _helper.start()


def validate(path: Path, *, timeout: float = 60.0) -> tuple[Message, ...]:
    """Every message on the EPUB at `path`, as `epubcheck.validate` gives them.

    `timeout` is in seconds, for this file and, where need be, the start of the helper. Raises
    EpubcheckUnavailable, and EpubcheckFailed; the next file has a new helper then.
    """
    answer = _helper.ask(path, timeout)
    if answer.unavailable:
        raise EpubcheckUnavailable(answer.unavailable)
    if answer.failed:
        _helper.close()
        raise EpubcheckFailed(answer.failed)
    return answer.messages


def _serve(folder: str) -> None:
    """Answers requests until there are no more; what else is written to its output is lost."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its user means the one who asks
    epubcheck.start((*_FLAGS, f"-Djava.io.tmpdir={folder}"))
    output = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with os.fdopen(output, "wb") as answers:
        for line in sys.stdin.buffer:
            answers.write(msgspec.json.encode(_answer(msgspec.json.decode(line, type=str))) + b"\n")
            answers.flush()


def _answer(path: str) -> _Answer:
    try:
        # Who asks keeps the time.
        return _Answer(_first(epubcheck.validate(Path(path), timeout=threading.TIMEOUT_MAX)))
    except EpubcheckUnavailable as failure:
        return _Answer(unavailable=str(failure))
    except EpubcheckFailed as failure:
        return _Answer(failed=str(failure))


def _first(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The worst of too many messages, in their order."""
    if len(messages) <= MOST:
        return messages
    order = ("fatal", "error", "warning", "usage", "info")
    worst = sorted(range(len(messages)), key=lambda number: order.index(messages[number].severity))
    return tuple(messages[number] for number in sorted(worst[:MOST]))


if __name__ == "__main__":
    _serve(sys.argv[1])
