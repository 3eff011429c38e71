"""theme.toml: the families, tokens, style sheets and trims of a theme."""

from typing import Literal

import msgspec

from publisher.configuration.publication import Kind, Numbering

SceneBreak = Literal["ornament", "space"]
Ink = str
"""A colour as CSS writes it, #rrggbb."""


class Families(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of the families that a theme sets text in, by their part in it."""

    text: str
    display: str
    sans: str
    mono: str


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One face that an EPUB carries: a family of `Families` by its part, weight and slant."""

    family: Literal["text", "display", "sans", "mono"]
    weight: int = 400
    italic: bool = False


class Sheets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A medium's style sheets, in the order of the cascade, and the faces they call for."""

    styles: tuple[str, ...]
    tokens: dict[str, str]
    faces: tuple[Style, ...] = ()


class Extent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts of at most `characters` get the class `name`, by which style sheets tell them apart."""

    name: str
    characters: int


class ThemeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of theme.toml.

    `extents` sorts works by the length of their text, `headlines` headlines by theirs, both from
    short to long. `palette`: ground, ink and motif of each possible cover. `kind` is what the theme
    is made for. `folios` says whether front matter is counted in Roman numerals, and the body
    from 1. `trims` holds, by the name of a trim size, the tokens of print that differ there; `trim`
    is the usual one. `numbering` and `contents_depth` hold for a publication that does not say
    otherwise. `scene_break` says what shows a pause in the text on paper: an ornament, or a line of
    space, with the ornament where a page's edge would hide it.
    """

    name: str
    description: str
    fonts: Families
    tokens: dict[str, str]
    print: Sheets
    epub: Sheets
    extents: tuple[Extent, ...]
    headlines: tuple[Extent, ...]
    palette: tuple[tuple[Ink, Ink, Ink], ...]
    kind: Kind = "article"
    folios: Literal["through", "roman-front"] = "through"
    trim: str = ""
    trims: dict[str, dict[str, str]] = {}
    numbering: Numbering = Numbering()
    contents_depth: int | None = None
    scene_break: SceneBreak = "ornament"
