"""A JPEG without what does not belong to its pixels (ITU-T T.81, annex B)."""

from collections.abc import Iterator

from publisher.pictures.picture import Refused

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_KEPT = {
    *range(0xC0, 0xD0),  # frames, Huffman and arithmetic tables
    *range(0xDA, 0xE0),  # scans, quantisation, restarts
    0xEE,  # Adobe's APP14 says how colours are coded
}
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length


def stripped(data: bytes) -> bytes:
    """The JPEG in `data` up to its end, without comments, EXIF, XMP, profiles and previews.

    Raises Refused: IMG008 where its segments do not hang together.
    """
    return b"\xff\xd8" + b"".join(_kept(data)) + b"\xff\xd9"


def _kept(data: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        at = data.find(b"\xff", at)
        while 0 <= at < len(data) - 1 and data[at + 1] == 0xFF:
            at += 1  # fill bytes (B.1.1.2)
        if at < 0 or at + 2 > len(data):
            raise Refused("IMG008", reason="it breaks off")
        marker = data[at + 1]
        if marker == _EOI:
            return
        if marker in _ALONE or marker in (0x00, _SOI):
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            raise Refused("IMG008", reason="it breaks off")
        if marker == _SOS:
            end = _end_of_scan(data, end)
        if marker in _KEPT:
            yield data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the entropy-coded data that starts at `at` ends: at the next marker (B.1.1.5)."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise Refused("IMG008", reason="it breaks off")
        if data[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2
