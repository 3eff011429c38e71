"""Styles: what a paragraph is by the name of its style, and what its runs look like by it.

ECMA-376 part 1, 17.7. Word writes the names of its own styles in English whatever its language;
other programs write them in the user's. names.toml holds both.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import msgspec

from publisher.sources.docx.names import Element, child, children, number, switch, value, w

_DEEPEST = 20
"""Styles in a chain of styles based on others; a longer one is a circle."""

_HEADING_LEVELS = 9


class Look(msgspec.Struct, frozen=True):
    """How a run looks; None where nothing is said. `size` is in half-points (17.3.2.38)."""

    bold: bool | None = None
    italic: bool | None = None
    small_caps: bool | None = None
    caps: bool | None = None
    strike: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    rtl: bool | None = None
    position: str | None = None
    size: int | None = None
    font: str | None = None
    language: str | None = None
    language_east_asian: str | None = None
    language_complex: str | None = None

    def over(self, base: "Look") -> "Look":
        """This look, and that of `base` where it says nothing."""
        return Look(
            *(
                own if (own := getattr(self, field)) is not None else getattr(base, field)
                for field in self.__struct_fields__
            )
        )


PLAIN = Look()


class Role(msgspec.Struct, frozen=True):
    """What a style makes of a paragraph; `level` counts from 1 where a role has levels."""

    role: str
    level: int = 1


class Style(msgspec.Struct, frozen=True):
    """One style as the file has it."""

    id: str
    name: str
    based_on: str | None
    outline: int | None
    numbering: tuple[str | None, int] | None
    look: Look
    head_row: bool = False


class Styles:
    """The styles of a file, by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {style.id: style for style in map(_style, children(root, "style"))}
        self.base = look(child(root, "docDefaults", "rPrDefault", "rPr"))
        rows = list(children(root, "style"))
        defaults = [row for row in rows if row.get(w("default")) in ("1", "true", "on")]
        default = next((row for row in defaults if row.get(w("type")) == "paragraph"), None)
        self.default = None if default is None else default.get(w("styleId"))
        self._looks: dict[str, Look] = {}
        self._roles: dict[str, Role | None] = {}

    def chain(self, style: str | None) -> Iterator[Style]:
        """The style and those that it is based on, nearest first."""
        for _ in range(_DEEPEST):
            found = self._styles.get(style) if style else None
            if found is None:
                return
            yield found
            style = found.based_on

    def name(self, style: str | None) -> str:
        """The name of a style; its id where the file does not define it."""
        found = self._styles.get(style or "")
        return found.name if found else style or ""

    def look(self, style: str | None) -> Look:
        """What a style and those below it say of runs."""
        key = style or ""
        if key not in self._looks:
            looks = [found.look for found in self.chain(style)]
            self._looks[key] = functools.reduce(lambda all_, one: all_.over(one), looks, PLAIN)
        return self._looks[key]

    def role(self, style: str | None) -> Role | None:
        """What a paragraph of this style is, by the nearest name that tells; None for text."""
        key = style or ""
        if key not in self._roles:
            self._roles[key] = self._find_role(key)
        return self._roles[key]

    def _find_role(self, style: str) -> Role | None:
        if style and style not in self._styles:
            return named_role(style)
        for found in self.chain(style):
            role = named_role(found.name)
            if role is not None:
                return None if role.role == "text" else role
            if found.outline is not None and found.outline < _HEADING_LEVELS:
                return Role("heading", found.outline + 1)
        return None

    def numbering(self, style: str | None) -> tuple[str | None, int] | None:
        """The list that a paragraph of this style is in: its number and level."""
        return next((found.numbering for found in self.chain(style) if found.numbering), None)

    def head_row(self, style: str | None) -> bool:
        """Whether a table style sets the first row apart by bold type."""
        return any(found.head_row for found in self.chain(style))


def look(properties: Element | None) -> Look:
    """The look that run properties say (17.3.2)."""
    if properties is None or not len(properties):
        return PLAIN
    language = child(properties, "lang")
    fonts = child(properties, "rFonts")
    underline = value(properties, "u")
    position = value(properties, "vertAlign")
    size = value(properties, "sz")
    strikes = (switch(properties, "strike"), switch(properties, "dstrike"))
    return Look(
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        small_caps=switch(properties, "smallCaps"),
        caps=switch(properties, "caps"),
        strike=None if strikes == (None, None) else any(strikes),
        underline=None if underline is None else underline != "none",
        hidden=switch(properties, "vanish"),
        rtl=switch(properties, "rtl"),
        position=position,
        size=number(size) or None,
        font=None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")),
        language=None if language is None else language.get(w("val")),
        language_east_asian=None if language is None else language.get(w("eastAsia")),
        language_complex=None if language is None else language.get(w("bidi")),
    )


def numbered(properties: Element | None) -> tuple[str | None, int] | None:
    """The list and level that paragraph properties name (17.9.19)."""
    found = child(properties, "numPr")
    if found is None:
        return None
    return value(found, "numId"), number(value(found, "ilvl"))


def _style(row: Element) -> Style:
    paragraph, run = child(row, "pPr"), child(row, "rPr")
    outline = value(paragraph, "outlineLvl")
    parts = children(row, "tblStylePr")
    first = next((part for part in parts if part.get(w("type")) == "firstRow"), None)
    return Style(
        id=row.get(w("styleId"), ""),
        name=value(row, "name") or str(row.get(w("styleId"), "")),
        based_on=value(row, "basedOn"),
        outline=number(outline) if outline else None,
        numbering=numbered(paragraph),
        look=look(run),
        head_row=bool(switch(child(first, "rPr"), "b")),
    )


_LEVEL = re.compile(r"(.*?)[\s_-]*(\d)?")


def named_role(name: str) -> Role | None:
    """What a style's name says that its paragraphs are; None where it says nothing."""
    folded = " ".join(name.replace("_20_", " ").casefold().split())
    known = _names("names").get(folded) or _names("levels").get(folded)
    if known:
        return Role(known)
    # "titre 1" is a heading, "titre" alone a title: a number goes with the names of levels.
    found = _LEVEL.fullmatch(folded)
    role = _names("levels").get(found[1]) if found and found[2] else None
    return Role(role, max(1, int(found[2]))) if found and role else None


def named_inline(name: str) -> str | None:
    """What a character style's name says that its runs are."""
    return _names("inlines").get(" ".join(name.replace("_20_", " ").casefold().split()))


@functools.cache
def _names(table: str) -> dict[str, str]:
    """The roles of one table of names.toml, by name."""
    data = resources.files("publisher.sources.docx") / "names.toml"
    tables = tomllib.loads(data.read_text(encoding="utf-8"))
    return {name: role for role, names in tables[table].items() for name in names}
