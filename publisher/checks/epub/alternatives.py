"""What pictures say to who cannot see them (WCAG 2.2, 1.1.1; DAISY knowledge base, Images)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import XPath
from publisher.checks.source.alternative_text import PICTURE_NAME
from publisher.diagnostics import Diagnostic

PICTURES = XPath("//h:img")
_IN_FIGURES = XPath("//h:figure//h:img")
_START = re.compile(
    r"(?i)(?:an? |the )?(?:image|picture|graphic) of\b|(?:ein )?(?:Bild|Foto) von\b"
    r"|(?:une )?image d[e’']|(?:una )?imagen de\b|(?:un['’])?immagine di\b"
)


def unsaid(picture: etree._Element) -> bool:
    """Whether a picture neither says what it shows nor that it decorates."""
    return picture.get("alt") is None and not _decorates(picture) and not picture.get("aria-label")


def missing_alternatives(book: Book) -> Iterator[Diagnostic]:
    """ELT021 for a picture without alt; ELT022 for one of a figure whose alt is empty."""
    for text in book.texts:
        figures = set(_IN_FIGURES.elements(text.root))
        for picture in PICTURES.elements(text.root):
            if unsaid(picture):
                yield text.diagnose("ELT021", picture, picture=picture.get("src"))
            elif picture in figures and not picture.get("alt") and not _decorates(picture):
                yield text.diagnose("ELT022", picture, picture=picture.get("src"))


def idle_alternatives(book: Book) -> Iterator[Diagnostic]:
    """ELT023 for a text that is a file's name, ELT024 for one that begins "image of"."""
    for text in book.texts:
        for picture in PICTURES.elements(text.root):
            said, source = str(picture.get("alt") or "").strip(), str(picture.get("src"))
            if said and (PICTURE_NAME.fullmatch(said) or said == PurePosixPath(source).stem):
                yield text.diagnose("ELT023", picture, picture=source, text=said)
            elif start := _START.match(said):
                yield text.diagnose("ELT024", picture, picture=source, start=start[0])


def _decorates(picture: etree._Element) -> bool:
    return picture.get("role") in ("presentation", "none") or picture.get("aria-hidden") == "true"
