"""Bytes of a page to characters, by what they prove and what the page declares.

HTML Living Standard, 13.2.3: a byte order mark, then `<meta charset>`; names of encodings are
those of the Encoding Standard. What a page declares is checked, and a declaration that its bytes
contradict is told.
"""

import codecs
import re
from collections.abc import Iterator

import msgspec
import webencodings

from publisher.assets import Source
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.plain_text import decode as plain_text
from publisher.sources.reading import Choice
from publisher.span import Span

_HEAD = 4096
"""Bytes in which a declaration is looked for: the standard says 1024, pages say it later."""

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


class Decoded(msgspec.Struct, frozen=True):
    """The characters of a page, the encoding that they were read in, and what is to be told."""

    text: str
    encoding: Choice
    mark: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(source: Source, given: str | None) -> Decoded:
    """The characters of a page. Raises PublisherError as plain text's `decode` does."""
    declared = None if given or _has_mark(source.data) else _declared(source.data)
    if declared is None:
        found = plain_text.decode(source, given)
        told = tuple(plain_text.guessed(source, found))
        return Decoded(found.text, found.encoding, found.mark, told)
    name, label = declared
    if name != "utf-8" and _is_utf8(source.data):
        choice = Choice("utf-8", "well-formed", 0.99)
        return Decoded(_text(source, "utf-8"), choice, False, tuple(_told(source, label, choice)))
    try:
        text = source.data.decode(name)
    except UnicodeDecodeError as failure:
        return _other_than_declared(source, label, failure.start)
    return Decoded(_without_nul(source, text), Choice(name, "declared", 1.0))


def _has_mark(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _declared(data: bytes) -> tuple[str, str] | None:
    """The codec and the label of the encoding that a page declares, where there is such a one."""
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD]))
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii")
    encoding = webencodings.lookup(label)
    if encoding is None or encoding.name in ("replacement", "x-user-defined"):
        return None
    if encoding.name.startswith("utf-16"):
        return "utf-8", label  # it was read as ASCII, so it cannot be (13.2.3.2)
    return encoding.codec_info.name, label


def _is_utf8(data: bytes) -> bool:
    """Whether bytes beyond ASCII are there, and all of them well-formed UTF-8."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _other_than_declared(source: Source, label: str, offset: int) -> Decoded:
    """A page in another encoding than it declares: windows-1252, as all browsers guess."""
    text = source.data.decode("cp1252", errors="replace")
    wrong = text.count("\ufffd")
    choice = Choice("cp1252", "not-as-declared", 0.5 if wrong else 0.8)
    told = tuple(_told(source, label, choice, offset))
    return Decoded(_without_nul(source, text), choice, False, told)


def _told(source: Source, label: str, choice: Choice, offset: int = -1) -> Iterator[Diagnostic]:
    found = _DECLARED.search(source.data)
    at = offset if offset >= 0 else (found.start() if found else 0)
    facts = {"declared": label, "encoding": choice.value, "offset": at}
    yield diagnose("HTM007", _place(source, at), **facts)


def _place(source: Source, offset: int) -> Span:
    before = source.data[:offset].decode("utf-8", errors="replace")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(source.name, line, column, line, column + 1)


def _text(source: Source, name: str) -> str:
    return _without_nul(source, source.data.decode(name))


def _without_nul(source: Source, text: str) -> str:
    """`text`, unless it has a NUL: a page with one is damaged, or is none."""
    if "\0" in text:
        offset = source.data.find(b"\0")
        raise PublisherError(diagnose("SRC006", _place(source, offset), offset=offset))
    return text
