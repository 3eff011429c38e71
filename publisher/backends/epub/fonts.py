"""The faces that an EPUB carries, each cut to the characters of its work, and their CSS rules."""

from pathlib import PurePosixPath

import msgspec

from publisher.backends.epub.item import Item
from publisher.fonts.families import Face, find_face
from publisher.fonts.library import Library
from publisher.fonts.subset import subset
from publisher.layouts import Theme
from publisher.publication import Publication
from publisher.publication.publication import part_text


class EmbeddedFonts(msgspec.Struct, frozen=True):
    """Font files, and the CSS rules that name them."""

    items: tuple[Item, ...]
    rules: str


def embed_fonts(publication: Publication, theme: Theme, library: Library) -> EmbeddedFonts:
    """The font files that the EPUB sheets of `theme` call for, and @font-face rules for them."""
    text = frozenset(map(ord, set().union(*map(part_text, publication.parts))))
    faces = [
        find_face(
            library.families[getattr(theme.described.fonts, style.family)],
            weight=style.weight,
            italic=style.italic,
        )
        for style in theme.described.epub.faces
    ]
    items = tuple(Item(_name(face), subset(face, text)) for face in faces)
    return EmbeddedFonts(items, theme.render("epub/fonts.css.j2", faces=faces, name=_name))


def _name(face: Face) -> str:
    return f"fonts/{PurePosixPath(face.file).name}"
