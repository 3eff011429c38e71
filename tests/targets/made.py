"""A small book for tests, made by rules of a target."""

import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image

from publisher.backends.epub import render_epub
from publisher.build.fitting import fit_pictures
from publisher.pictures import Shelf
from publisher.targets import Target, load_target
from tests.build.publications import ready
from tests.conftest import ROOT
from tests.pictures.made import packed, photo

TOML = """title = "The Quiet Press"
language = "en-GB"
cover = { image = "cover.jpg", alt = "A press." }
parts = [{ title = "Printing", parts = ["one.md"] }]
"""
ONE = """# The room

A press[^a] of iron and co\u00adop\u2060er\u202fated,[^b] with $E = mc^2$ in a line.

$$\\frac{a}{b}$$

![A lamp](lamp.png)

![A photograph](photograph.jpg)

## A heading

### One below

[^a]: Of iron, $x$.
[^b]: Of two paragraphs.

    The second.
"""


def lamp() -> bytes:
    """A drawing in two colours on no ground."""
    image = Image.new("RGBA", (80, 40), (0, 0, 0, 0))
    image.paste((200, 30, 30, 255), (20, 10, 60, 30))
    return packed(image, "PNG")


FILES: dict[str, str | bytes] = {
    "publication.toml": TOML,
    "one.md": ONE,
    "lamp.png": lamp(),
    "photograph.jpg": packed(photo((300, 200)), "JPEG", quality=95),
    "cover.jpg": packed(photo((100, 160)), "JPEG", quality=60),
}


def target(name: str = "generic", **rules: Any) -> Target:
    """The target of that name with other rules; without fonts, which take the most time."""
    found = load_target(name, ROOT)
    rules = {"fonts": "leave-out"} | rules
    return msgspec.structs.replace(found, epub=msgspec.structs.replace(found.epub_rules, **rules))


def made(folder: Path, wanted: Target, files: dict[str, str | bytes] = FILES) -> bytes:
    """The EPUB of `files` for a target."""
    prepared = ready(folder, files)
    publication = fit_pictures(prepared.publications["epub"], wanted, Shelf())
    return render_epub(publication, prepared.themes["epub"], prepared.library, wanted)


class Unpacked:
    """The files of an EPUB by the ends of their names."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    def text(self, end: str) -> str:
        (name,) = (name for name in self.files if name.endswith(end))
        return self.files[name].decode()

    def below(self, folder: str) -> dict[str, bytes]:
        start = f"EPUB/{folder}/"
        return {
            name.removeprefix(start): data
            for name, data in self.files.items()
            if name.startswith(start)
        }

    def picture(self, stem: str) -> Image.Image:
        (data,) = (data for name, data in self.below("images").items() if name.startswith(stem))
        return Image.open(io.BytesIO(data))
