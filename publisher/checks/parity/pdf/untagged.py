"""The text of a PDF without tags: page after page, as far as characters and their places tell.

Nothing says what is a heading, a note or a running head. Lines at the head or foot of a page that
come back on others, their numbers aside, are left out.
"""

import re
from collections import Counter

import pypdfium2

from publisher.checks.parity.builder import Builder
from publisher.checks.parity.content import Place
from publisher.checks.parity.normal import BREAK, HYPHEN
from publisher.checks.parity.pdf.limits import MOST_CHARACTERS, MOST_OBJECTS, too_much
from publisher.checks.parity.pdf.runs import readable

_NUMBERS = re.compile(r"\d+|\b[ivxlcdm]+\b")
_OFTEN = 3
"""Pages on which a line at the edge stands that is no text."""


def read_text(document: pypdfium2.PdfDocument, name: str, language: str) -> Builder:
    """A builder with one block for each page that has text.

    Raises PublisherError: PAR022 where there is too much of it.
    """
    pages = []
    left = MOST_CHARACTERS
    for number in range(len(document)):
        lines = _lines(document, number, name)
        left -= sum(map(len, lines))
        if left < 0:
            raise too_much(name, f"more than {MOST_CHARACTERS:,} characters")
        pages.append(lines)
    edges = Counter((at, _shape(lines[at])) for lines in pages if lines for at in (0, -1))
    builder = Builder()
    for number, lines in enumerate(pages, start=1):
        kept = [line for at, line in enumerate(lines) if not _is_furniture(at, lines, edges)]
        if kept:
            place = Place(name, page=number)
            with builder.frame("passage", place):
                builder.text(_joined(kept), place, language)
    return builder


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
    lines = (readable(line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def _shape(line: str) -> str:
    return _NUMBERS.sub("#", line)


def _is_furniture(at: int, lines: list[str], edges: Counter[tuple[int, str]]) -> bool:
    return any(
        edges[edge, _shape(lines[at])] >= _OFTEN
        for edge, place in ((0, 0), (-1, len(lines) - 1))
        if at == place
    )


def _joined(lines: list[str]) -> str:
    """The lines of a page; a hyphen at the end of one is marked, as is the line's end."""
    text = ""
    for line in lines:
        if text.endswith(("-", HYPHEN)):
            text = text[:-1] + HYPHEN + line
        else:
            text += BREAK + line if text else line
    return text
