"""publication.toml: what a book or an issue is, and what it is made of, in order."""

import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from publisher.configuration.metadata import Metadata, Writing

Kind = Literal["article", "issue", "book"]
Role = Literal[
    "cover",
    "half-title",
    "title-page",
    "copyright-page",
    "dedication",
    "epigraph",
    "contents",
    "list-of-figures",
    "list-of-tables",
    "foreword",
    "preface",
    "acknowledgements",
    "introduction",
    "prologue",
    "dramatis-personae",
    "editorial",
    "part",
    "section",
    "chapter",
    "article",
    "advertisement",
    "epilogue",
    "conclusion",
    "afterword",
    "appendix",
    "notes",
    "glossary",
    "bibliography",
    "index",
    "contributors",
    "masthead",
    "colophon",
]
"""What a part of a publication is. docs/publications.md says what each is for."""

Start = Literal["recto", "page", "running-on"]
Space = Literal["page", "spread", "half", "quarter"]
Layout = Literal["feature", "report", "brief"]
NotePlace = Literal["foot", "chapter", "book", "margin"]
Numerals = Literal["none", "arabic", "roman", "words"]


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of `[[contributors]]`."""

    name: Annotated[str, Meta(description="The name as it is set.")]
    role: Annotated[
        str, Meta(description='What they did: a MARC relator code ("edt"), or its name ("editor").')
    ] = "aut"
    sort: Annotated[
        str | None, Meta(description='The name as a catalogue files it: "Austen, Jane".')
    ] = None
    credit: Annotated[
        str | None,
        Meta(description='What the masthead says they did, in its language: "Chefredaktion".'),
    ] = None
    about: Annotated[
        str | None, Meta(description="A sentence on them, for the contributors' notes.")
    ] = None


class Isbn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[isbn]`: each output has a number of its own."""

    epub: Annotated[str | None, Meta(description="The ISBN of the EPUB.")] = None
    pdf: Annotated[str | None, Meta(description="The ISBN of the printed book.")] = None


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[series]` of a book."""

    name: Annotated[str, Meta(description="The name of the series.")]
    number: Annotated[str | None, Meta(description="The volume in it, such as 3.")] = None
    issn: Annotated[str | None, Meta(description="The ISSN of the series.")] = None


class Periodical(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[periodical]` of an issue."""

    name: Annotated[str, Meta(description="The name of the periodical.")]
    volume: Annotated[str | None, Meta(description="The volume, mostly the year's number.")] = None
    number: Annotated[str | None, Meta(description="The number of the issue.")] = None
    season: Annotated[str | None, Meta(description='As printed: "Winter 2026".')] = None
    frequency: Annotated[
        str | None, Meta(description='How often it appears, as printed: "Four times a year".')
    ] = None
    issn: Annotated[str | None, Meta(description="The ISSN of the periodical.")] = None


class Cover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[cover]`; without a picture, one is drawn."""

    image: Annotated[str | None, Meta(description="A picture, relative to this file.")] = None
    alt: Annotated[str | None, Meta(description="What it shows, for those who cannot see it.")] = (
        None
    )
    lines: Annotated[
        tuple[str, ...], Meta(description="What the cover of an issue announces, a line each.")
    ] = ()


class Numbering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[numbering]`."""

    parts: Annotated[Numerals, Meta(description="How parts are numbered: 2, II, Two.")] = "none"
    chapters: Annotated[Numerals, Meta(description="How chapters are numbered: 3, III, Three.")] = (
        "none"
    )
    sections: Annotated[
        bool, Meta(description="Whether headings inside chapters have numbers: 2.1.")
    ] = False
    figures: Annotated[
        Literal["referred", "work", "chapter"],
        Meta(
            description="Whether figures, tables and listings are numbered where the text refers "
            "to them, through the whole work, or anew in each chapter: 2.1."
        ),
    ] = "referred"


class Accessibility(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[accessibility]`: what a publisher asserts, never what is only hoped."""

    conforms: Annotated[
        str | None,
        Meta(description='What was checked, such as "EPUB Accessibility 1.1 - WCAG 2.2 Level AA".'),
    ] = None
    certified_by: Annotated[str | None, Meta(description="Who checked it.")] = None
    report: Annotated[str | None, Meta(description="The address of the report.")] = None
    summary: Annotated[
        str | None, Meta(description="What is to be said beside what is computed.")
    ] = None


class Differences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables `[epub]` and `[pdf]`: what holds for one output alone."""

    theme: Annotated[str | None, Meta(description="Another theme.")] = None
    notes: Annotated[NotePlace | None, Meta(description="Another place for notes.")] = None
    leave_out: Annotated[
        tuple[Role, ...], Meta(description="Parts, by role, that this output does without.")
    ] = ()


class EpubDifferences(Differences, frozen=True, forbid_unknown_fields=True):
    """The table `[epub]`, which has one key more."""

    page_list: Annotated[
        bool | None,
        Meta(description="Whether it has the pages of the PDF; by default what the project says."),
    ] = None


class PartEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of `[[parts]]`: a file, a page that is made, or a division with parts of its own."""

    source: Annotated[
        str | None,
        Meta(description="A file, or a pattern of files (news/*.json), relative to this one."),
    ] = None
    role: Annotated[Role | None, Meta(description="What it is; else told by its title.")] = None
    title: Annotated[str | None, Meta(description="Instead of the title in the file.")] = None
    subtitle: Annotated[str | None, Meta(description="Below the title.")] = None
    section: Annotated[
        str | None, Meta(description="The section of an issue that it stands in.")
    ] = None
    start: Annotated[
        Start | None, Meta(description="Where it starts on paper: recto, page, running-on.")
    ] = None
    layout: Annotated[
        Layout | None,
        Meta(
            description="How an article of an issue is set on paper: a feature with a large "
            "opening, a report in more columns, or a brief, which shares its columns with the "
            "briefs before and after it."
        ),
    ] = None
    sort: Annotated[
        Literal["name", "date", "order"],
        Meta(
            description="How the files of a pattern or folder follow each other: by name, by their "
            "dates, or by the `order` of their front matter; what has none of these comes last."
        ),
    ] = "name"
    entry: Annotated[
        str | None, Meta(description="Which item of a feed, by its number from 1 or its name.")
    ] = None
    only: Annotated[
        Literal["epub", "pdf"] | None, Meta(description="The only output that has it.")
    ] = None
    space: Annotated[
        Space | None,
        Meta(description="How much paper an advertisement takes."),
    ] = None
    alphabetical: Annotated[
        bool, Meta(description="Whether the terms of a glossary are put in order of the alphabet.")
    ] = False
    parts: Annotated[
        tuple["str | PartEntry", ...], Meta(description="What stands in it, in order.")
    ] = ()


class PublicationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of publication.toml; only `title` is needed."""

    kind: Annotated[Kind, Meta(description="What it is.")] = "book"
    title: Annotated[str, Meta(description="The title, or the name of the issue's theme.")]
    subtitle: Annotated[str | None, Meta(description="The subtitle.")] = None
    language: Annotated[str | None, Meta(description="A BCP 47 tag: en-GB, de, zh-Hant.")] = None
    writing: Annotated[
        Writing,
        Meta(description="How the lines of the EPUB run: vertical for Japanese or Chinese."),
    ] = "horizontal"
    contributors: Annotated[
        tuple[str | Person, ...], Meta(description="Who made it: names of authors, or tables.")
    ] = ()
    date: Annotated[
        datetime.date | None, Meta(description="The day it is published, without quotation marks.")
    ] = None
    modified: Annotated[datetime.date | None, Meta(description="The day it was last changed.")] = (
        None
    )
    edition: Annotated[str | None, Meta(description='As printed: "Second edition".')] = None
    identifier: Annotated[
        str | None, Meta(description="A URN; else the DOI, the ISBN, or a UUID of what names it.")
    ] = None
    isbn: Annotated[Isbn, Meta(description="International standard book numbers.")] = Isbn()
    doi: Annotated[str | None, Meta(description="The DOI: 10.1000/182.")] = None
    onix: Annotated[
        str | None, Meta(description="The address of its ONIX record, for libraries and shops.")
    ] = None
    publisher: Annotated[str | None, Meta(description="Who publishes it.")] = None
    place: Annotated[str | None, Meta(description="Where it is published.")] = None
    rights: Annotated[str | None, Meta(description="Copyright, as printed.")] = None
    licence: Annotated[str | None, Meta(description="The address of its licence.")] = None
    description: Annotated[str | None, Meta(description="For catalogues and stores.")] = None
    subjects: Annotated[tuple[str, ...], Meta(description="What it is about, in words.")] = ()
    bisac: Annotated[tuple[str, ...], Meta(description="BISAC codes: LAN027000.")] = ()
    thema: Annotated[tuple[str, ...], Meta(description="Thema codes: AKD.")] = ()
    source: Annotated[str | None, Meta(description="Where it was taken from, as printed.")] = None
    series: Annotated[Series | None, Meta(description="The series of a book.")] = None
    periodical: Annotated[Periodical | None, Meta(description="What an issue belongs to.")] = None
    cover: Annotated[Cover, Meta(description="The cover.")] = Cover()
    theme: Annotated[str | None, Meta(description="The theme; by default that of its kind.")] = None
    trim: Annotated[
        str | None,
        Meta(description='The size of its pages, one of its theme\'s trims: "140x216", in mm.'),
    ] = None
    targets: Annotated[
        tuple[str, ...],
        Meta(description="What it is built for, instead of what publisher.toml says."),
    ] = ()
    typography: Annotated[
        Literal["keep", "check", "correct"] | None,
        Meta(description="Instead of what publisher.toml says."),
    ] = None
    notes: Annotated[
        NotePlace,
        Meta(
            description="Where notes stand: at the foot of the page, at the end of the chapter, "
            "together at the end of the book, or in the margin."
        ),
    ] = "foot"
    contents_depth: Annotated[
        Annotated[int, Meta(ge=1, le=6)] | None,
        Meta(description="Levels of the printed contents; by default by theme and kind."),
    ] = None
    numbering: Annotated[
        Numbering | None, Meta(description="What has numbers; by default what the theme says.")
    ] = None
    references: Annotated[
        tuple[str, ...], Meta(description="Files of references: BibTeX, CSL JSON or YAML.")
    ] = ()
    citation_style: Annotated[
        str | None, Meta(description="A CSL style, by its name: chicago-author-date, apa.")
    ] = None
    accessibility: Annotated[
        Accessibility, Meta(description="What is asserted of its accessibility.")
    ] = Accessibility()
    epub: Annotated[EpubDifferences, Meta(description="What holds for the EPUB alone.")] = (
        EpubDifferences()
    )
    pdf: Annotated[Differences, Meta(description="What holds for the PDF alone.")] = Differences()
    metadata: Annotated[
        Metadata, Meta(description="What holds for all its sources that do not say otherwise.")
    ] = Metadata()
    parts: Annotated[
        tuple[str | PartEntry, ...] | None,
        Meta(
            description="What it is made of, in order: names of files, roles of pages that are "
            "made, or tables; by default all files of the folder."
        ),
    ] = None
