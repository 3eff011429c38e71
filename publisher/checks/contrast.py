"""Colours of a theme that are too near to what they are printed on (WCAG 2.2, 1.4.3).

The names of the tokens say what is set on what: a name that ends in `tint` or `ground` is a ground
for text in `ink`, by default black; `on-NAME` is set on the token NAME; any other colour is set on
`paper`, by default white.
"""

import re
from collections.abc import Iterator

from publisher.configuration.settings import shown
from publisher.configuration.toml import key_place
from publisher.diagnostics import Diagnostic, diagnose
from publisher.layouts import Medium, Theme

LEAST, LEAST_OF_LARGE = 4.5, 3.0
"""The ratio for text, and for text from 18 pt on, which tokens named `headline-…` colour."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_GROUND = re.compile(r"(?:.*-)?(?:tint|ground)")
_WHITE, _BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours written #rrggbb, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint_colours(theme: Theme) -> Iterator[Diagnostic]:
    """LAY030 for each pair of colours of `theme` that is too faint, where its ink is defined."""
    path = theme.folder / "theme.toml"
    text = path.read_text(encoding="utf-8")
    told: set[tuple[str, str]] = set()
    media: tuple[tuple[Medium, str], ...] = (("print", "print.tokens"), ("epub", "epub.tokens"))
    for medium, table in media:
        tokens = theme.tokens(medium)
        own = theme.described.print if medium == "print" else theme.described.epub
        for name, ink, ground in _pairs(tokens):
            least = LEAST_OF_LARGE if name.startswith("headline-") else LEAST
            reached = contrast(ink, ground)
            if reached < least and (ink, ground) not in told:
                told.add((ink, ground))
                place = key_place(
                    text, shown(path), table if name in own.tokens else "tokens", name
                )
                facts = {"contrast": f"{reached:.1f}", "least": f"{least:g}"}
                yield diagnose("LAY030", place, ink=ink, ground=ground, **facts)


def _pairs(tokens: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """The name of each token that is a colour, the ink and the ground that it stands for."""
    for name, colour in tokens.items():
        if not _COLOUR.fullmatch(colour):
            continue
        if name.startswith("on-"):
            yield name, colour, tokens.get(name.removeprefix("on-"), _WHITE)
        elif f"on-{name}" in tokens:
            continue  # its own ink is what it is judged by
        elif _GROUND.fullmatch(name) or name == "paper":
            yield name, tokens.get("ink", _BLACK), colour
        else:
            yield name, colour, tokens.get("paper", _WHITE)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, the definition of that name)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
