"""The report of Ace as diagnostics, each at the element that it is about."""

import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from publisher.assets import Source, printable
from publisher.checks.epub.book import Book, open_book
from publisher.checks.epub.xml_file import shortened
from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.epub.container import resolve
from publisher.span import whole_file

_CODES = {"critical": "ELT050", "serious": "ELT051", "moderate": "ELT051"}
_HELP = "http://kb.daisy.org/publishing/"
_STEP = re.compile(r"/(\d+)")


class _Test(msgspec.Struct, frozen=True):
    rule: str = msgspec.field(name="dct:title")
    impact: str = msgspec.field(name="earl:impact", default="minor")
    help: dict[str, str] = {}


class _Result(msgspec.Struct, frozen=True):
    text: str = msgspec.field(name="dct:description", default="")
    pointer: dict[str, list[str]] = msgspec.field(name="earl:pointer", default={})


class _Violation(msgspec.Struct, frozen=True):
    test: _Test = msgspec.field(name="earl:test")
    result: _Result = msgspec.field(name="earl:result")


class _Document(msgspec.Struct, frozen=True):
    subject: dict[str, object] = msgspec.field(name="earl:testSubject")
    assertions: tuple[_Violation, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """What is read of Ace's report (an EARL report in JSON-LD)."""

    assertions: tuple[_Document, ...]


def violations(report: Report, source: Source) -> Iterator[Diagnostic]:
    """A diagnostic for each violation in `report` on the EPUB in `source`, at its element."""
    if not any(document.assertions for document in report.assertions):
        return
    book = open_book(source)
    for document in report.assertions:
        path = _inside(book, str(document.subject["url"]))
        file = next((text for text in (*book.texts, book.document) if text.path == path), None)
        for found in document.assertions:
            steps = next(iter(found.result.pointer.get("cfi", [])), None)
            place = (
                file.place(_element(file.root, steps or "/"))
                if file
                else whole_file(f"{source.name}/{printable(path)}")
            )
            said = found.result.text.partition("\n")[0].strip() or "see there"
            yield diagnose(
                _CODES.get(found.test.impact, "ELT052"),
                place,
                rule=found.test.rule,
                text=found.test.help.get("dct:description", said),
                help=f"{shortened(said, 200)} ({found.test.help.get('url', _HELP)})",
            )


def _inside(book: Book, url: str) -> str:
    """The path in the archive of what Ace names by it, or by the way from the package document."""
    path = url.lstrip("/")
    return path if path in book.archive else resolve(book.package.path, path) or path


def _element(root: etree._Element, steps: str) -> etree._Element:
    """The element at a CFI in its document, as far as it leads (EPUB CFI 1.1, 2.2)."""
    element = root
    for step in _STEP.findall(steps):
        children = [child for child in element if isinstance(child.tag, str)]
        if not 0 < int(step) // 2 <= len(children):
            break
        element = children[int(step) // 2 - 1]
    return element
