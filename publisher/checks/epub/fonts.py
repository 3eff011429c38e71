"""The fonts of a book beside the text that is set in them (EPUB 3.3, 3.4 and 4.4)."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

import uharfbuzz

from publisher.checks.epub.book import Book
from publisher.checks.epub.styles import chooses_page
from publisher.checks.epub.xml_file import XPath, own_texts
from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.epub.container import resolve

_ENCRYPTION = "META-INF/encryption.xml"
_OBFUSCATED = XPath("//*[local-name()='CipherReference']/@URI")
_BODY = XPath("//h:body")
# Code and formulas have fonts of their own, which the reader brings.
_SET = XPath(
    "descendant-or-self::h:*[text()][not(ancestor-or-self::h:pre or ancestor-or-self::h:code"
    " or ancestor-or-self::h:kbd or ancestor-or-self::h:samp)]"
)
_LARGEST = 20_000_000
_SHOWN = 8
_SIGNATURES = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
"""Fonts as they are (OpenType, 4.1); a packed one (WOFF) is not looked into."""
# What steers the line, or is of private use, needs no glyph.
_INVISIBLE = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn"))


def missing_glyphs(book: Book) -> Iterator[Diagnostic]:
    """ELT029 for characters that no font of a book has, where its text is to be set in them all.

    That is so where the page itself asks for a family that the book brings. It is not known where
    one of its fonts cannot be looked into.
    """
    fonts = {path for path, family in _faces(book)}
    families = {family for path, family in _faces(book)}
    page = next((family for family in _page_families(book)), "")
    if page not in families:
        return
    covered: set[int] = set()
    hidden = set(_obfuscated(book))
    for path in fonts:
        data = book.head(path, _LARGEST) if path in book.archive else b""
        if path in hidden or not data.startswith(_SIGNATURES):
            return
        covered.update(uharfbuzz.Face(uharfbuzz.Blob(data)).unicodes)
    if covered:
        yield from _uncovered(book, covered)


def obfuscated_fonts(book: Book) -> Iterator[Diagnostic]:
    """ELT030 for each font that is obfuscated."""
    for path in _obfuscated(book):
        yield diagnose("ELT030", book.archive.place(path), file=path)


def _uncovered(book: Book, covered: set[int]) -> Iterator[Diagnostic]:
    """The finding, at the first element with one of the characters."""
    missing: dict[str, None] = {}
    place = None
    for text in book.texts:
        if all(ord(one) in covered or not _visible(one) for one in text.characters):
            continue
        for body in _BODY.elements(text.root):
            for element in _SET.elements(body):
                found = sorted(set("".join(own_texts(element))))
                amiss = [one for one in found if ord(one) not in covered and _visible(one)]
                if amiss and place is None:
                    place = text.place(element)
                missing.update(dict.fromkeys(amiss))
    if missing:
        shown = " ".join(f"{one} (U+{ord(one):04X})" for one in list(missing)[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        yield diagnose("ELT029", place, characters=shown + more)


def _visible(character: str) -> bool:
    name = unicodedata.name(character, "")
    return unicodedata.category(character) not in _INVISIBLE and "VARIATION SELECTOR" not in name


def _faces(book: Book) -> Iterator[tuple[str, str]]:
    """The path and family of each font that a sheet brings."""
    for sheet in book.sheets:
        family = ""
        for one in sheet.declarations:
            if one.selector == "@font-face" and one.property == "font-family":
                family = _name(one.value)
            elif one.selector == "@font-face" and one.property == "src":
                paths = (resolve(sheet.path, url) for url in one.urls)
                yield from ((path, family) for path in paths if path)


def _page_families(book: Book) -> Iterator[str]:
    """The first family that the page asks for, of each sheet that does."""
    for sheet in book.sheets:
        for one in sheet.declarations:
            if one.property == "font-family" and chooses_page(one.selector):
                yield _name(one.value.partition(",")[0])


def _name(family: str) -> str:
    return family.strip().strip("\"'").lower()


def _obfuscated(book: Book) -> Iterator[str]:
    file = book.read(_ENCRYPTION)
    for address in _OBFUSCATED.strings(file.root) if file else []:
        if unquote(address) in book.archive:
            yield unquote(address)
