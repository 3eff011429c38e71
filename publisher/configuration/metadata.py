"""What is said of a work beside its text: NAME.toml next to an article, or `[metadata]`.

`[metadata]` in publisher.toml holds what all works share; a work's own file goes before it.
"""

import datetime

import msgspec


class Contributor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name of a byline. `sort` is the name as a catalogue files it ("Rutte, Mark")."""

    name: str
    role: str | None = None
    place: str | None = None
    sort: str | None = None


class Metadata(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of NAME.toml and of `[metadata]`; all may be left out."""

    language: str | None = None
    kicker: str | None = None
    byline: tuple[str | Contributor, ...] = ()
    dateline: str | None = None
    date: datetime.date | None = None
    modified: datetime.date | None = None
    identifier: str | None = None
    publication: str | None = None
    publisher: str | None = None
    rights: str | None = None
    description: str | None = None
    subjects: tuple[str, ...] = ()
    source: str | None = None

    def over(self, base: "Metadata") -> "Metadata":
        """These values, and those of `base` where nothing is said here."""
        said = {
            field: value
            for field in self.__struct_fields__
            if (value := getattr(self, field)) is not None and value != ()
        }
        return msgspec.structs.replace(base, **said)
