"""Whether an EPUB of unknown origin may be opened at all: its container, read under limits.

Stage: checks, before anything else reads the file. Input: a path. Output: the file's bytes, or the
findings that stop it. Sources: EPUB 3.3, 4.2 (OCF ZIP container); the archive's own limits.
"""

import stat
import zipfile
from pathlib import Path

import msgspec

from publisher.assets import Source, printable, read_source
from publisher.checks.epub.entities import entity_fault
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.archive import Archive, ArchiveLimits
from publisher.sources.epub.container import open_container
from publisher.span import whole_file

LIMITS = ArchiveLimits(entry_bytes=100_000_000, total_bytes=400_000_000)
"""More than a book that is read as a source may hold: films and sound are not read, only counted.
Unpacking all of it takes below 2 s."""

_LARGEST = 200_000_000
_HEADER = 30
"""Bytes of a local file header before its name (APPNOTE, 4.3.7)."""
_BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


class Inspected(msgspec.Struct, frozen=True):
    """An EPUB as a file: `source` is None where it must not be read any further."""

    source: Source | None
    diagnostics: tuple[Diagnostic, ...] = ()


def inspect(path: Path) -> Inspected:
    """The EPUB at `path`, every entry of it unpacked once, and what is wrong with its container.

    Errors: SRC001, SRC002, SRC007 for the file; SRC020, SRC021, SRC026 to SRC028 for the archive;
    EBK001, EBK002 for the container; ELT001 to ELT004 for entries that would harm who reads them.
    """
    try:
        source = read_source(path, limit=_LARGEST)
        archive = open_container(source, LIMITS).archive
        found = (*archive.diagnostics, *_faults(archive))
        if not found:
            found = tuple(filter(None, (_unpacked(archive, entry) for entry in archive)))
    except PublisherError as failure:
        return Inspected(None, failure.diagnostics)
    return Inspected(None if found else source, found)


def _faults(archive: Archive) -> list[Diagnostic]:
    """What the directory of an archive shows."""
    place = whole_file(archive.name)
    found = [
        diagnose("ELT003", place, entry=printable(info.filename))
        for info in archive.directory
        if stat.S_ISLNK(info.external_attr >> 16)
    ]
    shared = _overlapping(archive.directory)
    if shared:
        found.append(diagnose("ELT002", place, entry=printable(shared.filename)))
    if archive.diagnostics:
        found.append(diagnose("ELT001", place, count=len(archive.diagnostics)))
    return found


def _overlapping(directory: tuple[zipfile.ZipInfo, ...]) -> zipfile.ZipInfo | None:
    """The first entry whose bytes belong to another one too: a bomb that no size betrays."""
    end = 0
    for info in sorted(directory, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return info
        end = info.header_offset + _HEADER + len(info.orig_filename) + info.compress_size
    return None


def _unpacked(archive: Archive, entry: str) -> Diagnostic | None:
    """Unpacks an entry to its end, and looks at what it declares where it is XML."""
    steps = archive.steps(entry)
    first = next(steps, b"")
    if not first.lstrip(_BLANK).startswith(b"<"):
        for _ in steps:
            pass
        return None
    fault = entity_fault(first + b"".join(steps))
    return diagnose("ELT004", archive.place(entry), fault=fault) if fault else None
