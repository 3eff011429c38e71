"""The text of a PDF without tags: page after page, as far as characters and their places tell.

Nothing says what is a heading, a note or a running head. Lines at the head or foot of a page that
come back on others, their numbers aside, are left out.
"""

import functools
import re
from collections import Counter

import pypdfium2

from publisher.checks.parity.builder import Builder
from publisher.checks.parity.content import Place
from publisher.checks.parity.normal import joined
from publisher.checks.parity.pdf.limits import MOST_CHARACTERS, MOST_OBJECTS, too_much
from publisher.checks.parity.pdf.runs import readable

_LINE = re.compile("\r\n|\n|(?<=[\x02\ufffe])")
_NUMBERS = re.compile(r"\d+|\b[ivxlcdm]+\b")
_OFTEN = 2
"""Pages on which a line at the edge stands that is no text."""

_EDGE = 3
"""Lines of a page that may be its running head or foot."""


def read_text(document: pypdfium2.PdfDocument, name: str, language: str) -> Builder:
    """A builder with one block for each page that has text.

    Raises PublisherError: PAR022 where there is too much of it.
    """
    builder = Builder()
    pages = read_lines(document, name)
    edges = Counter(edge for lines in pages for edge in _edges(lines).values())
    for number, lines in enumerate(pages, start=1):
        furniture = {at for at, edge in _edges(lines).items() if edges[edge] >= _OFTEN}
        kept = [line for at, line in enumerate(lines) if at not in furniture]
        if kept:
            place = Place(name, page=number)
            with builder.frame("passage", place):
                builder.text(functools.reduce(joined, kept, ""), place, language)
    return builder


def read_lines(document: pypdfium2.PdfDocument, name: str) -> list[list[str]]:
    """The lines of each page, running heads and folios among them.

    Raises PublisherError: PAR022 where there is too much of them.
    """
    pages = []
    left = MOST_CHARACTERS
    for number in range(len(document)):
        lines = _lines(document, number, name)
        left -= sum(map(len, lines))
        if left < 0:
            raise too_much(name, f"more than {MOST_CHARACTERS:,} characters")
        pages.append(lines)
    return pages


def _lines(document: pypdfium2.PdfDocument, number: int, name: str) -> list[str]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > MOST_OBJECTS * 10:
            raise too_much(name, f"more than {MOST_OBJECTS * 10:,} characters on a page")
        text = textpage.get_text_range()
    finally:
        textpage.close()
        page.close()
    # PDFium has one sign for a line's hyphen and its end.
    lines = (readable(line).strip() for line in _LINE.split(text))
    return [line for line in lines if line]


def _edges(lines: list[str]) -> dict[int, tuple[bool, str]]:
    """The lines at the head and foot of a page, without their numbers, by their place on it."""
    count = len(lines)
    head = {at: (True, _shape(lines[at])) for at in range(min(_EDGE, count))}
    return head | {at: (False, _shape(lines[at])) for at in range(max(_EDGE, count - _EDGE), count)}


def _shape(line: str) -> str:
    return _NUMBERS.sub("#", line)
