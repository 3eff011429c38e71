"""XML of untrusted origin to a tree: no DTD, no entities, no XInclude, nothing fetched.

Input: bytes. Output: the root element, and what was found. The specification is XML 1.0, fifth
edition; the encoding is found as its appendix F says.
"""

import codecs
import re
from typing import NamedTuple

import webencodings
from lxml import etree

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.span import Span, whole_file

LARGEST = 32_000_000
"""Bytes of one XML file or part."""

MOST_NODES = 1_000_000
"""Tags and attributes of one: a novel in Word has about half as many. Each takes up to 220 bytes
in a tree, and more in what is made of it, however few it takes in the file."""

DEEPEST = 120
"""Elements in elements. libxml2 alone would allow 256, too many for readers that recurse."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32", "ucs-2", "ucs-4", "iso-10646-ucs")
_DECLARATION = re.compile(r"<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']", re.ASCII)
_SPACE = re.compile(r"[ \t\r\n]*")
_BARE_DOCTYPE = re.compile(r"<!DOCTYPE[^\[\]<>]*>")
_XINCLUDE = "{http://www.w3.org/2001/XInclude}*"


class Parsed(NamedTuple):
    """The root of a tree without comments and processing instructions, and what was found.

    `text` is the file as it was decoded.
    """

    root: etree._Element
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str = ""


def parse_xml(data: bytes, name: str, *, bare_doctype: bool = False) -> Parsed:
    """The tree of the XML in `data`; `name` is the file, or the part of one, in diagnostics.

    With `bare_doctype`, a DOCTYPE that declares nothing itself is passed over, as NITF and XHTML
    have it; what it names is never read. Raises PublisherError: SRC013 above `LARGEST` bytes or
    `MOST_NODES`, SRC011 and SRC017 for its encoding, SRC014 for a DOCTYPE, SRC015 for an XInclude,
    SRC016 where it is not well-formed, SRC019 where it is deeper than `DEEPEST`.
    """
    if len(data) > LARGEST:
        facts = {"size": _megabytes(len(data)), "limit": _megabytes(LARGEST)}
        raise PublisherError(diagnose("SRC013", whole_file(name), **facts))
    decoded, found = _decoded(data, name)
    text = _without_doctype(decoded, name, bare=bare_doctype)
    nodes = text.count("<") + text.count("=")
    if nodes > MOST_NODES:
        facts = {"size": f"{nodes:,} tags and attributes", "limit": f"{MOST_NODES:,}"}
        raise PublisherError(diagnose("SRC013", whole_file(name), **facts))
    root = _tree(text, name)
    _refuse_xinclude(root, text, name)
    # One step of a path for each level: a single pass in C, whatever the size.
    if root.xpath(f"boolean({'/*' * (DEEPEST + 1)})"):
        raise PublisherError(diagnose("SRC019", whole_file(name), limit=DEEPEST))
    return Parsed(root, found, decoded)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _decoded(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text without a byte order mark, and a warning where the declaration is wrong."""
    told = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    head = data[:400].decode(told or "latin-1", errors="replace").removeprefix("\ufeff")
    declaration = _DECLARATION.match(head)
    declared = declaration[1] if declaration else None
    encoding = told or _named(declared, name)
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as failure:
        byte, offset = f"0x{data[failure.start]:02X}", failure.start
        place = _place(name, data[:offset].decode(encoding, errors="replace"))
        facts = {"byte": byte, "offset": offset, "encoding": encoding}
        raise PublisherError(diagnose("SRC017", place, **facts)) from failure
    if declared and not _same(declared, encoding):
        facts = {"declared": declared, "encoding": encoding}
        return text, (diagnose("SRC018", whole_file(name), **facts),)
    return text, ()


def _named(declared: str | None, name: str) -> str:
    """The codec of a declared encoding, of those that the web knows.

    A declaration that can be read as ASCII is not in UTF-16 or UTF-32, whatever it says.
    """
    if declared is None or declared.lower().startswith(_WIDE):
        return "utf-8"
    known = webencodings.lookup(declared)
    if known is None:
        raise PublisherError(diagnose("SRC011", whole_file(name), encoding=declared))
    return str(known.codec_info.name)


def _same(declared: str, encoding: str) -> bool:
    wide = declared.lower()
    if wide.startswith(_WIDE):
        return encoding.startswith(("utf-16", "utf-32"))
    known = webencodings.lookup(declared)
    return known is not None and known.codec_info.name == codecs.lookup(encoding).name


def _without_doctype(text: str, name: str, *, bare: bool) -> str:
    """The text with a bare DOCTYPE blanked out, so that no entity of its is defined.

    A DOCTYPE stands before the root element (XML 1.0, production 22).
    """
    at = _prolog_end(text)
    if not text.startswith("<!DOCTYPE", at):
        return text
    found = _BARE_DOCTYPE.match(text, at) if bare else None
    if not found:
        raise PublisherError(diagnose("SRC014", _place(name, text[:at])))
    blank = re.sub(r"[^\n]", " ", found[0])
    return text[:at] + blank + text[found.end() :]


def _prolog_end(text: str) -> int:
    """Where the DOCTYPE or the root element begins."""
    at = 0
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr] # it matches nothing, too
        if text.startswith("<?", at):
            end = text.find("?>", at)
            length = 2
        elif text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            length = 3
        else:
            return at
        if end < 0:
            return at
        at = end + length


def _tree(text: str, name: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as failure:
        first = next(iter(parser.error_log), None)
        line, column = (first.line, first.column) if first else (1, 1)
        place = Span(name, line, max(1, column), line, max(1, column))
        if first and "Excessive depth" in first.message:
            raise PublisherError(diagnose("SRC019", place, limit=DEEPEST)) from failure
        reason = " ".join(first.message.split()) if first else "it is empty"
        raise PublisherError(diagnose("SRC016", place, reason=reason)) from failure


def _refuse_xinclude(root: etree._Element, text: str, name: str) -> None:
    found = next(root.iter(_XINCLUDE), None)
    if found is None:
        return
    prefix = f"{found.prefix}:" if found.prefix else ""
    at = text.find(f"<{prefix}{etree.QName(found).localname}")
    raise PublisherError(diagnose("SRC015", _place(name, text[: max(at, 0)])))


def _place(name: str, before: str) -> Span:
    """The position that follows the text `before`."""
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(name, line, column, line, column)
