"""Fonts as a target wants them: no drawings for letters, subsets, sizes that can be read."""

import re
from collections.abc import Iterator

import pikepdf

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.marks import overlap
from publisher.checks.preflight.rules.basics import is_font
from publisher.checks.preflight.subject import Subject

_SUBSET = re.compile(r"/[A-Z]{6}\+")
_ROUNDING = 0.05
"""Points."""

_KNOWN = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")


def drawn_fonts(subject: Subject) -> Iterator[Found]:
    """PRE040: fonts whose letters are drawn by operators of pages (Type 3, 9.6.5)."""
    if not subject.rules or subject.rules.type3:
        return
    told: set[tuple[int, int]] = set()
    for sheet, mark in subject.all_marks():
        if mark.font and mark.font != (0, 0) and mark.font not in told:
            told.add(mark.font)
            font = subject.pdf.get_object(mark.font)
            if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type3":
                yield Found(code="PRE040", page=sheet.number, box=mark.box)


def unreadable_fonts(subject: Subject) -> Iterator[Found]:
    """PRE041: fonts whose codes stand for no characters (ISO 14289-1, 7.21.7)."""
    if not subject.rules or subject.rules.tags != "required":
        return
    for font in subject.pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Type") != "/Font":
            continue
        if font.get("/Subtype") in ("/CIDFontType0", "/CIDFontType2") or "/ToUnicode" in font:
            continue
        encoding = font.get("/Encoding")
        if isinstance(encoding, pikepdf.Dictionary):
            encoding = encoding.get("/BaseEncoding")
        if font.get("/Subtype") in ("/Type0", "/Type3") or str(encoding) not in _KNOWN:
            name = str(font.get("/BaseFont", "/without a name"))[1:]
            yield Found(code="PRE041", facts={"font": name})


def whole_fonts(subject: Subject) -> Iterator[Found]:
    """PRE042: fonts with more than the letters that are used, where subsets are wanted."""
    if not subject.rules or subject.rules.fonts != "subset":
        return
    for font in subject.pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and is_font(font):
            name = str(font.get("/BaseFont", "/without a name"))
            if not _SUBSET.match(name):
                yield Found(code="PRE042", facts={"font": name[1:]})


def small_type(subject: Subject) -> Iterator[Found]:
    """PRE043: type below the smallest that the target takes."""
    rules = subject.rules
    if not rules or not rules.type_least:
        return
    for sheet, mark in subject.all_marks():
        small = mark.kind == "text" and mark.size < rules.type_least - _ROUNDING
        if small and mark.seen and overlap(mark.box, sheet.trim):
            facts = {"size": f"{mark.size:.1f}", "least": f"{rules.type_least:g}"}
            yield Found(code="PRE043", facts=facts, page=sheet.number, box=mark.box)
