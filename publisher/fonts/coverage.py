"""Characters that no font of a work can set: found before a page shows a box in their place."""

import unicodedata
from collections.abc import Iterable

from publisher.fonts.library import Library
from publisher.fonts.shaping import characters

# Spaces and what steers a line need no glyph: HarfBuzz sets them from the space or not at all.
_INVISIBLE = {"Zs", "Zl", "Zp", "Cc", "Cf"}

_NOTO = {
    "CJK": "Noto Serif CJK",
    "HIRAGANA": "Noto Serif CJK",
    "KATAKANA": "Noto Serif CJK",
    "HANGUL": "Noto Serif CJK",
}


def uncovered(text: Iterable[str], library: Library) -> frozenset[str]:
    """The characters of `text` that no family of `library` has a glyph for."""
    sets = [characters(family.faces[0]) for family in library.families.values()]
    return frozenset(
        character
        for character in set(text)
        if not any(ord(character) in covered for covered in sets)
        and unicodedata.category(character) not in _INVISIBLE
        and not unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    )


def character_name(character: str) -> str:
    """The Unicode name of a character, its code point first: "U+0627 ARABIC LETTER ALEF"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"


def remedy(character: str) -> str:
    """Which fonts to install for a character that is missing."""
    name = unicodedata.name(character, "")
    script = name.split(" ")[0]
    if unicodedata.category(character) == "So":
        family = "Noto Emoji or Noto Sans Symbols"
    else:
        family = _NOTO.get(script, f"Noto Sans {script.title()}") if script else "a font for it"
    return (
        f"put a font that has it ({family}) into fonts/ beside publisher.toml, with a .toml that "
        "names its faces, or allow the machine's own with fonts.system = true"
    )
