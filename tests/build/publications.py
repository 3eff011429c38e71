"""Small publications on disk, for tests."""

from collections.abc import Mapping
from pathlib import Path

from publisher.build.prepare import Prepared
from publisher.build.ready import make_ready
from publisher.build.works import Work, find_works
from publisher.diagnostics import PublisherError
from publisher.document.text import plain
from publisher.publication import Publication

BOOK = {
    "publication.toml": """
title = "The Quiet Press"
language = "en-GB"
parts = ["half-title", "title-page", "contents", "preface.md", "one.md", "two.md"]
""",
    "preface.md": "# Preface\n\nWhy it was written.\n",
    "one.md": "# The room\n\nA press[^a] and a stove.\n\n[^a]: Of iron.\n",
    "two.md": "# The ink\n\nAs [the room](one.md) says.\n",
}


def written(folder: Path, files: Mapping[str, str | bytes]) -> Work:
    """The work in `folder` with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (work,) = find_works([folder]).works
    return work


def ready(folder: Path, files: Mapping[str, str | bytes]) -> Prepared:
    """What `files` in `folder` are made ready to."""
    return make_ready(written(folder, files), epoch=None)


def assembled(folder: Path, files: Mapping[str, str | bytes]) -> Publication:
    """The publication of `files`."""
    return ready(folder, files).publications["epub"]


def found_in(folder: Path, files: Mapping[str, str | bytes]) -> list[tuple[str, str, int]]:
    """Code, file name and line of each finding."""
    try:
        diagnostics = ready(folder, files).diagnostics
    except PublisherError as failure:
        diagnostics = failure.diagnostics
    return [
        (
            found.code,
            Path(found.span.file).name if found.span else "",
            found.span.line if found.span else 0,
        )
        for found in diagnostics
    ]


def outline(publication: Publication) -> list[tuple[str, str, str]]:
    """Name, role and title of each part."""
    return [(part.name, part.role, plain(part.document.meta.title)) for part in publication.parts]
