"""A target: its format, its rules, and for each rule why it holds and where that was read."""

import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from publisher.configuration.settings import Format
from publisher.targets.pdf_rules import PdfRules
from publisher.targets.rules import EpubRules

DEFAULTS: dict[Format, str] = {"epub": "generic", "pdf": "screen"}
"""The target of each format where none is named; it is not in the names of files."""


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of `[sources]`: what was read, where it lies, and on which day it was read."""

    title: Annotated[str, Meta(description="The title of what was read.")]
    read: Annotated[datetime.date, Meta(description="The day it was read.")]
    address: Annotated[str | None, Meta(description="Where it lies.")] = None
    secondary: Annotated[
        bool, Meta(description="Others say so: the words of those who decide were not read.")
    ] = False


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `[because]`: why a rule has its value, and the key of the source that says so."""

    why: Annotated[str, Meta(description="Why the rule has its value.")]
    source: Annotated[str, Meta(description="The key of the source that says so.")]
    at: Annotated[str | None, Meta(description="Where in the source.")] = None


class TargetFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of targets/NAME.toml; the table of rules is the one named as the format."""

    description: Annotated[str, Meta(description="What it is for, in a sentence.")]
    format: Annotated[Format, Meta(description="What is made for it.")]
    base: Annotated[
        str | None, Meta(description="The target that this one changes; the rest holds as there.")
    ] = None
    sources: Annotated[
        dict[str, Origin], Meta(description="What its rules were read in, by a key.")
    ] = {}
    because: Annotated[
        dict[str, Reason], Meta(description="Why rules have their values, by their names.")
    ] = {}
    epub: Annotated[EpubRules | None, Meta(description="The rules of an EPUB.")] = None
    pdf: Annotated[PdfRules | None, Meta(description="The rules of a PDF.")] = None

    @property
    def rules(self) -> EpubRules | PdfRules | None:
        """The rules of its format."""
        return self.epub if self.format == "epub" else self.pdf


class Target(TargetFile, frozen=True, kw_only=True):
    """A target that is whole, by the name of its file."""

    name: str

    @property
    def usual(self) -> bool:
        """Whether it is what a format is made for where none is named."""
        return DEFAULTS[self.format] == self.name

    @property
    def epub_rules(self) -> EpubRules:
        """The rules of an EPUB, in a target that has them, as `load_target` sees to."""
        assert self.epub is not None
        return self.epub

    @property
    def pdf_rules(self) -> PdfRules:
        """The rules of a PDF, in a target that has them, as `load_target` sees to."""
        assert self.pdf is not None
        return self.pdf

    def file_name(self, work: str) -> str:
        """What the output of the work of that name is called: "name.epub", "name.kobo.epub"."""
        return f"{work}.{self.format}" if self.usual else f"{work}.{self.name}.{self.format}"
