"""Bytes to characters: UTF-8, with or without a byte order mark (RFC 3629)."""

import codecs

from publisher.assets import Source
from publisher.diagnostics import PublisherError, diagnose
from publisher.document.normalisation import Normalisation
from publisher.sources.source_map import SourceMap
from publisher.span import Span, whole_file

# UTF-32 LE starts with the mark of UTF-16 LE, so the longer marks come first.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(source: Source) -> str:
    """The characters of `source`; a byte order mark is a sign of its encoding, and none of them.

    Raises PublisherError: SRC003 where there are no bytes, SRC011 for UTF-16 and UTF-32, SRC006
    for a NUL, SRC005 for a byte that is not UTF-8; the last two at their line and column.
    """
    data = source.data
    if not data.removeprefix(codecs.BOM_UTF8):
        raise PublisherError(diagnose("SRC003", whole_file(source.name)))
    for mark, encoding in _OTHER_MARKS:
        if data.startswith(mark):
            raise PublisherError(diagnose("SRC011", whole_file(source.name), encoding=encoding))
    nul = data.find(b"\0")
    if nul >= 0:
        raise PublisherError(diagnose("SRC006", _place(source, nul), offset=nul))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise PublisherError(
            diagnose(
                "SRC005",
                _place(source, failure.start),
                byte=f"0x{data[failure.start]:02X}",
                offset=failure.start,
            )
        ) from failure


def _place(source: Source, offset: int) -> Span:
    before = source.data[:offset].decode("utf-8-sig", errors="replace")
    line, column = SourceMap(source.name, before).position(len(before))
    return Span(source.name, line, column, line, column + 1)


def byte_order_mark(source: Source) -> tuple[Normalisation, ...]:
    """The record of a byte order mark that `decode` left out (The Unicode Standard, 23.8)."""
    if not source.data.startswith(codecs.BOM_UTF8):
        return ()
    return (Normalisation("byte-order-mark", "\ufeff", "", whole_file(source.name)),)
