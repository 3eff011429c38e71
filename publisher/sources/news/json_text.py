"""JSON (RFC 8259) with the place of each value, for messages and spans.

What the standard library's parser does not tell is told here: keys that are repeated, lone
surrogates, how deep it nests, and where each value stands.
"""

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined] # the stubs leave it out

import msgspec

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.source_map import Edit, SourceMap
from publisher.span import Span

DEEPEST = 64
"""Arrays and objects in one another; ninjs needs about six."""

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_WORD = re.compile(r"-?[A-Za-z]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER = 300
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u.{4}|\\.")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Parsed(msgspec.Struct, frozen=True):
    """The value of a JSON text, and where each part of it stands.

    `places` leads from a path (`$.bodies[0].value`) to its span, `starts` to the offset at which
    its text begins in the map's. Keys are in lower case, as they are in paths: ninjs 2 and 3
    differ by it. `written` leads from a path to the one that the text itself has.
    """

    value: Json
    places: dict[str, Span]
    starts: dict[str, int]
    written: dict[str, str]
    source_map: SourceMap
    diagnostics: tuple[Diagnostic, ...]

    def place(self, path: str) -> Span:
        """The span of the value at `path`, or of what holds it."""
        while path not in self.places:
            path = path[: max(path.rfind("."), path.rfind("["))]
        return self.places[path]


def parse_json(name: str, text: str) -> Parsed:
    """The value of `text`, with places.

    Raises PublisherError: NWS001 where it is no JSON, also for NaN and Infinity, NWS002 where it
    nests too deep; after the warnings that were found before.
    """
    return _Parser(name, text).parsed()


class _Parser:
    def __init__(self, name: str, text: str) -> None:
        self._text = text
        self._map = SourceMap(name, text)
        self._extents: dict[str, tuple[int, int]] = {}
        self._written: dict[str, str] = {}
        self._edits: list[Edit] = []
        self._found: list[Diagnostic] = []

    def parsed(self) -> Parsed:
        value, at = self._value(self._skip(0), "$", "$", 0)
        at = self._skip(at)
        if at < len(self._text):
            raise self._fault(at, "something follows the end of the value")
        source_map = SourceMap(self._map.name, self._text, self._edits)
        places = {
            path: source_map.raw_span(start, end) for path, (start, end) in self._extents.items()
        }
        starts = {path: source_map.offset(start) for path, (start, _) in self._extents.items()}
        return Parsed(value, places, starts, self._written, source_map, tuple(self._found))

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _fault(self, at: int, reason: str) -> PublisherError:
        at = min(at, len(self._text))
        place = self._map.raw_span(at, min(at + 1, len(self._text)))
        return PublisherError(*self._found, diagnose("NWS001", place, reason=reason))

    def _value(self, at: int, path: str, written: str, depth: int) -> tuple[Json, int]:
        """The value that starts at offset `at`, and the offset after it."""
        first = self._text[at : at + 1]
        if first in ("{", "["):
            if depth == DEEPEST:
                place = self._map.raw_span(at, at + 1)
                raise PublisherError(*self._found, diagnose("NWS002", place, limit=DEEPEST))
            read = self._object if first == "{" else self._array
            value, end = read(at, path, written, depth + 1)
            self._extents[path] = (at, end)
        elif first == '"':
            value, end = self._string(at)
            self._extents[path] = (at + 1, end - 1)
        else:
            value, end = self._scalar(at)
            self._extents[path] = (at, end)
        self._written[path] = written
        return value, end

    def _object(self, at: int, path: str, written: str, depth: int) -> tuple[Json, int]:
        found: dict[str, Json] = {}
        at = self._skip(at + 1)
        if self._text[at : at + 1] == "}":
            return found, at + 1
        while True:
            if self._text[at : at + 1] != '"':
                raise self._fault(at, self._expected(at, "a name in quotation marks"))
            start = at
            key, at = self._string(at)
            name = key.lower()
            if name in found:
                place = self._map.raw_span(start, at)
                self._found.append(diagnose("NWS003", place, key=key))
            at = self._skip(at)
            if self._text[at : at + 1] != ":":
                raise self._fault(at, self._expected(at, "a colon"))
            inside = (f"{path}.{name}", f"{written}.{key}")
            found[name], at = self._value(self._skip(at + 1), *inside, depth)
            at = self._skip(at)
            mark = self._text[at : at + 1]
            if mark == "}":
                return found, at + 1
            if mark != ",":
                raise self._fault(at, self._expected(at, "a comma or }"))
            at = self._skip(at + 1)

    def _array(self, at: int, path: str, written: str, depth: int) -> tuple[Json, int]:
        found: list[Json] = []
        at = self._skip(at + 1)
        if self._text[at : at + 1] == "]":
            return found, at + 1
        while True:
            number = f"[{len(found)}]"
            value, at = self._value(at, path + number, written + number, depth)
            found.append(value)
            at = self._skip(at)
            mark = self._text[at : at + 1]
            if mark == "]":
                return found, at + 1
            if mark != ",":
                raise self._fault(at, self._expected(at, "a comma or ]"))
            at = self._skip(at + 1)

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, end = scanstring(self._text, at + 1, True)
        except JSONDecodeError as failure:
            cut = failure.msg.startswith("Unterminated")
            reason = "the text ends inside a string" if cut else failure.msg.lower()
            raise self._fault(len(self._text) if cut else failure.pos, reason) from failure
        inside = range(at + 1, end - 1)
        self._edits += self._escapes(inside)
        return _SURROGATE.sub("\ufffd", value), end

    def _escapes(self, inside: range) -> list[Edit]:
        edits = []
        for found in _ESCAPE.finditer(self._text, inside.start, inside.stop):
            character, _ = scanstring(found[0] + '"', 0, True)
            rule = "json-escape"
            if _SURROGATE.match(character):
                place = self._map.raw_span(found.start(), found.end())
                self._found.append(diagnose("NWS004", place, escape=found[0]))
                rule, character = "lone-surrogate", "\ufffd"
            edits.append(Edit(found.start(), found.end(), character, rule))
        return edits

    def _scalar(self, at: int) -> tuple[Json, int]:
        if number := _NUMBER.match(self._text, at):
            if len(number[0]) > _LONGEST_NUMBER:
                raise self._fault(at, "the number is too long")
            whole = number[1] is None and number[2] is None
            return (int(number[0]) if whole else float(number[0])), number.end()
        word = _WORD.match(self._text, at)
        if word and word[0] in _WORDS:
            return _WORDS[word[0]], word.end()
        if word and word[0].lstrip("-") in ("NaN", "Infinity"):
            raise self._fault(at, f"{word[0]} is no number of JSON")
        raise self._fault(at, self._expected(at, "a value"))

    def _expected(self, at: int, what: str) -> str:
        end = "the text ends" if at >= len(self._text) else f"{self._text[at]!a} stands"
        return f"{end} where {what} is expected"
