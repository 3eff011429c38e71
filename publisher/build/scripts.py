"""What the script of a work asks for, and an output does without."""

from collections.abc import Iterator
from pathlib import Path

from publisher.assets import printable
from publisher.configuration.metadata import Writing
from publisher.cover import words_without_letters
from publisher.diagnostics import Diagnostic, diagnose
from publisher.fonts.library import Library
from publisher.languages import is_written_vertically
from publisher.layouts import Theme
from publisher.publication import Publication
from publisher.span import whole_file


def never_vertical(writing: Writing | None, language: str, source: Path) -> Iterator[Diagnostic]:
    """LAY040 where vertical lines are asked for in a language that has none."""
    if writing == "vertical" and not is_written_vertically(language):
        yield diagnose("LAY040", whole_file(printable(source)), language=language)


def wordless_cover(
    publication: Publication, theme: Theme, library: Library
) -> Iterator[Diagnostic]:
    """FNT004 where the cover of an EPUB is drawn without some of its words."""
    if publication.cover is None and words_without_letters(publication, theme, library):
        yield diagnose("FNT004", None, title=publication.title)


def horizontal_pages(publication: Publication) -> Iterator[Diagnostic]:
    """LAY041 where the lines of a work are vertical, and its pages are not."""
    if publication.vertical:
        yield diagnose("LAY041", None)
