"""The entry types and fields of BibLaTeX, and what they are in CSL."""

import re
from collections.abc import Iterator

from publisher.bibliography.bibtex_names import names_of
from publisher.bibliography.csl import FieldError, Tell, known_type
from publisher.bibliography.dates import DateError, settled, written_date
from publisher.bibliography.reference import LONGEST, Date, Name, Reference
from publisher.bibliography.tex import TexError, text_of
from publisher.diagnostics import diagnose
from publisher.span import Span

_TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
_SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_GENRES = {
    "mastersthesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentus": "US patent",
}

# For each CSL field the fields of BibLaTeX that may hold it; the first that is there holds.
_FIELDS = {
    "title-short": ("shorttitle",),
    "container-title-short": ("shortjournal",),
    "collection-title": ("series",),
    "volume": ("volume",),
    "page": ("pages",),
    "publisher": ("publisher", "school", "institution", "organization"),
    "publisher-place": ("location", "address"),
    "edition": ("edition",),
    "chapter-number": ("chapter",),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "note": ("note", "addendum", "howpublished"),
    "version": ("version",),
    "status": ("pubstate",),
    "number-of-pages": ("pagetotal",),
    "number-of-volumes": ("volumes",),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "original-title": ("origtitle",),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "annote": ("annotation", "annote"),
}
_ADDRESSES = ("doi", "url")
_NAMES = {
    "author": ("author",),
    "editor": ("editor",),
    "translator": ("translator",),
    "container-author": ("bookauthor",),
}
_DATES = {
    "accessed": ("urldate",),
    "event-date": ("eventdate",),
    "original-date": ("origdate",),
}
_NUMBERED = frozenset(("book", "chapter", "paper-conference", "pamphlet"))
_LANGUAGES = {
    "american": "en-US", "british": "en-GB", "english": "en", "ukenglish": "en-GB",
    "usenglish": "en-US", "german": "de", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "french": "fr", "canadien": "fr-CA", "spanish": "es", "italian": "it",
    "portuguese": "pt", "brazilian": "pt-BR", "brazil": "pt-BR", "dutch": "nl", "swedish": "sv",
    "danish": "da", "norsk": "nb", "nynorsk": "nn", "finnish": "fi", "polish": "pl",
    "czech": "cs", "slovak": "sk", "slovene": "sl", "croatian": "hr", "hungarian": "hu",
    "romanian": "ro", "greek": "el", "russian": "ru", "ukrainian": "uk", "bulgarian": "bg",
    "turkish": "tr", "latin": "la", "japanese": "ja", "chinese": "zh", "korean": "ko",
    "arabic": "ar", "hebrew": "he",
}  # fmt: skip


def reference_of(key: str, kind: str, values: dict[str, str], span: Span, tell: Tell) -> Reference:
    """The reference of an entry of the type `kind`, its `values` TeX without delimiters."""
    entry = _Values(key, values, span, tell)
    known = _TYPES.get(kind) or known_type(kind, key, span, tell)
    if known == "article-journal":
        known = _SUBTYPES.get(values.get("entrysubtype", "").lower(), known)
    fields = dict(_fields(entry, kind, known))
    return Reference(
        key=key,
        type=known,
        fields={field: words for field, words in fields.items() if words},
        names={role: found for role, given in _NAMES.items() if (found := entry.names(given))},
        dates=dict(_dates(entry)),
        span=span,
    )


class _Values:
    """The values of an entry: read when asked for, what is wrong with one told."""

    def __init__(self, key: str, values: dict[str, str], span: Span, tell: Tell) -> None:
        self._key = key
        self._values = values
        self._span = span
        self._tell = tell

    def words(self, *fields: str, protects: bool = False) -> str:
        """The words of the first of `fields` that has any."""
        for field in fields:
            value = self._values.get(field, "")
            try:
                words = value.strip() if field in _ADDRESSES else text_of(value, protects=protects)
                if len(words) > LONGEST:
                    raise TexError(f"it is longer than {LONGEST} characters")
            except TexError as failure:
                self.refuse(field, failure)
                continue
            if words:
                return words
        return ""

    def names(self, fields: tuple[str, ...]) -> tuple[Name, ...]:
        for field in fields:
            try:
                if found := names_of(self._values.get(field, "")):
                    return found
            except (TexError, FieldError) as failure:
                self.refuse(field, failure)
        return ()

    def date(self, field: str) -> Date | None:
        if not (words := self.words(field)):
            return None
        try:
            return written_date(words)
        except DateError as failure:
            self.refuse(field, failure)
        return None

    def refuse(self, field: str, reason: object) -> None:
        facts = {"field": field, "key": self._key, "reason": reason}
        self._tell(diagnose("BIB007", self._span, **facts))


def _fields(entry: _Values, kind: str, known: str) -> Iterator[tuple[str, str]]:
    for field, given in _FIELDS.items():
        yield field, entry.words(*given)
    yield "title", _whole(entry, "title", "subtitle")
    container = entry.words("journaltitle", "journal", protects=True)
    yield "container-title", container or _whole(entry, "booktitle", "booksubtitle")
    yield "page", re.sub(r"\s*(?:[–—]|-{1,3})\s*", "-", entry.words("pages"))
    number = entry.words("number")
    if known in _NUMBERED:
        yield "collection-number", number
    elif known.startswith("article") or known == "periodical":
        yield "issue", entry.words("issue") or number
    else:
        yield "number", number
    written = entry.words("type")
    yield "genre", _GENRES.get(written.lower(), written) or _GENRES.get(kind, "")
    language = entry.words("langid", "language").lower()
    yield "language", _LANGUAGES.get(language, language if len(language) < 12 else "")
    eprint, archive = entry.words("eprint"), entry.words("eprinttype", "archiveprefix").lower()
    preprint = f"https://arxiv.org/abs/{eprint}" if eprint and archive == "arxiv" else ""
    yield "URL", entry.words("url") or preprint


def _whole(entry: _Values, title: str, subtitle: str) -> str:
    parts = (entry.words(title, protects=True), entry.words(subtitle, protects=True))
    return ": ".join(part for part in parts if part)


def _dates(entry: _Values) -> Iterator[tuple[str, Date]]:
    for field, given in _DATES.items():
        if date := entry.date(*given):
            yield field, date
    issued = entry.date("date")
    if issued is None and (issued := entry.date("year")) and len(issued.begin) == 1:
        month, day = entry.words("month"), entry.words("day")
        numbers = [int(part) for part in (month, day) if re.fullmatch(r"\d{1,2}", part, re.ASCII)]
        try:
            issued = settled((*issued.begin, *numbers)) if not issued.end and month else issued
        except DateError as failure:
            entry.refuse("month", failure)
    if issued:
        yield "issued", issued
