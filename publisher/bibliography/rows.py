"""The items of a CSL JSON or CSL YAML file as plain values, each with its place."""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from publisher.diagnostics import PublisherError, diagnose
from publisher.span import Span, whole_file

Row = tuple[object, Span]

DEEPEST = 12
"""Lists and objects within one another."""

_SPACE = re.compile(r"[ \t\n]*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_LISTS = ("references", "items")
_LIST = re.compile(rf'"(?:{"|".join(_LISTS)})"[ \t\n]*:[ \t\n]*(?=\[)')
# libyaml reads as PyYAML does, twenty times as fast; not every build of PyYAML has it.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def json_rows(text: str, name: str) -> Iterator[Row]:
    """The items of a list, alone or as `references` or `items` of an object (RFC 8259).

    Raises PublisherError: BIB001 where it is no such list, BIB002 where it is too deep.
    """
    _refuse_deep_json(text, name)
    decoder = json.JSONDecoder(parse_constant=str)
    at = _SPACE.match(text).end()  # type: ignore[union-attr] # it matches nothing, too
    if text.startswith("{", at) and (found := _LIST.search(text, at)):
        at = found.end()
    lines = _Lines(text, name)
    if not text.startswith("[", at):
        raise _no_list(lines.place(at))
    at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
    while not text.startswith("]", at):
        try:
            row, end = decoder.raw_decode(text, at)
        except ValueError as failure:
            broken = failure.pos if isinstance(failure, json.JSONDecodeError) else at
            reason = failure.msg if isinstance(failure, json.JSONDecodeError) else "a huge number"
            raise _broken(lines.place(broken), reason) from failure
        yield row, lines.place(at)
        at = _SPACE.match(text, end).end()  # type: ignore[union-attr]
        if text.startswith(",", at):
            at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
        elif not text.startswith("]", at):
            raise _broken(lines.place(at), "a comma, or the end of the list, is missing")


class _Lines:
    """Offsets to places; cheap where they are asked for in ascending order."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._line = 1
        self._at = 0

    def place(self, at: int) -> Span:
        self._line += self._text.count("\n", self._at, at)
        self._at = at
        column = at - self._text.rfind("\n", 0, at)
        return Span(self._name, self._line, column, self._line, column)


def _refuse_deep_json(text: str, name: str) -> None:
    """Raises for what is too deep before it is read: Python's reader recurses."""
    depth = 0
    for found in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            raise _too_deep(_Lines(text, name).place(found.start()))


def yaml_rows(text: str, name: str) -> Iterator[Row]:
    """The items of a list, alone or under `references` or `items` (YAML 1.2.2).

    Values are the characters that were written. Raises PublisherError: BIB001 for what is no
    YAML, has tags, anchors or aliases, or is no such list, BIB002 where it is too deep.
    """
    try:
        _refuse(text, name)
        roots = [node for node in yaml.compose_all(text, Loader=_Loader) if node]
    except yaml.YAMLError as failure:
        place = _at(getattr(failure, "problem_mark", None), name)
        reason = getattr(failure, "problem", None) or str(failure).splitlines()[0]
        raise _broken(place, reason) from failure
    root = roots[0] if roots else None
    if isinstance(root, yaml.MappingNode):
        lists = {key.value: value for key, value in root.value if isinstance(key.value, str)}
        root = next((lists[key] for key in _LISTS if key in lists), root)
    if not isinstance(root, yaml.SequenceNode):
        raise _no_list(whole_file(name))
    for node in root.value:
        yield _value(node), _at(node.start_mark, name)


def _refuse(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _broken(_at(event.start_mark, name), "an anchor or alias")
        if tag := getattr(event, "tag", None):
            raise _broken(_at(event.start_mark, name), f"the tag {tag[:40]}")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _too_deep(_at(event.start_mark, name))


def _value(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(value) for value in node.value]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return "" if plain and node.value in ("~", "null") else str(node.value)


def _at(mark: Any, name: str) -> Span:
    if mark is None:
        return whole_file(name)
    line, column = mark.line + 1, mark.column + 1
    return Span(name, line, column, line, column)


def _no_list(place: Span) -> PublisherError:
    return _broken(place, "there is no list of references")


def _broken(place: Span, reason: str) -> PublisherError:
    return PublisherError(diagnose("BIB001", place, reason=reason))


def _too_deep(place: Span) -> PublisherError:
    what = "lists and objects deeper in one another"
    return PublisherError(diagnose("BIB002", place, what=what, limit=DEEPEST))
