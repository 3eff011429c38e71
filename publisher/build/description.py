"""What describes a book or an issue: its publication.toml, or the front matter of its book.md."""

import msgspec

from publisher.assets import Source, read_source
from publisher.build.works import DESCRIPTION, Work
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import PartEntry, Person, PublicationFile
from publisher.configuration.toml import load, value_place
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.markdown.book import BookFrontMatter, read_book_front_matter
from publisher.span import Span, whole_file

_LARGEST = 1_000_000

_SHARED = (
    *("language", "date", "modified", "publisher", "rights", "description", "subjects", "source"),
    "citation_style",
)
"""What `[metadata]` in publisher.toml says for publications as it does for articles."""


class Description(msgspec.Struct, frozen=True):
    """A publication as it is described: `source` is the file that says so.

    `in_one` is set where that file holds the text of the book, too.
    """

    file: PublicationFile
    source: Source
    in_one: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    def place(self, value: str) -> Span:
        """Where the description has `value`."""
        return value_place(self.source.data.decode("utf-8", "replace"), self.source.name, value)


def describe(work: Work) -> Description:
    """The description of a publication; what it does not say is as its project has it.

    Raises UsageError as `load` does for publication.toml, PublisherError as
    `read_book_front_matter` does for book.md, and PUB013 where that lacks what a book needs.
    """
    if work.source.name == DESCRIPTION:
        source = read_source(work.source, limit=_LARGEST)
        text = source.data.decode("utf-8", errors="replace")
        file = load(text, source.name, PublicationFile)
        return Description(_over(file, work.project.settings.metadata), source)
    source = read_source(work.source, limit=work.project.settings.limits.source_bytes)
    said = read_book_front_matter(source)
    if said.title is None:
        facts = {"source": source.name, "lacking": "title"}
        raise PublisherError(diagnose("PUB013", whole_file(source.name), **facts))
    file = _over(_file(said, said.title), work.project.settings.metadata)
    return Description(file, source, in_one=not said.chapters)


def _over(file: PublicationFile, shared: Metadata) -> PublicationFile:
    lacking = [name for name in _SHARED if getattr(file, name) in (None, ())]
    return msgspec.structs.replace(file, **{name: getattr(shared, name) for name in lacking})


def _file(said: BookFrontMatter, title: str) -> PublicationFile:
    given = said.metadata
    people = tuple(
        person
        if isinstance(person, str)
        else Person(name=person.name, role=person.role or "aut", sort=person.sort)
        for person in given.byline
    )
    made: tuple[str, ...] = ("half-title", "title-page", "copyright-page", "contents")
    chapters = tuple(PartEntry(source=chapter) for chapter in said.chapters)
    return PublicationFile(
        kind="book",
        title=title,
        subtitle=said.subtitle,
        language=given.language,
        contributors=people,
        date=given.date,
        modified=given.modified,
        identifier=given.identifier,
        publisher=given.publisher,
        rights=given.rights,
        description=given.description,
        subjects=given.subjects,
        source=given.source,
        parts=(*made, *chapters) if chapters else None,
    )
