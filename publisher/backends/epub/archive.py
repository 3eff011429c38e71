"""A ZIP archive written by the letter: no clock, no machine, one compressor.

Python's zipfile compresses with whichever zlib it was built on, and zlib and zlib-ng give
different bytes. libdeflate comes with a wheel that the lock file pins. Format: PKWARE APPNOTE
6.3.10, sections 4.3 and 4.4.
"""

import functools
import struct
import zlib

import deflate

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_VERSION = 20  # 2.0: deflate and folders (4.4.3)
_MADE_BY = 3 << 8 | _VERSION  # 3: attributes as on Unix (4.4.2)
_STORED, _DEFLATED = 0, 8
_ATTRIBUTES = 0o100644 << 16
# The earliest moment that an entry can carry, 1 January 1980, 0:00 (4.4.6).
_TIME, _DATE = 0, 0x21

LEVEL = 9
"""libdeflate's level, from 1 to 12; docs/decisions/0004 has the figures."""


class Archive:
    """Collects entries in the order in which they are to be read."""

    def __init__(self) -> None:
        self._entries: list[bytes] = []
        self._directory: list[bytes] = []
        self._size = 0

    def writestr(self, name: str, data: str | bytes, *, stored: bool = False) -> None:
        """Adds an entry; `name` is ASCII. What deflate would not shrink is stored as well."""
        content = data.encode() if isinstance(data, str) else data
        packed = content if stored else _deflated(content)
        method = _DEFLATED if len(packed) < len(content) else _STORED
        body = packed if method == _DEFLATED else content
        path = name.encode("ascii")
        sizes = (zlib.crc32(content), len(body), len(content), len(path), 0)
        common = (_VERSION, 0, method, _TIME, _DATE, *sizes)
        self._directory.append(
            _CENTRAL.pack(b"PK\x01\x02", _MADE_BY, *common, 0, 0, 0, _ATTRIBUTES, self._size) + path
        )
        entry = _LOCAL.pack(b"PK\x03\x04", *common) + path + body
        self._entries.append(entry)
        self._size += len(entry)

    def finished(self) -> bytes:
        """The archive's bytes."""
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), self._size, 0)
        return b"".join((*self._entries, directory, end))


@functools.lru_cache(maxsize=64)
def _deflated(content: bytes) -> bytes:
    """`content` compressed; works of one batch share most of their fonts and style sheets."""
    return bytes(deflate.deflate_compress(content, LEVEL))
