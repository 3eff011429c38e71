"""The front matter of a book.md: what the book is called, and which files are its chapters."""

import msgspec

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.sources.markdown.description import describe
from publisher.sources.markdown.front_matter import Entry, read_front_matter
from publisher.sources.plain_text.decode import decode
from publisher.sources.source_map import SourceMap

CHAPTERS = "chapters"


class BookFrontMatter(msgspec.Struct, frozen=True):
    """What a book.md says of the book; without `chapters`, its own text is the book."""

    title: str | None
    subtitle: str | None
    metadata: Metadata
    chapters: tuple[str, ...] = ()


def read_book_front_matter(source: Source) -> BookFrontMatter:
    """The front matter of a book.md.

    Raises PublisherError as `decode`, `read_front_matter` and `describe` do, and MKD005 for
    chapters that are no list of files.
    """
    entries = read_front_matter(SourceMap(source.name, decode(source, None).text)).entries
    said = describe(tuple(entry for entry in entries if entry.key.lower() != CHAPTERS))
    chapters = [entry for entry in entries if entry.key.lower() == CHAPTERS]
    return BookFrontMatter(
        title=_words(said.title),
        subtitle=_words(said.standfirst),
        metadata=said.metadata,
        chapters=_chapters(chapters[0]) if chapters else (),
    )


def _words(entry: Entry | None) -> str | None:
    return " ".join(str(entry.value).split()) or None if entry else None


def _chapters(entry: Entry) -> tuple[str, ...]:
    if not isinstance(entry.value, list) or not all(isinstance(each, str) for each in entry.value):
        reason = "a list of files is expected"
        raise PublisherError(diagnose("MKD005", entry.span, key=entry.key, reason=reason))
    return tuple(map(str, entry.value))
