"""Every check on EPUBs by its name, with the codes that it gives and what asks for it.

A check is switched off in publisher.toml by its name, a single finding by its code; one that is
off by default is switched on there.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import islice

import msgspec

from publisher.checks.epub.accessibility import missing_statements, untrue_statements
from publisher.checks.epub.alternatives import idle_alternatives, missing_alternatives
from publisher.checks.epub.book import Book
from publisher.checks.epub.contents import other_words, two_contents, unlisted_documents
from publisher.checks.epub.cover import cover_faults
from publisher.checks.epub.empty_elements import empty_elements
from publisher.checks.epub.fonts import missing_glyphs, obfuscated_fonts
from publisher.checks.epub.headings import several_chapters, skipped_levels
from publisher.checks.epub.ids import shared_ids
from publisher.checks.epub.landmarks import missing_landmarks
from publisher.checks.epub.languages import missing_languages, other_scripts
from publisher.checks.epub.metadata import missing_metadata, unrefined_people
from publisher.checks.epub.notes import calls_without_note, notes_without_way_back, uncalled_notes
from publisher.checks.epub.pictures import huge_pictures
from publisher.checks.epub.remote import remote_resources
from publisher.checks.epub.scripts import scripts
from publisher.checks.epub.sizes import long_documents
from publisher.checks.epub.soft_hyphens import soft_hyphens
from publisher.checks.epub.styles import (
    fixed_sizes,
    inline_styles,
    justified_without_hyphens,
    page_colours,
)
from publisher.checks.epub.titles import silent_titles
from publisher.checks.epub.typed import typed_quotes, typed_spaces
from publisher.checks.epub.unused_files import unused_files
from publisher.diagnostics import Diagnostic, diagnose
from publisher.diagnostics.catalogue import CATALOGUE
from publisher.span import whole_file

MOST = 500
"""Findings of one check that are told: who has more will not read them."""

Check = Callable[[Book], Iterator[Diagnostic]]
"""A check reads a book and says what is amiss in it."""


class BookCheck(msgspec.Struct, frozen=True):
    """One check, the codes that it gives, and the works that ask for what it looks at."""

    check: Check
    codes: tuple[str, ...]
    asked_by: str
    default: bool = True


CHECKS: dict[str, BookCheck] = {
    "empty-elements": BookCheck(empty_elements, ("ELT010",), "Standard Ebooks lint s-010, s-079"),
    "document-titles": BookCheck(silent_titles, ("ELT011",), "WCAG 2.2, 2.4.2"),
    "document-headings": BookCheck(skipped_levels, ("ELT012",), "WCAG 2.2, technique G141"),
    "chapters": BookCheck(several_chapters, ("ELT013",), "DAISY knowledge base, Headings"),
    "note-back-links": BookCheck(
        notes_without_way_back,
        ("ELT014",),
        "DPUB-ARIA 1.1, doc-backlink; Standard Ebooks lint s-056",
    ),
    "note-calls": BookCheck(calls_without_note, ("ELT015",), "EPUB SSV 1.1, noteref"),
    "uncalled-notes": BookCheck(
        uncalled_notes, ("ELT016",), "Standard Ebooks manual, 7 (Endnotes)"
    ),
    "contents": BookCheck(other_words, ("ELT017",), "Standard Ebooks lint m-045"),
    "unlisted": BookCheck(unlisted_documents, ("ELT018",), "Standard Ebooks lint m-045"),
    "ncx": BookCheck(two_contents, ("ELT019",), "EPUB 3.3, 5.9 (legacy features)"),
    "landmarks": BookCheck(missing_landmarks, ("ELT020",), "EPUB 3.3, 7.4.4"),
    "picture-alternatives": BookCheck(
        missing_alternatives, ("ELT021", "ELT022"), "WCAG 2.2, 1.1.1; Standard Ebooks lint s-004"
    ),
    "idle-alternatives": BookCheck(
        idle_alternatives, ("ELT023", "ELT024"), "DAISY knowledge base, Images"
    ),
    "document-languages": BookCheck(missing_languages, ("ELT025",), "WCAG 2.2, 3.1.1"),
    "scripts-of-languages": BookCheck(other_scripts, ("ELT026",), "WCAG 2.2, 3.1.2"),
    "shared-ids": BookCheck(shared_ids, ("ELT027",), "Standard Ebooks manual, 5 (id attributes)"),
    "unused-files": BookCheck(unused_files, ("ELT028",), "EPUBCheck, usage note OPF-097"),
    "glyphs": BookCheck(
        missing_glyphs, ("ELT029",), "Kindle Publishing Guidelines, Embedded Fonts"
    ),
    "obfuscation": BookCheck(obfuscated_fonts, ("ELT030",), "EPUB 3.3, 4.4"),
    "metadata": BookCheck(missing_metadata, ("ELT031",), "Standard Ebooks manual, 9 (Metadata)"),
    "people": BookCheck(unrefined_people, ("ELT032",), "Standard Ebooks manual, 9 (Metadata)"),
    "accessibility": BookCheck(missing_statements, ("ELT033",), "EPUB Accessibility 1.1, 2.2"),
    "accessibility-claims": BookCheck(
        untrue_statements,
        ("ELT034",),
        "EPUB Accessibility 1.1, 2.2; Standard Ebooks lint m-029, m-077",
    ),
    "inline-styles": BookCheck(inline_styles, ("ELT035",), "publisher: style stands in one place"),
    "page-colours": BookCheck(
        page_colours, ("ELT036",), "Kindle Publishing Guidelines, Body Text Defaults"
    ),
    "fixed-sizes": BookCheck(
        fixed_sizes, ("ELT037",), "WCAG 2.2, 1.4.4; Standard Ebooks lint c-023"
    ),
    "hyphenation": BookCheck(justified_without_hyphens, ("ELT038",), "WCAG 2.2, 1.4.8"),
    "cover": BookCheck(cover_faults, ("ELT039", "ELT040"), "Apple Books Asset Guide, Cover art"),
    "huge-pictures": BookCheck(huge_pictures, ("ELT041",), "Apple Books Asset Guide, Images"),
    "long-documents": BookCheck(long_documents, ("ELT042",), "Adobe RMSDK: 300 kB a document"),
    "scripts": BookCheck(scripts, ("ELT043",), "EPUB 3.3, 6.4"),
    "remote": BookCheck(remote_resources, ("ELT044",), "EPUB 3.3, 3.6"),
    "soft-hyphens": BookCheck(soft_hyphens, ("ELT045",), "Unicode 16, 23.2 (U+00AD)"),
    "typed-spaces": BookCheck(
        typed_spaces, ("ELT046",), "Standard Ebooks manual, 8 (Typography)", default=False
    ),
    "typed-quotes": BookCheck(
        typed_quotes, ("ELT047",), "Standard Ebooks manual, 8 (Quotation marks)", default=False
    ),
}


def check_book(
    book: Book,
    disabled: Collection[str] = (),
    enabled: Collection[str] = (),
    *,
    notes: bool = True,
) -> tuple[Diagnostic, ...]:
    """What the checks find in `book`, in their order, and ELT005 for what they could not read.

    Of each check the first `MOST`; ELT006 says where there are more.

    Those are made that are on by default or `enabled`, and not `disabled`, each by name or code;
    without `notes`, none that can give nothing worse than an info.
    """
    found: list[Diagnostic] = []
    for name, check in CHECKS.items():
        if _wanted(name, check, disabled, enabled) and (notes or _warns(check)):
            first = list(islice(check.check(book), MOST + 1))
            found += [each for each in first[:MOST] if each.code not in disabled]
            if len(first) > MOST:
                place = whole_file(book.archive.name)
                found.append(diagnose("ELT006", place, check=name, limit=MOST))
    return (*found, *book.diagnostics)


def _warns(check: BookCheck) -> bool:
    return any(CATALOGUE[code].severity != "info" for code in check.codes)


def _wanted(
    name: str, check: BookCheck, disabled: Collection[str], enabled: Collection[str]
) -> bool:
    named = {name, *check.codes}
    off = name in disabled or set(check.codes) <= set(disabled)
    return (check.default or not named.isdisjoint(enabled)) and not off
