"""What publication.toml says of a publication, checked and completed."""

import datetime
import re
from collections.abc import Callable, Iterator

import msgspec

from publisher.configuration.publication import Isbn, Person, PublicationFile
from publisher.diagnostics import Diagnostic, diagnose
from publisher.languages import is_written_vertically
from publisher.publication.identity import filed, last_changed, uuid_of
from publisher.publication.numbers import NoSuchNumberError, doi, isbn, issn
from publisher.publication.publication import About, Contributor
from publisher.publication.relators import nearest, relator
from publisher.sources.metadata import direction
from publisher.span import Span

Place = Callable[[str], Span]
"""From a value to where the file has it."""

_BISAC = re.compile(r"[A-Z]{3}\d{6}")
_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_THEMA = re.compile(r"[A-Z1-6][A-Z0-9]{0,7}(?:-[A-Z0-9-]+)?")


class Known(msgspec.Struct, frozen=True):
    """What is said of a publication, and what was found wrong with it."""

    about: About
    diagnostics: tuple[Diagnostic, ...]


def know(
    file: PublicationFile, place: Place, language: str, epoch: datetime.datetime | None
) -> Known:
    """What `file` says, in the `language` of the publication.

    `epoch` is the moment that SOURCE_DATE_EPOCH fixes. Found are LAY040, PUB004, PUB005, PUB011,
    PUB012.
    """
    checker = _Checker(place)
    numbers = Isbn(
        epub=checker.number("ISBN", isbn, file.isbn.epub),
        pdf=checker.number("ISBN", isbn, file.isbn.pdf),
    )
    series, periodical = file.series, file.periodical
    if series:
        number = checker.number("ISSN", issn, series.issn)
        series = msgspec.structs.replace(series, issn=number)
    if periodical:
        number = checker.number("ISSN", issn, periodical.issn)
        periodical = msgspec.structs.replace(periodical, issn=number)
    elif file.kind == "issue":
        checker.found.append(diagnose("PUB012", place(file.title)))
    if file.writing == "vertical" and not is_written_vertically(language):
        checker.found.append(diagnose("LAY040", place(file.writing), language=language))
    about = About(
        kind=file.kind,
        identifier=file.identifier or "",
        title=file.title,
        file_as=filed(file.title, language),
        language=language,
        direction=direction(language),
        vertical=file.writing == "vertical" and is_written_vertically(language),
        modified=last_changed(epoch, file.modified, file.date),
        subtitle=file.subtitle,
        contributors=tuple(checker.contributors(file.contributors)),
        date=file.date.isoformat() if file.date else None,
        edition=file.edition,
        publication=periodical.name if periodical else None,
        publisher=file.publisher,
        place=file.place,
        rights=file.rights,
        licence=file.licence,
        description=file.description,
        subjects=file.subjects,
        bisac=checker.codes(file.bisac, _BISAC, "BISAC code", "LAN027000"),
        thema=checker.codes(file.thema, _THEMA, "Thema code", "AKD"),
        source=file.source,
        isbn=numbers,
        doi=checker.number("DOI", doi, file.doi),
        onix=checker.address(file.onix, "address", "https://example.org/onix.xml"),
        series=series,
        periodical=periodical,
        accessibility=file.accessibility,
        cover_lines=file.cover.lines,
    )
    about = msgspec.structs.replace(about, identifier=about.identifier or _identifier(about))
    return Known(about, tuple(checker.found))


def _identifier(about: About) -> str:
    """The DOI, the EPUB's ISBN, or a UUID over what names the publication."""
    if about.doi:
        return f"https://doi.org/{about.doi}"
    if about.isbn.epub:
        return f"urn:isbn:{about.isbn.epub.replace('-', '')}"
    periodical = about.periodical
    issue = (periodical.volume or "", periodical.number or "") if periodical else ()
    names = (each.name for each in about.contributors)
    return uuid_of(about.kind, about.language, about.title, *names, about.date or "", *issue)


class _Checker:
    def __init__(self, place: Place) -> None:
        self._place = place
        self.found: list[Diagnostic] = []

    def number(self, scheme: str, read: Callable[[str], str], written: str | None) -> str | None:
        if written is None:
            return None
        try:
            return read(written)
        except NoSuchNumberError as failure:
            facts = {"number": written, "scheme": scheme, "reason": str(failure)}
            self.found.append(diagnose("PUB005", self._place(written), **facts))
            return None

    def codes(
        self, written: tuple[str, ...], shape: re.Pattern[str], what: str, example: str
    ) -> tuple[str, ...]:
        for code in written:
            if not shape.fullmatch(code):
                facts = {"value": code, "what": what, "example": example}
                self.found.append(diagnose("PUB011", self._place(code), **facts))
        return written

    def address(self, written: str | None, what: str, example: str) -> str | None:
        if written and not _ADDRESS.fullmatch(written):
            facts = {"value": written, "what": what, "example": example}
            self.found.append(diagnose("PUB011", self._place(written), **facts))
            return None
        return written

    def contributors(self, people: tuple[str | Person, ...]) -> Iterator[Contributor]:
        for person in people:
            if isinstance(person, str):
                yield Contributor(person)
                continue
            role = relator(person.role)
            if role is None:
                facts = {"role": person.role, "suggestion": nearest(person.role)}
                self.found.append(diagnose("PUB004", self._place(person.role), **facts))
            yield Contributor(
                person.name, role or "ctb", person.sort, person.about, credit=person.credit
            )
