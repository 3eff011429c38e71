"""What only the pages of a book of ours say of it, and no package document has a place for."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.configuration.publication import (
    Isbn,
    NotePlace,
    Person,
    PublicationFile,
)
from publisher.sources.epub.own.markup import below, child, has_class, inside, words
from publisher.sources.epub.own.numbering import numbering_of
from publisher.sources.html.tree import Element


def with_facts(file: PublicationFile, parts: Sequence[Element]) -> PublicationFile:
    """`file` completed by what is set on title page, copyright page, masthead and the others.

    `parts` are the elements of all parts, as they are set.
    """
    kind = "issue" if any("layout-" in part.get("class") for part in parts) else file.kind
    periodical = file.periodical
    if periodical and (frequency := _first(parts, "frequency")):
        periodical = msgspec.structs.replace(periodical, frequency=frequency)
    number = _first(parts, "isbn pdf").split()
    isbn = Isbn(file.isbn.epub, number[1]) if len(number) > 1 else file.isbn
    return msgspec.structs.replace(
        file,
        kind=kind,
        place=_first(_of_role(parts, "title-page"), "place")
        or _first(parts, "publisher-place")
        or None,
        isbn=isbn,
        periodical=periodical,
        contributors=tuple(_people(file, parts)),
        notes=_notes(parts),
        numbering=numbering_of(parts),
    )


def cover_lines(root: Element) -> tuple[str, ...]:
    """What a cover that is drawn announces."""
    said = next((one.get("data-lines") for one in root.walk() if one.get("data-lines")), "")
    return tuple(said.split(" | ")) if said else ()


def _of_role(parts: Sequence[Element], role: str) -> list[Element]:
    return [part for part in parts if has_class(part, f"role-{role}")]


def _first(parts: Sequence[Element], kinds: str) -> str:
    """The words of the first element that has all of these classes."""
    first, *others = kinds.split()
    found = (
        words(one)
        for part in parts
        for one in below(part, first)
        if all(has_class(one, other) for other in others)
    )
    return next(found, "")


def _notes(parts: Sequence[Element]) -> NotePlace:
    if _of_role(parts, "notes"):
        return "book"
    together = any(has_class(one, "at-end") for part in parts for one in below(part, "notes"))
    return "chapter" if together else "foot"


def _people(file: PublicationFile, parts: Sequence[Element]) -> Iterator[Person]:
    """Those who made it, with what the issue says of them; then those of whom it only tells."""
    about = dict(_told(_of_role(parts, "contributors")))
    credited = dict(_credited(_of_role(parts, "masthead")))
    for person in file.contributors:
        if isinstance(person, str):
            person = Person(name=person)
        name = person.name
        yield msgspec.structs.replace(person, about=about.get(name), credit=credited.get(name))


def _told(pages: Sequence[Element]) -> Iterator[tuple[str, str]]:
    for page in pages:
        for one in below(page, "contributor"):
            if said := words(child(one, "about")):
                yield words(child(one, "name")), said


def _credited(pages: Sequence[Element]) -> Iterator[tuple[str, str]]:
    for page in pages:
        for staff in below(page, "staff"):
            given = ""
            for line in inside(staff):
                if line.name == "dt":
                    given = words(line) if has_class(line, "given") else ""
                elif given:
                    yield from ((name.strip(), given) for name in words(line).split(","))
