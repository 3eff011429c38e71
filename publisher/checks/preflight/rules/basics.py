"""What is wrong with a PDF for every reader: damage, encryption, programs, fonts, no metadata."""

from collections.abc import Iterator

import pikepdf

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.subject import Subject

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_ACTIONS = {"/JavaScript": "JavaScript", "/Launch": "an action that starts a program"}


def damage(subject: Subject) -> Iterator[Found]:
    """PDF007: what qpdf finds wrong with the file's objects."""
    for problem in subject.pdf.check_pdf_syntax():
        yield Found(code="PDF007", facts={"reason": problem})


def encryption(subject: Subject) -> Iterator[Found]:
    """PRE003: the file is encrypted, though it opens without a password."""
    if subject.pdf.is_encrypted:
        yield Found(code="PRE003")


def unembedded_fonts(subject: Subject) -> Iterator[Found]:
    """PDF002 for each font that is not in the file, at its first use."""
    missing = {
        name: objects
        for name, objects in _fonts_by_name(subject.pdf).items()
        if not all(_is_embedded(font) for font in objects)
    }
    first = _first_uses(subject) if missing else {}
    for name, fonts in sorted(missing.items()):
        uses = [first[font.objgen] for font in fonts if font.objgen in first]
        page, box = min(uses, key=lambda use: use[0]) if uses else (None, None)
        yield Found(code="PDF002", facts={"font": name}, page=page, box=box)


def _fonts_by_name(pdf: pikepdf.Pdf) -> dict[str, list[pikepdf.Dictionary]]:
    found: dict[str, list[pikepdf.Dictionary]] = {}
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and is_font(font):
            name = str(font.get("/BaseFont", "/without a name"))[1:]
            found.setdefault(name, []).append(font)
    return found


def is_font(value: pikepdf.Dictionary) -> bool:
    """Whether a dictionary is a font that has a program of its own, or should."""
    return value.get("/Type") == "/Font" and value.get("/Subtype") not in ("/Type0", "/Type3")


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, pikepdf.Dictionary) and any(
        key in descriptor for key in _EMBEDDED
    )


def _first_uses(
    subject: Subject,
) -> dict[tuple[int, int], tuple[int, tuple[float, float, float, float]]]:
    """The page and box where each font is first used; of a composite one, its descendant, too."""
    found: dict[tuple[int, int], tuple[int, tuple[float, float, float, float]]] = {}
    for sheet, mark in subject.all_marks():
        if mark.font and mark.font not in found:
            use = (sheet.number, mark.box)
            found[mark.font] = use
            font = subject.pdf.get_object(mark.font) if mark.font != (0, 0) else None
            below = font.get("/DescendantFonts") if isinstance(font, pikepdf.Dictionary) else None
            for one in below if isinstance(below, pikepdf.Array) else ():
                found.setdefault(one.objgen, use)
    return found


def missing_title(subject: Subject) -> Iterator[Found]:
    """PDF004: no title in the metadata."""
    if not subject.xmp("dc:title") and not subject.pdf.docinfo.get("/Title"):
        yield Found(code="PDF004")


def untagged(subject: Subject) -> Iterator[Found]:
    """PDF003: no tags; PRE099 where the target asks for them."""
    if not is_tagged(subject.pdf):
        if subject.rules is None:
            yield Found(code="PDF003")
        elif subject.rules.tags == "required":
            yield Found(code="PRE099")


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether a file has a structure, and says that its content is marked."""
    marks = pdf.Root.get("/MarkInfo")
    marked = isinstance(marks, pikepdf.Dictionary) and bool(marks.get("/Marked", False))
    return marked and "/StructTreeRoot" in pdf.Root


def missing_language(subject: Subject) -> Iterator[Found]:
    """PDF005: the language is not stated; nothing to a printer."""
    read = subject.rules is None or subject.rules.tags == "required"
    if read and not str(subject.pdf.Root.get("/Lang", "")):
        yield Found(code="PDF005")


def programs(subject: Subject) -> Iterator[Found]:
    """PDF006: JavaScript, or an action that starts a program."""
    actions = {
        str(found.get("/S"))
        for found in subject.pdf.objects
        if isinstance(found, pikepdf.Dictionary) and "/S" in found
    }
    names = subject.pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        actions.add("/JavaScript")
    for action, what in _ACTIONS.items():
        if action in actions:
            yield Found(code="PDF006", facts={"what": what})
