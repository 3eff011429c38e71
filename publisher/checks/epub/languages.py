"""The language of documents and passages (WCAG 2.2, 3.1.1 and 3.1.2)."""

import functools
import re
from collections.abc import Iterator

import langcodes
from lxml import etree

from publisher.checks.epub.book import Book
from publisher.checks.epub.xml_file import LANGUAGE, XHTML, XmlFile, shortened
from publisher.diagnostics import Diagnostic

# Letters that stand in a word of their own: single ones are signs of mathematics.
_SCRIPTS = {
    "Greek": "[\u0370-\u03ff\u1f00-\u1fff]{3,}",
    "Cyrillic": "[\u0400-\u052f]{3,}",
    "Armenian": "[\u0530-\u058f]{3,}",
    "Hebrew": "[\u0591-\u05f4]{3,}",
    "Arabic": "[\u0620-\u06ff\u0750-\u077f]{3,}",
    "Devanagari": "[\u0900-\u097f]{3,}",
    "Thai": "[\u0e01-\u0e5b]{3,}",
    "Georgian": "[\u10a0-\u10ff]{3,}",
    "Hangul": "[\u1100-\u11ff\uac00-\ud7af]{2,}",
    "Kana": "[\u3041-\u30ff]{2,}",
    "Han": "[\u3400-\u9fff]{2,}",
}
_WORD = re.compile("|".join(f"(?P<{name}>{letters})" for name, letters in _SCRIPTS.items()))
_LETTER = re.compile("|".join(letters.partition("{")[0] for letters in _SCRIPTS.values()))
_LATIN = "\u036f"
"""No letter up to here is of another script."""
_OF_CODES = {
    "Grek": {"Greek"},
    "Cyrl": {"Cyrillic"},
    "Armn": {"Armenian"},
    "Hebr": {"Hebrew"},
    "Arab": {"Arabic"},
    "Deva": {"Devanagari"},
    "Thai": {"Thai"},
    "Geor": {"Georgian"},
    "Kore": {"Hangul", "Han"},
    "Jpan": {"Kana", "Han"},
    "Hans": {"Han"},
    "Hant": {"Han"},
    "Hani": {"Han"},
}
_ANCIENT = {"grc": {"Greek"}, "chu": {"Cyrillic"}, "cu": {"Cyrillic"}}
_SILENT = frozenset(f"{{{XHTML}}}{name}" for name in ("script", "style", "code", "pre", "samp"))


def missing_languages(book: Book) -> Iterator[Diagnostic]:
    """ELT025 for a document that names no language."""
    for text in book.texts:
        if not (text.root.get(LANGUAGE) or text.root.get("lang")):
            yield text.diagnose("ELT025", text.root)


def other_scripts(book: Book) -> Iterator[Diagnostic]:
    """ELT026 for words in a script that their language is not written in, once a script a file.

    Latin letters are not looked at: every script borrows them.
    """
    for text in book.texts:
        if any(one > _LATIN and _LETTER.match(one) for one in text.characters):
            yield from _in_file(text)


def _in_file(text: XmlFile) -> Iterator[Diagnostic]:
    told: set[tuple[str, str]] = set()
    for element, string in _strings(text.root):
        for found in _WORD.finditer(string):
            script = str(found.lastgroup)
            language = _language(element)
            if language and (script, language) not in told and script not in _scripts(language):
                told.add((script, language))
                facts = {"text": shortened(found[0]), "script": script, "language": language}
                yield text.diagnose("ELT026", element, **facts)


def _strings(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Each text with the element that it stands in."""
    for element in root.iter("*"):
        if element.text and element.tag not in _SILENT:
            yield element, str(element.text)
        parent = element.getparent()
        if element.tail and parent is not None:
            yield parent, str(element.tail)


def _language(element: etree._Element) -> str:
    while element is not None:
        found = element.get(LANGUAGE) or element.get("lang")
        if found is not None:
            return str(found)
        element = element.getparent()  # type: ignore[assignment]
    return ""


@functools.lru_cache(maxsize=256)
def _scripts(language: str) -> frozenset[str]:
    """The scripts of a language; all of them where the tag says none."""
    primary = language.partition("-")[0].lower()
    if primary in ("", "und", "mul", "zxx", "mis"):
        return frozenset(_SCRIPTS)
    try:
        script = langcodes.get(language).maximize().script
    except ValueError:
        return frozenset(_SCRIPTS)
    return frozenset(_ANCIENT.get(primary, set()) | _OF_CODES.get(script or "", set()))
