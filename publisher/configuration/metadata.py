"""What is said of a work beside its text: NAME.toml next to an article, or `[metadata]`.

`[metadata]` in publisher.toml holds what all works share; a work's own file goes before it.
"""

import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Writing = Literal["horizontal", "vertical"]
"""How the lines of a work run."""


class Contributor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name of a byline, where more is to be said of it."""

    name: Annotated[str, Meta(description="The name as it is set.")]
    role: Annotated[str | None, Meta(description='What they did, such as "pictures".')] = None
    place: Annotated[str | None, Meta(description="Where they wrote from.")] = None
    sort: Annotated[
        str | None, Meta(description='The name as a catalogue files it: "Lindqvist, Marta".')
    ] = None


Role = Literal[
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "heading",
    "list",
    "table",
    "quote",
    "verse",
    "figure",
    "caption",
    "correction",
    "agency",
    "sources",
    "separator",
    "end-mark",
    "left-out",
]
"""What the lines of a plain text can be."""


class Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What some lines of a plain text are, whatever they look like."""

    first: Annotated[int, Meta(ge=1, description="The first of the lines, counted from 1.")]
    role: Annotated[Role, Meta(description="What they are, as `publisher explain` names it.")]
    last: Annotated[int | None, Meta(description="The last of them; by default the first.")] = None
    begins: Annotated[
        str | None,
        Meta(description="How they begin; where they no longer do, a warning says so."),
    ] = None


class Metadata(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of NAME.toml and of `[metadata]`; all may be left out."""

    language: Annotated[str | None, Meta(description="A BCP 47 tag: en-GB, de, zh-Hant.")] = None
    writing: Annotated[
        Writing | None,
        Meta(description="How the lines of the EPUB run: vertical for Japanese or Chinese."),
    ] = None
    kicker: Annotated[
        str | None, Meta(description="The section or subject above the headline.")
    ] = None
    byline: Annotated[
        tuple[str | Contributor, ...], Meta(description="Who wrote it: names, or tables.")
    ] = ()
    dateline: Annotated[str | None, Meta(description="Where and when it was filed.")] = None
    date: Annotated[
        datetime.date | None, Meta(description="The day it is published, without quotation marks.")
    ] = None
    modified: Annotated[datetime.date | None, Meta(description="The day it was last changed.")] = (
        None
    )
    identifier: Annotated[
        str | None,
        Meta(description="A URN or DOI; without one, a UUID made of title, byline and date."),
    ] = None
    publication: Annotated[str | None, Meta(description="The periodical that it appears in.")] = (
        None
    )
    publisher: Annotated[
        str | None, Meta(description="Who publishes it; by default the periodical.")
    ] = None
    rights: Annotated[str | None, Meta(description="Copyright and licence, as printed.")] = None
    description: Annotated[
        str | None, Meta(description="For catalogues; by default the standfirst.")
    ] = None
    subjects: Annotated[tuple[str, ...], Meta(description="What it is about.")] = ()
    source: Annotated[str | None, Meta(description="Where it was taken from, as printed.")] = None

    references: Annotated[
        tuple[str, ...],
        Meta(description="Files of references, beside the text: BibTeX, CSL JSON or YAML."),
    ] = ()
    citation_style: Annotated[
        str | None, Meta(description="A CSL style, by its name: chicago-author-date, apa.")
    ] = None

    encoding: Annotated[
        str | None, Meta(description="The encoding of a plain text: windows-1250, shift_jis.")
    ] = None
    entry: Annotated[
        str | None,
        Meta(description="In a feed or a message: which item, by its number from 1 or its name."),
    ] = None
    whole: Annotated[
        bool | None,
        Meta(description="An HTML file is an article from end to end: nothing is left out."),
    ] = None

    lines: Annotated[
        tuple[Lines, ...], Meta(description="What lines of a plain text are: [[lines]] tables.")
    ] = ()

    def over(self, base: "Metadata") -> "Metadata":
        """These values, and those of `base` where nothing is said here."""
        said = {
            field: value
            for field in self.__struct_fields__
            if (value := getattr(self, field)) is not None and value != ()
        }
        return msgspec.structs.replace(base, **said)
