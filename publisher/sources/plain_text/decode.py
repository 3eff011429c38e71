"""Bytes to characters: UTF-8 (RFC 3629), UTF-16, UTF-32, or the likeliest older encoding.

What the bytes prove goes first: a byte order mark, the zeros of UTF-16, well-formed UTF-8. Only
what is none of these is guessed, by charset-normalizer, and reported.
"""

import codecs
import re
from collections.abc import Iterator

import msgspec

from publisher.assets import Source
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.document.normalisation import Normalisation
from publisher.sources.reading import Choice
from publisher.sources.source_map import SourceMap
from publisher.span import Span, whole_file

# UTF-32 LE starts with the mark of UTF-16 LE, so the longer marks come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTI_BYTE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")

_DAMAGED = 4
"""Bytes of whole characters for one that stands astray: more of them, and it was UTF-8 once."""

_SAMPLE = 20_000
"""Bytes that are looked at to tell an older encoding."""


class Decoded(msgspec.Struct, frozen=True):
    """The characters of a source, and the encoding that they were read in."""

    text: str
    encoding: Choice
    mark: bool = False


def decode(source: Source, given: str | None = None) -> Decoded:
    """The characters of `source`; a byte order mark is a sign of its encoding, and none of them.

    `given` is the encoding where the user said it. Raises PublisherError: SRC003 where there are
    no bytes, SRC005 for a byte that its encoding does not have, SRC006 for a NUL, SRC011 for an
    encoding that is not known; at their line and column.
    """
    data = source.data
    mark, encoding = next(
        ((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "")
    )
    if len(data) == len(mark):
        raise PublisherError(diagnose("SRC003", whole_file(source.name)))
    body = data[len(mark) :]
    if mark:
        choice = Choice(encoding, "byte-order-mark", 1.0)
    elif given:
        choice = Choice(given, "given", 1.0)
    else:
        choice = _evident(body) or _guess(source)
    return Decoded(_decoded(source, len(mark), choice.value), choice, bool(mark))


def _evident(data: bytes) -> Choice | None:
    """The encoding that the bytes themselves prove, if they do."""
    head = data[:_SAMPLE]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(head) >= 4 and zeros.count(0) > 0.4 * len(zeros) and head.count(0) <= len(zeros):
            return Choice(name, "zero-bytes", 0.99)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Choice("utf-8", "well-formed", 1.0)


def _guess(source: Source) -> Choice:
    """The likeliest older encoding of bytes that are no UTF-8; damaged UTF-8 is not guessed at."""
    # Only a source that is not UTF-8 needs what this imports.
    from publisher.sources.plain_text.encodings import likeliest

    head = source.data[:_SAMPLE]
    whole = len(b"".join(_MULTI_BYTE.findall(head)))
    stray = len(_HIGH.findall(head)) - whole
    damaged = _DAMAGED * stray < whole or b"\0" in head
    found = None if damaged else likeliest(head)
    if found is None:
        _decoded(source, 0, "utf-8")  # raises, with the place of the first wrong byte
        raise AssertionError("well-formed UTF-8 is never guessed at")
    return found


def _decoded(source: Source, skip: int, encoding: str) -> str:
    data = source.data[skip:]
    wide = encoding.startswith(("utf-16", "utf-32"))
    nul = -1 if wide else data.find(b"\0")
    if nul >= 0:
        raise PublisherError(diagnose("SRC006", _place(source, skip + nul), offset=skip + nul))
    try:
        text = data.decode(encoding)
    except LookupError as failure:
        place = whole_file(source.name)
        raise PublisherError(diagnose("SRC011", place, encoding=encoding)) from failure
    except UnicodeDecodeError as failure:
        offset = skip + failure.start
        byte = f"0x{source.data[offset]:02X}"
        raise PublisherError(
            diagnose(
                "SRC005",
                _place(source, offset, encoding),
                byte=byte,
                offset=offset,
                encoding=encoding,
            )
        ) from failure
    if wide and "\0" in text:
        offset = text.index("\0")
        line, column = SourceMap(source.name, text).position(offset)
        place = Span(source.name, line, column, line, column + 1)
        raise PublisherError(diagnose("SRC006", place, offset=skip + offset))
    return text


def _place(source: Source, offset: int, encoding: str = "utf-8") -> Span:
    before = source.data[:offset].decode(encoding, errors="replace").removeprefix("\ufeff")
    line, column = SourceMap(source.name, before).position(len(before))
    return Span(source.name, line, column, line, column + 1)


def byte_order_mark(source: Source, decoded: Decoded) -> tuple[Normalisation, ...]:
    """The record of a byte order mark that `decode` left out (The Unicode Standard, 23.8)."""
    if not decoded.mark:
        return ()
    return (Normalisation("byte-order-mark", "\ufeff", "", whole_file(source.name)),)


def guessed(source: Source, decoded: Decoded) -> Iterator[Diagnostic]:
    """A note where the encoding was guessed, or told by zeros alone."""
    choice = decoded.encoding
    if choice.rule in ("likeliest", "zero-bytes"):
        facts = {"encoding": choice.value, "share": f"{choice.confidence:.0%}"}
        yield diagnose("SRC012", whole_file(source.name), **facts)
