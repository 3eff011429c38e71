"""Which theme each output of a book or an issue is set in, on which trim."""

from typing import get_args

import msgspec

from publisher.build.description import Description
from publisher.build.works import Work
from publisher.configuration.publication import Differences, Kind, PublicationFile
from publisher.configuration.settings import Format
from publisher.diagnostics import UsageError
from publisher.layouts import Theme, load_theme

_THEMES: dict[Kind, str] = {"book": "book", "issue": "magazine"}


def themes_for(
    description: Description, work: Work, wanted: str | None = None
) -> dict[Format, Theme]:
    """The theme of each output: `wanted`, or that of the description, of its kind, of the project.

    Raises UsageError as `load_theme` does, and LAY031 for a trim that the theme does not have.
    """
    found: dict[Format, Theme] = {}
    for kind in get_args(Format):
        name = wanted or _name(kind, description.file, work.project.settings.theme)
        found[kind] = load_theme(name, work.project.root, description.place(name))
    if trim := description.file.trim:
        found["pdf"] = _trimmed(found["pdf"], trim, description)
    return found


def _trimmed(theme: Theme, trim: str, description: Description) -> Theme:
    try:
        return theme.with_trim(trim)
    except UsageError as failure:
        place = description.place(trim)
        told = (msgspec.structs.replace(each, span=place) for each in failure.diagnostics)
        raise UsageError(*told) from failure


def differences(kind: Format, file: PublicationFile) -> Differences:
    """What `file` says of one output alone."""
    return file.epub if kind == "epub" else file.pdf


def _name(kind: Format, file: PublicationFile, usual: str) -> str:
    return differences(kind, file).theme or file.theme or _THEMES.get(file.kind, usual)
