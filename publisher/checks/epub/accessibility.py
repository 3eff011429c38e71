"""Whether the accessibility metadata is there, and true (EPUB Accessibility 1.1, 2.2)."""

from collections.abc import Callable, Iterator

from lxml import etree

from publisher.checks.epub.alternatives import PICTURES, unsaid
from publisher.checks.epub.book import Book
from publisher.checks.epub.headings import HEADINGS
from publisher.checks.epub.xml_file import XPath, words
from publisher.diagnostics import Diagnostic

_METADATA = XPath("/opf:package/opf:metadata")
_STATED = XPath(
    "//opf:meta[starts-with(@property, 'schema:access') or starts-with(@name, 'schema:access')]"
)
_FORMULAS = XPath("//m:math")
_PAGES = XPath("//h:nav[contains(concat(' ', normalize-space(@epub:type), ' '), ' page-list ')]")
_PAGES_OF_NCX = XPath("//ncx:pageList")
_BREAKS = XPath(
    "//*[@role='doc-pagebreak' or contains(concat(' ', @epub:type, ' '), ' pagebreak ')]"
)
_REQUIRED = ("accessMode", "accessibilityFeature", "accessibilityHazard")


def missing_statements(book: Book) -> Iterator[Diagnostic]:
    """ELT033 with the properties that every book has to state."""
    stated = {name for name, _ in _statements(book)}
    missing = [f"schema:{name}" for name in _REQUIRED if name not in stated]
    if missing:
        place = (_METADATA.elements(book.document.root) or [book.document.root])[0]
        yield book.document.diagnose("ELT033", place, missing=", ".join(missing))


def untrue_statements(book: Book) -> Iterator[Diagnostic]:
    """ELT034 for each feature that is claimed and not there, or there and not claimed."""
    claimed = {value for name, value in _statements(book) if name == "accessibilityFeature"}
    if not claimed:
        return
    place = next(
        (one for one in _STATED.elements(book.document.root) if "Feature" in _name(one)),
        book.document.root,
    )
    for feature, claim in _CLAIMS.items():
        fault = claim(book, feature in claimed)
        if fault:
            yield book.document.diagnose("ELT034", place, claim=fault)


def _alternatives(book: Book, claimed: bool) -> str | None:
    without = sum(unsaid(one) for text in book.texts for one in PICTURES.elements(text.root))
    many = "a picture has" if without == 1 else f"{without} pictures have"
    return f"alternativeText, but {many} none" if claimed and without else None


def _formulas(book: Book, claimed: bool) -> str | None:
    there = any(_FORMULAS.elements(text.root) for text in book.texts)
    return _compared("MathML", claimed, there, "formulas")


def _page_list(book: Book, claimed: bool) -> str | None:
    there = bool(book.navigation is not None and _PAGES.elements(book.navigation.root))
    there = there or bool(book.ncx is not None and _PAGES_OF_NCX.elements(book.ncx.root))
    return _compared("pageNavigation", claimed, there, "page list")


def _page_breaks(book: Book, claimed: bool) -> str | None:
    there = claimed and any(_BREAKS.elements(text.root) for text in book.texts)
    return _compared("pageBreakMarkers", claimed, there, "page breaks")


def _headings(book: Book, claimed: bool) -> str | None:
    there = claimed and any(HEADINGS.elements(text.root) for text in book.texts)
    return _compared("structuralNavigation", claimed, there, "headings")


def _overlays(book: Book, claimed: bool) -> str | None:
    there = any(item.media_type == "application/smil+xml" for item in book.items)
    return _compared("synchronizedAudioText", claimed, there, "media overlays")


_CLAIMS: dict[str, Callable[[Book, bool], str | None]] = {
    "alternativeText": _alternatives,
    "MathML": _formulas,
    "pageNavigation": _page_list,
    "pageBreakMarkers": _page_breaks,
    "structuralNavigation": _headings,
    "synchronizedAudioText": _overlays,
}


def _compared(feature: str, claimed: bool, there: bool, what: str) -> str | None:
    if claimed == there:
        return None
    return f"{feature}, but no {what}" if claimed else f"{what}, but no {feature}"


def _statements(book: Book) -> Iterator[tuple[str, str]]:
    for one in _STATED.elements(book.document.root):
        yield _name(one).removeprefix("schema:"), words(one) or str(one.get("content") or "")


def _name(element: etree._Element) -> str:
    return str(element.get("property") or element.get("name") or "")
