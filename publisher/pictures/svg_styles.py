"""The styles in a drawing, less what is not in `PROPERTIES` or leads out of it (CSS Syntax 3)."""

import re
from collections.abc import Iterable

import tinycss2
from tinycss2.ast import Declaration, Node, QualifiedRule

from publisher.pictures.svg_words import PROPERTIES

_PAINTS = frozenset({"fill", "stroke"})
"""What a style sheet may set to a gradient; how often its rules apply is not counted."""

_OWN = re.compile(r"#[^\s\"'()\\]+")
_RUNNING = {"expression", "attr", "image-set", "image", "src", "element", "cross-fade", "env"}


def is_own(address: str) -> bool:
    """Whether an address leads to an element of the same drawing."""
    return _OWN.fullmatch(address.strip()) is not None


def loads_nothing(value: Iterable[Node]) -> bool:
    """Whether a value names no address out of the drawing, in functions either."""
    for token in value:
        if token.type == "url" and not is_own(token.value):
            return False
        if token.type == "error":
            return False
        if token.type == "function":
            if token.lower_name == "url":
                strings = [part for part in token.arguments if part.type != "whitespace"]
                if [part.type for part in strings] != ["string"] or not is_own(strings[0].value):
                    return False
            elif token.lower_name in _RUNNING or not loads_nothing(token.arguments):
                return False
        elif token.type.endswith("block") and not loads_nothing(token.content):
            return False
    return True


def own_value(value: str) -> bool:
    """Whether a presentation attribute's value names no address out of the drawing."""
    if "\\" in value:  # an escape, which only hides what a name is
        return False
    return "(" not in value or loads_nothing(tinycss2.parse_component_value_list(value))


def filtered_style(style: str) -> tuple[str, bool]:
    """What may stay of a style attribute, and whether anything went."""
    return _declarations(tinycss2.parse_blocks_contents(style))


def filtered_sheet(sheet: str) -> tuple[str, bool]:
    """What may stay of a style sheet: plain rules; and whether anything went."""
    kept, lost = [], False
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if not isinstance(rule, QualifiedRule) or not loads_nothing(rule.prelude):
            lost = True
            continue
        declarations = tinycss2.parse_blocks_contents(rule.content)
        body, part_lost = _declarations(declarations, referring=_PAINTS)
        lost |= part_lost
        if body:
            kept.append(f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}")
    return "\n".join(kept), lost


def _declarations(
    found: Iterable[Node], referring: frozenset[str] = PROPERTIES
) -> tuple[str, bool]:
    """The declarations that may stay; only the properties of `referring` refer to elements."""
    kept, lost = [], False
    for node in found:
        if node.type in ("whitespace", "comment"):
            continue
        if not isinstance(node, Declaration):
            lost = True
            continue
        value = tinycss2.serialize(node.value).strip()
        safe = own_value(value) and ("(#" not in value or node.lower_name in referring)
        if safe and node.lower_name in PROPERTIES:
            kept.append(f"{node.lower_name}:{value}{' !important' if node.important else ''}")
        else:
            lost |= not safe  # editors' own properties change nothing by going
    return ";".join(kept), lost
