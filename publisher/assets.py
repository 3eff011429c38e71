"""The only door to files: reading under limits and inside a root, writing whole or not at all.

Documents are untrusted. What a document names is opened only below the root of its work, links
resolved; what a build writes appears under its final name complete, or not at all.
"""

import contextlib
import errno
import functools
import os
import re
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from publisher.diagnostics import PublisherError, diagnose
from publisher.span import whole_file

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Source(msgspec.Struct, frozen=True):
    """A source file as it was read: `name` is the path as messages have it.

    `path` is None for bytes that came from no file of their own.
    """

    name: str
    data: bytes
    path: Path | None = None


def printable(path: Path | str) -> str:
    """A path for messages: forward slashes, line feeds and undecodable bytes escaped."""
    text = path.as_posix() if isinstance(path, Path) else path
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def read_source(path: Path, *, limit: int) -> Source:
    """The file at `path`, which the user named.

    Raises PublisherError: SRC001 where there is none, SRC002 where it cannot be read, SRC007
    where it holds more than `limit` bytes.
    """
    name = printable(path)
    try:
        if not path.is_file():
            raise PublisherError(diagnose("SRC001", whole_file(name), file=name))
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
            size = max(len(data), os.fstat(stream.fileno()).st_size)
    except OSError as failure:
        reason = failure.strerror or type(failure).__name__
        raise PublisherError(
            diagnose("SRC002", whole_file(name), file=name, reason=reason)
        ) from failure
    if len(data) > limit:
        raise PublisherError(
            diagnose("SRC007", whole_file(name), size=_megabytes(size), limit=_megabytes(limit))
        )
    return Source(name, data, path)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


_LINE_END = re.compile("\r\n|[\r\n\u2028\u2029]")


def read_line(name: str, line: int) -> str:
    """Line `line`, from 1, of the text file `name`; empty where there is none to read.

    For excerpts in reports: a fault here is not worth another fault.
    """
    path = Path(name)
    try:
        found = path.stat()
        if not path.is_file() or found.st_size > 50_000_000:
            return ""
        lines = _lines(path, found.st_mtime_ns)
    except OSError:
        return ""
    return lines[line - 1] if line <= len(lines) else ""


@functools.lru_cache(maxsize=4)
def _lines(path: Path, changed: int) -> list[str]:
    """The lines of the file as it was `changed` last: a report asks for many of one file."""
    data = path.read_bytes()
    if b"\0" in data:
        return []  # not a text
    return _LINE_END.split(data.decode("utf-8", errors="replace").removeprefix("\ufeff"))


def inside(path: Path, root: Path) -> bool:
    """Whether `path`, all links resolved, lies in the folder `root`."""
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve(strict=True))
    except (OSError, RuntimeError):  # RuntimeError: a loop of links, before Python 3.13
        return False


class NotAFile(OSError):
    """What is at a path is no file that holds bytes: a folder, a device, a pipe."""


class TooLarge(OSError):
    """A file holds more than its limit: `size` bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


def read_below(path: Path, root: Path, *, limit: int) -> bytes:
    """The file at `path`, which a document names and which must lie below `root`.

    Raises OSError where it cannot be read: NotAFile also for what is outside of `root` once
    links are resolved, TooLarge above `limit` bytes. Nothing but a plain file is ever opened.
    """
    if not inside(path, root):
        raise NotAFile("a link out of the folder, or to nowhere")
    resolved = path.resolve(strict=True)
    if not stat.S_ISREG(resolved.stat().st_mode):
        raise NotAFile("a folder, a device or a pipe")
    # What was looked at may have been exchanged since: follow no link, and wait for nobody.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(resolved, flags), "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise NotAFile("a folder, a device or a pipe")
        if found.st_size > limit:
            raise TooLarge(found.st_size)
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(len(data))
    return data


class Staged:
    """A finished file beside the place it is meant for, under a temporary name."""

    def __init__(self, path: Path, temporary: Path) -> None:
        self.path = path
        self.temporary = temporary

    def publish(self) -> None:
        """Exchanges the old file for this one, in one step. Raises PublisherError as `staged`."""
        with _write_faults(self.path):
            self.temporary.replace(self.path)


@contextlib.contextmanager
def staged(path: Path, data: bytes) -> Iterator[Staged]:
    """`data` on the disk next to `path`, to be looked at and then published.

    What was not published is gone afterwards, and an older file at `path` still whole. Raises
    PublisherError: BLD002 where the folder cannot be written, BLD003 where the disk is full.
    """
    temporary = path.with_name(f".{path.stem[:60]}.{secrets.token_hex(6)}{path.suffix}")
    try:
        with _write_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():  # found out before any file of the work is published
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            with temporary.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        yield Staged(path, temporary)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one step. Raises PublisherError as `staged`."""
    with staged(path, data) as file:
        file.publish()


def exchange(path: Path, root: Path, before: bytes, after: bytes) -> None:
    """Puts `after` where the file at `path` held `before`, in one step; its mode and owner stay.

    A link inside the folder `root` is followed. Raises PublisherError: LNT020 where it leads out of
    there, where the file may not be written or no longer holds `before`; else as `staged`.
    """
    name = printable(path)
    if not inside(path, root):
        raise _not_fixed(name, "it is a link that leads out of the folder given")
    real = path.resolve()
    with _write_faults(path):
        found = real.stat()
    if not found.st_mode & 0o222:
        raise _not_fixed(name, "it is read-only")
    with staged(real, after) as file:
        with _write_faults(path):
            if hasattr(os, "chown"):
                os.chown(file.temporary, found.st_uid, found.st_gid)
            file.temporary.chmod(stat.S_IMODE(found.st_mode))
            if real.read_bytes() != before:
                raise _not_fixed(name, "it was changed meanwhile")
        file.publish()


def _not_fixed(file: str, reason: str) -> PublisherError:
    return PublisherError(diagnose("LNT020", whole_file(file), file=file, reason=reason))


@contextlib.contextmanager
def _write_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        code = "BLD003" if failure.errno in _FULL else "BLD002"
        file = printable(path)
        reason = failure.strerror or type(failure).__name__
        raise PublisherError(
            diagnose(code, whole_file(file), file=file, reason=reason)
        ) from failure
