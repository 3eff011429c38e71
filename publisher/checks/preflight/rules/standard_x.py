"""What PDF/X asks of a file besides its pages (ISO 15930-1 for X-1a, 15930-7 for X-4).

Checked against what secondary sources say of them, never certified: the standards themselves were
not read, and no open validator of PDF/X exists.
"""

from collections.abc import Iterator

import pikepdf

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.subject import Subject

_TRAPPED = ("/True", "/False")
_FORBIDDEN_FILTERS = ("/LZWDecode", "/JBIG2Decode", "/JPXDecode", "/Crypt")
_PRINTER = b"prtr"
_LATEST = {"PDF/X-1a:2001": "1.3", "PDF/X-4": "1.6"}


def output_intents(subject: Subject) -> Iterator[Found]:
    """PRE063: no output intent of PDF/X; PRE064: one for another condition, or no printer's."""
    rules = subject.rules
    if not rules or not rules.standard.startswith("PDF/X"):
        return
    found = subject.pdf.Root.get("/OutputIntents")
    intents = [
        one
        for one in (found if isinstance(found, pikepdf.Array) else ())
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/GTS_PDFX"
    ]
    if len(intents) != 1:
        yield Found(code="PRE063", facts={"count": str(len(intents))})
        return
    stated = str(intents[0].get("/OutputConditionIdentifier", ""))
    if not _is_same(stated, rules.output_condition):
        facts = {"stated": stated or "none", "wanted": rules.output_condition}
        yield Found(code="PRE064", facts=facts)
    profile = intents[0].get("/DestOutputProfile")
    if isinstance(profile, pikepdf.Stream):
        if not _is_for_print(profile):
            facts = {"stated": "a profile of no press", "wanted": rules.output_condition}
            yield Found(code="PRE064", facts=facts)
    elif "/RegistryName" not in intents[0] or rules.standard == "PDF/X-4":
        facts = {"stated": "no profile", "wanted": rules.output_condition}
        yield Found(code="PRE064", facts=facts)


def _is_same(one: str, other: str) -> bool:
    plain = [text.replace(" ", "").casefold() for text in (one, other)]
    return plain[0] == plain[1]


def _is_for_print(profile: pikepdf.Stream) -> bool:
    """Whether an ICC profile is a printer's, for four inks (ICC.1, 7.2.5 and 7.2.6)."""
    try:
        header = profile.read_bytes()[:20]
    except pikepdf.PdfError:
        return False
    return header[12:16] == _PRINTER and header[16:20] == b"CMYK"


def labels(subject: Subject) -> Iterator[Found]:
    """PRE061: nothing said of trapping; PRE062: no label, or another's; PRE065, PRE067: gaps."""
    rules = subject.rules
    if not rules or not rules.standard.startswith("PDF/X"):
        return
    pdf, info = subject.pdf, subject.pdf.docinfo
    trapped = info.get("/Trapped")
    if str(trapped) not in _TRAPPED and subject.xmp("pdf:Trapped") not in ("True", "False"):
        yield Found(code="PRE061")
    if (stated := _label(subject)) != rules.standard:
        yield Found(code="PRE062", facts={"stated": stated or "none", "wanted": rules.standard})
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")) and rules.standard == "PDF/X-1a:2001":
            yield Found(code="PRE065", facts={"key": key[1:]})
    if "/ID" not in pdf.trailer:
        yield Found(code="PRE067")


def _label(subject: Subject) -> str:
    """The standard that a file says it keeps to, as the targets name it."""
    version = str(subject.pdf.docinfo.get("/GTS_PDFXVersion", ""))
    conformance = str(subject.pdf.docinfo.get("/GTS_PDFXConformance", ""))
    if conformance:
        return conformance
    return version or subject.xmp("pdfxid:GTS_PDFXVersion") or ""


def versions(subject: Subject) -> Iterator[Found]:
    """PRE066: a version of PDF that is later than the standard's."""
    latest = _LATEST.get(subject.rules.standard) if subject.rules else None
    if latest and subject.pdf.pdf_version > latest:
        yield Found(code="PRE066", facts={"has": subject.pdf.pdf_version, "latest": latest})


def forbidden_objects(subject: Subject) -> Iterator[Found]:
    """PRE068: what PDF/X has no place for, wherever it is in the file."""
    rules = subject.rules
    if not rules or not rules.standard.startswith("PDF/X"):
        return
    told: set[str] = set()
    for one in subject.pdf.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            told.update(_forbidden(one, rules.standard))
    for what in sorted(told):
        yield Found(code="PRE068", facts={"what": what, "standard": rules.standard})


def _forbidden(one: pikepdf.Dictionary | pikepdf.Stream, standard: str) -> Iterator[str]:
    if "/TR" in one and one.get("/TR") != "/Identity":
        yield "a transfer curve"
    if "/TR2" in one and one.get("/TR2") != "/Default":
        yield "a transfer curve"
    group = one.get("/Group")
    grouped = isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency"
    if grouped and standard == "PDF/X-1a:2001":
        yield "a group of transparency"
    if "/HTP" in one:
        yield "a phase of its halftone"
    if isinstance(one, pikepdf.Stream):
        if one.get("/Subtype") == "/PS" or one.get("/Subtype2") == "/PS":
            yield "PostScript"
        if "/OPI" in one:
            yield "a stand-in for a picture elsewhere (OPI)"
        if "/Ref" in one:
            yield "a page of another file"
        filters = one.get("/Filter")
        for name in filters if isinstance(filters, pikepdf.Array) else (filters,):
            if name is not None and str(name) in _forbidden_filters(standard):
                yield f"a stream packed with {str(name)[1:]}"


def _forbidden_filters(standard: str) -> tuple[str, ...]:
    return _FORBIDDEN_FILTERS if standard == "PDF/X-1a:2001" else ("/LZWDecode", "/Crypt")
