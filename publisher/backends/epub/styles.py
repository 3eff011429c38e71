"""Style sheets as reading systems need them: turned with the text, and said again in older words.

Sheets are written for lines from left to right. Where these run from right to left, sides are
exchanged; where they run from top to bottom, sides are turned by a right angle. Physical properties
are what every reading system knows, so none of this is left to it. Properties that were new once
have twins with the prefixes of EPUB 3.3 (6.3.1.2 and appendix H) and of WebKit.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

import tinycss2
from tinycss2.ast import Declaration, Node

Writing = Literal["ltr", "rtl", "vertical"]
"""Lines from left to right, from right to left, or from top to bottom and from the right on."""
Side = Literal["ltr", "rtl"]
Said = tuple[str, str]
"""A property and its value."""

_AS_IT_IS = re.compile(
    r"\b(?:pre|code)\b|\.(?:hang-|code-line|marked-line|cover\b)|\[dir|^\.(?:left|right)$"
)
"""Selectors of what does not turn: code, covers, columns of figures, and what says itself for which
direction it is."""
_SIDE = re.compile(r"\b(?:left|right|top|bottom)\b")
_EXCHANGED = {"left": "right", "right": "left"}
_TURNED = {"top": "right", "right": "bottom", "bottom": "left", "left": "top"}
_LENGTH = re.compile(r"(?<![\w-])((?:min-|max-)?)(width|height)\b")
_OTHER_LENGTH = {"width": "height", "height": "width"}
_SHORTHANDS = frozenset(("margin", "padding", "border-width", "border-style", "border-color"))
_SIDED = re.compile(r"(?:margin|padding|border|left|right|float|clear|text-align)\b")
_AT_A_SIDE = frozenset(("float", "clear", "text-align"))
_PREFIXES = {
    "hyphens": ("-webkit-", "-epub-"),
    "line-break": ("-webkit-", "-epub-"),
    "text-emphasis-position": ("-webkit-", "-epub-"),
    "text-emphasis-style": ("-webkit-", "-epub-"),
    "text-orientation": ("-webkit-", "-epub-"),
    "word-break": ("-epub-",),
    "writing-mode": ("-webkit-", "-epub-"),
}


@functools.lru_cache(maxsize=64)
def for_readers(sheet: str, writing: Writing, *, both: bool = False) -> str:
    """`sheet`, which is written for "ltr", for a text in that `writing`.

    `both`: there are passages that run the other way, for which rules with sides are said again.
    """
    return "\n".join(_rules(sheet, writing, both=both))


def _rules(source: str | list[Node], writing: Writing, *, both: bool) -> Iterator[str]:
    for rule in tinycss2.parse_stylesheet(source, skip_whitespace=True):
        if rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude).strip()
            yield from _rule(selector, _said(rule.content), writing, both=both)
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            condition = tinycss2.serialize(rule.prelude).strip()
            if writing == "vertical":
                condition = _LENGTH.sub(_other_length, condition)
            inner = "\n".join(_rules(rule.content, writing, both=both))
            yield f"@{rule.lower_at_keyword} {condition} {{\n{inner}\n}}"
        else:
            yield tinycss2.serialize([rule])


def _said(content: list[Node]) -> tuple[Said, ...]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple(
        (each.lower_name, tinycss2.serialize(each.value).strip() + " !important" * each.important)
        for each in found
        if isinstance(each, Declaration)
    )


def _rule(selector: str, said: Sequence[Said], writing: Writing, *, both: bool) -> Iterator[str]:
    fixed = _AS_IT_IS.search(selector) is not None
    if writing == "vertical":
        yield _block(selector, said if fixed else [_turned(*each) for each in said])
        return
    ways = {"ltr": list(said), "rtl": [_exchanged(*each) for each in said]}
    yield _block(selector, said if fixed else ways[writing])
    if both and not fixed:
        (other,) = set(get_args(Side)) - {writing}
        if sided := [each for each in ways[other] if _SIDED.match(each[0])]:
            yield _block(_where(selector, other), list(_freed(sided)))


def _block(selector: str, said: Sequence[Said]) -> str:
    lines = "".join(f"  {name}: {value};\n" for each in said for name, value in _twins(*each))
    return f"{selector} {{\n{lines}}}"


def _exchanged(name: str, value: str) -> Said:
    """A declaration with left and right exchanged."""
    name = _SIDE.sub(lambda found: _EXCHANGED.get(found[0], found[0]), name)
    if name in _AT_A_SIDE:
        value = _EXCHANGED.get(value, value)
    sides = _sides(value)
    if name in _SHORTHANDS and len(sides) == 4:
        top, right, bottom, left = sides
        value = f"{top} {left} {bottom} {right}"
    return name, value


def _turned(name: str, value: str) -> Said:
    """A declaration for lines that run down: what was above is now at the right."""
    if name in _AT_A_SIDE or name in ("caption-side", "vertical-align"):
        return (
            name,
            value,
        )  # these are told from the line, not from the page (CSS Writing Modes 4, 6)
    if name in _SHORTHANDS:
        top, right, bottom, left = _four(_sides(value))
        shorter = top == right == bottom == left
        return name, top if shorter else f"{left} {top} {right} {bottom}"
    name = _SIDE.sub(lambda found: _TURNED[found[0]], name)
    name = _LENGTH.sub(_other_length, name)
    if name in ("overflow-x", "overflow-y"):
        name = "overflow-y" if name == "overflow-x" else "overflow-x"
    return name, value


def _other_length(found: re.Match[str]) -> str:
    return found[1] + _OTHER_LENGTH[found[2]]


def _freed(sided: Sequence[Said]) -> Iterator[Said]:
    """Declarations for the other way, each after one that takes back what its twin had set."""
    names = {name for name, _ in sided}
    for name, value in sided:
        opposite = _SIDE.sub(lambda found: _EXCHANGED.get(found[0], found[0]), name)
        if opposite != name and opposite not in names:
            yield opposite, "0"
        yield name, value


def _where(selector: str, way: Side) -> str:
    """`selector` inside what runs that way, and on what says itself that it does."""
    ways = []
    for each in re.split(r",(?![^(]*\))", selector):
        element, colons, pseudo = each.strip().partition("::")
        ways += [f'[dir="{way}"] {each.strip()}', f'{element}[dir="{way}"]{colons}{pseudo}']
    return ", ".join(ways)


def _sides(value: str) -> list[str]:
    """The values of a shorthand: those of functions hold together."""
    return re.findall(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+", value)


def _four(sides: list[str]) -> tuple[str, str, str, str]:
    """Top, right, bottom and left of a shorthand (CSS Box Model 3, 3.2)."""
    top, right, bottom, left = (*sides, *(sides[at] for at in _REPEATED[len(sides)]))
    return top, right, bottom, left


_REPEATED: dict[int, tuple[int, ...]] = {1: (0, 0, 0), 2: (0, 1), 3: (1,), 4: ()}
"""By how many values are given: those that stand for the sides left out."""


def _twins(name: str, value: str) -> Iterator[Said]:
    """A declaration after those that say the same to older reading systems."""
    for prefix in _PREFIXES.get(name, ()):
        yield f"{prefix}{name}", value
    match name:
        case "font-variant-caps":
            # The shorthand of CSS 2 is known everywhere; it would take back the figures' style.
            yield "font-variant", "normal" if value == "normal" else "small-caps"
            yield "font-variant-numeric", "inherit"
        case "hyphenate-limit-chars" if len(limits := value.split()) == 3:
            yield "-webkit-hyphenate-limit-before", limits[1]
            yield "-webkit-hyphenate-limit-after", limits[2]
        case "text-combine-upright" if value == "all":
            yield "-webkit-text-combine", "horizontal"
            yield "-epub-text-combine", "horizontal"
    yield name, value
