"""Style sheets as declarations, each with its place (CSS Syntax 3)."""

import functools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import tinycss2

_LARGEST = 1_000_000
"""Characters of a sheet that is read."""
_DEEPEST = 8
"""At-rules in at-rules."""
_BRACKETS = re.compile(r"([(\[{])|[)\]}]")
_MOST_BRACKETS = 64
"""Brackets in brackets: tinycss2 recurses for each when it writes a value."""

_LONG_NUMBER = re.compile(r"\d{400}")
"""Python makes no integer of more than 4300 digits, as tinycss2 asks it to."""


class UnreadableSheet(ValueError):
    """A style sheet, or attribute, that is too large or too deep to be looked into."""


class Declaration(NamedTuple):
    """`property: value`, for the elements that `selector` chooses; "@font-face" is one, too.

    `urls` are the addresses in the value.
    """

    selector: str
    property: str
    value: str
    urls: tuple[str, ...]
    line: int
    column: int


@functools.lru_cache(maxsize=32)
def declarations(text: str) -> tuple[Declaration, ...]:
    """The declarations of a sheet, in its order; @import is one of a property of that name.

    Raises UnreadableSheet.
    """
    _require_readable(text)
    return tuple(_of_rules(tinycss2.parse_stylesheet(text, True, True), 0))


def inline_declarations(text: str) -> tuple[Declaration, ...]:
    """The declarations of a style attribute. Raises UnreadableSheet."""
    _require_readable(text)
    return tuple(_of_block(tinycss2.parse_blocks_contents(text, True, True), ""))


def _require_readable(text: str) -> None:
    if len(text) > _LARGEST:
        raise UnreadableSheet(f"it holds more than {_LARGEST:,} characters")
    if _LONG_NUMBER.search(text):
        raise UnreadableSheet("it holds a number of more than 400 digits")
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth = depth + 1 if bracket[1] else max(0, depth - 1)
        if depth > _MOST_BRACKETS:
            raise UnreadableSheet(f"brackets are nested deeper than {_MOST_BRACKETS}")


def _of_rules(rules: list[Any], depth: int) -> Iterator[Declaration]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude).strip()
            yield from _of_block(tinycss2.parse_blocks_contents(rule.content, True, True), selector)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "import":
            urls = tuple(_urls(rule.prelude))
            yield Declaration("", "@import", "", urls, rule.source_line, rule.source_column)
        elif rule.type == "at-rule" and rule.content is not None and depth < _DEEPEST:
            if "prefers-color-scheme" in tinycss2.serialize(rule.prelude):
                continue  # its colours are those that the reader has asked for
            if rule.lower_at_keyword in ("media", "supports", "layer"):
                inner = tinycss2.parse_stylesheet(rule.content, True, True)
                yield from _of_rules(inner, depth + 1)
            else:
                block = tinycss2.parse_blocks_contents(rule.content, True, True)
                yield from _of_block(block, f"@{rule.lower_at_keyword}")


def _of_block(block: list[Any], selector: str) -> Iterator[Declaration]:
    for one in block:
        if one.type == "declaration":
            value = tinycss2.serialize(one.value).strip()
            urls = tuple(_urls(one.value)) if "url(" in value.lower() else ()
            yield Declaration(
                selector, one.lower_name, value, urls, one.source_line, one.source_column
            )


def _urls(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("url", "string"):
            yield token.value
        elif token.type == "function" and token.lower_name == "url":
            yield from (inner.value for inner in token.arguments if inner.type == "string")
