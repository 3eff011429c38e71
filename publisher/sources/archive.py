"""A ZIP archive of untrusted origin, read in memory under limits, never unpacked to a disk.

DOCX (ECMA-376 part 2) and EPUB (OCF 3.3) are such archives. Both allow only stored and deflated
entries. Limits hold for what is really unpacked, whatever the archive says of itself.
"""

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

import msgspec

from publisher.assets import Source, printable
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.span import Span, whole_file


class ArchiveLimits(msgspec.Struct, frozen=True):
    """What an archive may hold: entries, bytes of one and of all, and growth in unpacking."""

    entries: int = 20_000
    entry_bytes: int = 64_000_000
    total_bytes: int = 256_000_000
    growth: int = 300
    """Times its packed size; text seldom grows above 50."""
    growth_from: int = 4_000_000
    """Bytes below which growth is no danger."""


LIMITS = ArchiveLimits()

_ENTRY_MARK = b"PK\x01\x02"
_STEP = 1 << 16
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")
# What zipfile and zlib raise for bytes that are no archive, or no longer one.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
)


class Archive:
    """The entries of an archive that may be read. `diagnostics` names those that may not."""

    def __init__(self, name: str, file: zipfile.ZipFile, limits: ArchiveLimits) -> None:
        self.name = name
        self._file = file
        self._limits = limits
        self._left = limits.total_bytes
        entries = [info for info in file.infolist() if not info.is_dir()]
        times = Counter(info.filename for info in entries)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        found: dict[str, Diagnostic] = {}
        for info in entries:
            code = _refusal(info, times[info.filename])
            if code:
                # Placed at the archive: such a name may lead anywhere.
                facts = {"entry": printable(info.filename)}
                found[info.filename] = diagnose(code, whole_file(name), **facts)
            else:
                self._entries[info.filename] = info
        self.diagnostics = tuple(found.values())

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries

    def __iter__(self) -> Iterator[str]:
        """The names of the entries, in the archive's order."""
        return iter(self._entries)

    def place(self, entry: str) -> Span:
        """The place of an entry, as diagnostics name it: the archive's name, then the entry's."""
        return whole_file(f"{self.name}/{printable(entry)}")

    @property
    def directory(self) -> tuple[zipfile.ZipInfo, ...]:
        """What the archive says of its entries, of refused ones and folders too."""
        return tuple(self._file.infolist())

    def read(self, entry: str) -> bytes:
        """The bytes of `entry`. Raises PublisherError as `steps` does."""
        return b"".join(self.steps(entry))

    def steps(self, entry: str) -> Iterator[bytes]:
        """The bytes of `entry`, a few at a time.

        Raises PublisherError: SRC029 where there is none (with what was refused), SRC026 where
        it unpacks to too much, SRC027 where all that was read does, SRC028 where it is damaged.
        """
        info = self._entries.get(entry)
        if info is None:
            raise PublisherError(self._diagnose("SRC029", entry), *self.diagnostics)
        self._hold(info, info.file_size, info.file_size)
        unpacked = 0
        try:
            with self._file.open(info) as stream:
                while step := stream.read(_STEP):
                    unpacked += len(step)
                    self._left -= len(step)
                    self._hold(info, unpacked, 0)
                    yield step
        except _DAMAGE as failure:
            reason = str(failure) or "it ends too early"
            raise PublisherError(self._diagnose("SRC028", entry, reason=reason)) from failure

    def _hold(self, info: zipfile.ZipInfo, size: int, more: int) -> None:
        """Refuses an entry of `size` bytes, and an archive from which `more` bytes are to come."""
        limits = self._limits
        most = limits.entry_bytes
        if size > limits.growth_from:
            most = min(most, max(limits.growth_from, limits.growth * info.compress_size))
        if size > most:
            facts = {"limit": _megabytes(most)}
            raise PublisherError(self._diagnose("SRC026", info.filename, **facts))
        if more > self._left or self._left < 0:
            facts = {"limit": _megabytes(limits.total_bytes)}
            raise PublisherError(diagnose("SRC027", whole_file(self.name), **facts))

    def _diagnose(self, code: str, entry: str, **facts: object) -> Diagnostic:
        return diagnose(code, self.place(entry), entry=printable(entry), **facts)


def open_archive(source: Source, limits: ArchiveLimits = LIMITS) -> Archive:
    """The archive in `source`.

    Raises PublisherError: SRC020 for what is no ZIP archive, SRC021 for too many entries.
    """
    # Each entry of the directory begins with this mark. They are counted before zipfile makes
    # an object of each.
    if source.data.count(_ENTRY_MARK) > limits.entries:
        raise PublisherError(diagnose("SRC021", whole_file(source.name), limit=limits.entries))
    try:
        file = zipfile.ZipFile(io.BytesIO(source.data))
    except _DAMAGE as failure:
        reason = str(failure) or "its directory cannot be read"
        raise PublisherError(
            diagnose("SRC020", whole_file(source.name), reason=reason)
        ) from failure
    return Archive(source.name, file, limits)


def _refusal(info: zipfile.ZipInfo, times: int) -> str | None:
    """The code of what is wrong with an entry before it is unpacked."""
    # zipfile writes slashes for the system's separator and cuts at a NUL: the name as it stands
    # in the archive counts.
    if _leads_out(info.orig_filename):
        return "SRC022"
    if times > 1:
        return "SRC023"
    if info.flag_bits & _ENCRYPTED:
        return "SRC024"
    if info.compress_type not in _METHODS:
        return "SRC025"
    return None


def _leads_out(name: str) -> bool:
    unsafe = "\\" in name or "\0" in name or name.startswith("/") or bool(_DRIVE.match(name))
    return unsafe or ".." in name.split("/")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
