"""Style that works against its reader: night mode, large text, narrow screens.

Sources: Kindle Publishing Guidelines 10.3 and 10.4, Apple Books Asset Guide (text), Standard Ebooks
manual (Semantics: no inline style), WCAG 2.2, 1.4.4. Books with a fixed layout are left alone.
"""

import re
from collections.abc import Iterator

from publisher.checks.epub.book import Book
from publisher.checks.epub.sheets import Declaration, UnreadableSheet, inline_declarations
from publisher.checks.epub.xml_file import XPath, shortened
from publisher.diagnostics import Diagnostic, diagnose

_STYLED = XPath("//h:*[@style]")
_STYLES = XPath("//h:style")
_ROOT = re.compile(r"(?i)(?:html|body|:root|\*)(?:[.#:\[][^\s>+~]*)?")
_COLOURS = frozenset(("color", "background", "background-color"))
_OPEN = re.compile(
    r"(?i)(?:transparent|inherit|initial|unset|revert|none|currentcolor)\b.*|var\(.*"
)
_LENGTH = re.compile(r"(?i)(?<![\w.-])([\d.]{1,12})(?:px|pt|pc|cm|mm|q|in)\b")
_HYPHENS = frozenset(
    ("hyphens", "-webkit-hyphens", "-epub-hyphens", "-moz-hyphens", "adobe-hyphenate")
)


def chooses_page(selector: str) -> str | None:
    """The part of a selector that chooses the page itself, None where none does."""
    parts = (part.strip() for part in selector.split(","))
    return next((part for part in parts if _ROOT.fullmatch(part)), None)


def inline_styles(book: Book) -> Iterator[Diagnostic]:
    """ELT035 at the first style attribute of a document, with their number; at style elements."""
    for text in [] if book.fixed else book.texts:
        styled = _STYLED.elements(text.root)
        if styled:
            many = f"{len(styled)} style attributes" if len(styled) > 1 else "a style attribute"
            yield text.diagnose("ELT035", styled[0], what=many)
        for style in _STYLES.elements(text.root):
            yield text.diagnose("ELT035", style, what="a style element")


def page_colours(book: Book) -> Iterator[Diagnostic]:
    """ELT036 for a colour of the page or of all its text."""
    for sheet in [] if book.fixed else book.sheets:
        for one in sheet.declarations:
            coloured = one.property in _COLOURS and not _OPEN.fullmatch(one.value)
            if coloured and (chosen := chooses_page(one.selector)):
                facts = {"property": one.property, "element": chosen, "value": shortened(one.value)}
                yield diagnose("ELT036", sheet.place(one), **facts)


def fixed_sizes(book: Book) -> Iterator[Diagnostic]:
    """ELT037 for a size of text in pixels, points or centimetres, once a size a sheet."""
    for sheet in [] if book.fixed else book.sheets:
        told: set[str] = set()
        for one in sheet.declarations:
            sized = one.property in ("font-size", "font") and not one.selector.startswith("@")
            value = shortened(one.value.partition("/")[0])
            if sized and _fixed(value) and value not in told:
                told.add(value)
                yield diagnose(
                    "ELT037", sheet.place(one), value=f"{one.property}: {shortened(one.value)}"
                )
    for text in [] if book.fixed else book.texts:
        for element in _STYLED.elements(text.root):
            for one in _inline(str(element.get("style"))):
                if one.property == "font-size" and _fixed(one.value):
                    yield text.diagnose(
                        "ELT037", element, value=f"{one.property}: {shortened(one.value)}"
                    )


def justified_without_hyphens(book: Book) -> Iterator[Diagnostic]:
    """ELT038 where a sheet justifies text and none of the book allows hyphens."""
    if book.fixed:
        return
    every = [(sheet, one) for sheet in book.sheets for one in sheet.declarations]
    if any(one.property in _HYPHENS and "auto" in one.value for _, one in every):
        return
    for sheet, one in every:
        if one.property == "text-align" and one.value.startswith("justify"):
            yield diagnose("ELT038", sheet.place(one))
            return


def _fixed(value: str) -> bool:
    """Whether a size is an absolute length other than zero (CSS Values 4, 6.2)."""
    found = _LENGTH.search(value)
    return bool(found and "(" not in value and found[1].strip("0."))


def _inline(style: str) -> tuple[Declaration, ...]:
    try:
        return inline_declarations(style)
    except UnreadableSheet:  # no reader makes anything of it either
        return ()
