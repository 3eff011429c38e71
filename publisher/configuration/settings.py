"""publisher.toml: how a user's project is built.

The nearest one holds, from the folder of what is built upwards; `[tool.publisher]` in a
pyproject.toml is read like it.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from publisher.assets import printable, read_source
from publisher.configuration.metadata import Metadata
from publisher.configuration.toml import load

Format = Literal["epub", "pdf"]


class Fonts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[fonts]`."""

    system: Annotated[
        bool,
        Meta(
            description="Whether fonts installed on the machine may set characters that no bundled "
            "one has; files then differ from machine to machine."
        ),
    ] = False


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[limits]`: what an untrusted source may cost."""

    source_bytes: Annotated[int, Meta(gt=0, description="The size of one source file.")] = (
        16_000_000
    )
    lines: Annotated[int, Meta(gt=0, description="The lines of one source file.")] = 200_000
    passages: Annotated[
        int,
        Meta(gt=0, description="The passages of one work: paragraphs, headings, cells, captions."),
    ] = 100_000
    passage_characters: Annotated[int, Meta(gt=0, description="The length of one passage.")] = (
        100_000
    )
    picture_bytes: Annotated[int, Meta(gt=0, description="The size of one picture's file.")] = (
        32_000_000
    )
    picture_pixels: Annotated[
        int, Meta(gt=0, description="The pixels of one picture, its width by its height.")
    ] = 30_000_000
    drawing_weight: Annotated[
        int,
        Meta(
            gt=0,
            description="What one SVG may cost to draw: a character of a path is 1, an element "
            "50, a letter 35, each as often as it is used.",
        ),
    ] = 400_000
    pictures: Annotated[int, Meta(gt=0, description="The different pictures of one work.")] = 2000
    all_pixels: Annotated[
        int, Meta(gt=0, description="The pixels of all pictures of one work together.")
    ] = 1_000_000_000


class Structure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[structure]`: how sure a reader has to be of what it infers."""

    confidence: Annotated[
        float,
        Meta(ge=0, le=1, description="What is less sure than this, of 1, is reported."),
    ] = 0.7
    strict: Annotated[
        bool, Meta(description="Whether that is an error: nothing unsure is built.")
    ] = False


class Checks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[checks]`: which findings on sources and EPUBs are wanted."""

    disable: Annotated[
        tuple[str, ...],
        Meta(
            description="Checks that are not made, by name or code (docs/checks.md, "
            "docs/checking-epubs.md)."
        ),
    ] = ()
    enable: Annotated[
        tuple[str, ...],
        Meta(description="Checks that are made only where they are asked for, by name or code."),
    ] = ()


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of publisher.toml; all may be left out. Paths are relative to the file."""

    content: Annotated[
        str | tuple[str, ...],
        Meta(description="The folder, or folders, that are built where no path is given."),
    ] = "content"
    out: Annotated[str, Meta(description="The folder that the files go to.")] = "dist"
    to: Annotated[tuple[Format, ...], Meta(description="What is built.")] = ("epub", "pdf")
    targets: Annotated[
        tuple[str, ...],
        Meta(
            description="What it is built for: targets of publisher's own, or files in targets/. A "
            "format that none of them has gets its default: generic for EPUB, screen for PDF."
        ),
    ] = ()
    theme: Annotated[
        str, Meta(description="The theme: a folder below themes/, or one of publisher's own.")
    ] = "article"
    typography: Annotated[
        Literal["keep", "check", "correct"],
        Meta(
            description="keep sets the text as it is written; check binds spaces and reports what "
            "is amiss; correct puts it right too, and records each change."
        ),
    ] = "check"
    check: Annotated[bool, Meta(description="Whether EPUBCheck reads every EPUB.")] = True
    page_list: Annotated[
        bool,
        Meta(description="Whether an EPUB that is built with a PDF has the pages of that PDF."),
    ] = True
    metadata: Annotated[
        Metadata, Meta(description="What holds for all works that do not say otherwise.")
    ] = Metadata()
    structure: Annotated[
        Structure, Meta(description="How sure a reader has to be of what it infers.")
    ] = Structure()
    checks: Annotated[Checks, Meta(description="Which findings are wanted.")] = Checks()
    fonts: Annotated[Fonts, Meta(description="Where fonts come from.")] = Fonts()
    limits: Annotated[Limits, Meta(description="What a source may cost.")] = Limits()


class Project(msgspec.Struct, frozen=True):
    """The settings that hold for what is built, and the folder that their paths start from.

    `file` is where they are written, None where nothing is and the defaults hold.
    """

    settings: Settings
    root: Path
    file: Path | None = None


_FILES = (("publisher.toml", ""), ("pyproject.toml", "tool.publisher"))


def find_project(start: Path) -> Project:
    """The project that the folder `start` belongs to; without one, the defaults.

    Raises UsageError as `load` does, PublisherError as `read_source` does.
    """
    resolved = start.resolve()
    for folder in (resolved, *resolved.parents):
        for name, table in _FILES:
            path = folder / name
            if path.is_file() and (settings := _read(path, table)) is not None:
                return Project(settings, folder, path)
    return Project(Settings(), resolved if resolved.is_dir() else resolved.parent)


def _read(path: Path, table: str) -> Settings | None:
    text = read_toml(path)
    if table and f"[{table}" not in text:
        return None
    return load(text, shown(path), Settings, table=table)


def read_toml(path: Path) -> str:
    """The text of a configuration file; bytes that are not UTF-8 are TOML faults later."""
    return read_source(path, limit=1_000_000).data.decode("utf-8", errors="replace")


def shown(path: Path) -> str:
    """A path for messages, relative to the working folder where it lies below it."""
    here = Path.cwd()
    return printable(path.relative_to(here) if path.is_relative_to(here) else path)
