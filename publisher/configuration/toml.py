"""TOML files into structs: every fault with its line, every unknown key with a near match."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from publisher.diagnostics import Diagnostic, UsageError, diagnose
from publisher.span import Span, whole_file

_Schema = TypeVar("_Schema", bound=msgspec.Struct)
_AT_POSITION = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_ENUM = re.compile("Invalid enum value '(.*)'")
_AT_PATH = re.compile(r"(.*?)(?: - at `\$\.?(.*)`)?", re.DOTALL)


def read_rows(text: str, name: str) -> dict[str, Any]:
    """What `text` of the file `name` says, before it is held to a schema.

    Raises UsageError: CFG003 for what is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as failure:
        raise UsageError(_not_toml(failure, name)) from failure


def load(
    text: str,
    name: str,
    schema: type[_Schema],
    *,
    table: str = "",
    base: Mapping[str, Any] = MappingProxyType({}),
) -> _Schema:
    """`text` of the file `name` as a `schema`; with `table`, that table of it ("tool.publisher").

    `base` holds what the text does not say, table by table. Raises UsageError: CFG003 for what is
    not TOML; else CFG001 for each unknown key; else CFG002 for each value of the wrong type, and
    for each key that is missing.
    """
    rows: object = read_rows(text, name)
    for key in filter(None, table.split(".")):
        rows = rows.get(key, {}) if isinstance(rows, dict) else {}
    file = _File(name, text, table)
    unknown = tuple(_unknown_keys(rows, schema, (), file))
    if unknown:
        raise UsageError(*unknown)
    whole = _over(base, rows)
    wrong = tuple(_wrong_values(whole, schema, "", file))
    if wrong:
        raise UsageError(*wrong)
    return msgspec.convert(whole, schema)


def _over(base: Mapping[str, Any], rows: object) -> object:
    """`rows` with what `base` says beside them; where both have a table, the two as one."""
    if not isinstance(rows, dict):
        return rows
    return {
        **base,
        **{
            key: _over(base[key], value) if isinstance(base.get(key), dict) else value
            for key, value in rows.items()
        },
    }


def key_place(text: str, name: str, *path: str) -> Span:
    """Where the key at the end of `path` is written in `text` of the file `name`."""
    return _File(name, text, "").place(path)


class _File(msgspec.Struct, frozen=True):
    name: str
    text: str
    table: str

    def place(self, path: tuple[str, ...]) -> Span:
        """Where the key at the end of `path` is written, or the file's start.

        A key of an inline table is found by its name alone.
        """
        *tables, key = path
        wanted, current = ".".join(filter(None, (self.table, *tables))), ""
        inline = None
        for number, line in enumerate(self.text.splitlines(), start=1):
            if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
                current = header[1].replace('"', "").replace(" ", "")
                if current == ".".join(filter(None, (wanted, key))):
                    return Span(self.name, number, 1, number, len(line) + 1)
            elif found := re.search(rf"(?<![\w-])[\"']?({re.escape(key)})[\"']?\s*[.=]", line):
                span = Span(self.name, number, found.start(1) + 1, number, found.end(1) + 1)
                if current == wanted and not line[: found.start()].strip():
                    return span
                inline = inline or span
        return inline or whole_file(self.name)


def _not_toml(failure: tomllib.TOMLDecodeError, name: str) -> Diagnostic:
    found = _AT_POSITION.fullmatch(str(failure))
    if not found:
        return diagnose("CFG003", whole_file(name), reason=str(failure))
    line, column = int(found[2]), int(found[3])
    return diagnose("CFG003", Span(name, line, column, line, column), reason=found[1])


def _unknown_keys(
    rows: object, schema: object, path: tuple[str, ...], file: _File
) -> Iterator[Diagnostic]:
    struct = _struct_in(schema)
    if (values := _values_in(schema)) and isinstance(rows, dict):  # the keys are the user's own
        for key, row in rows.items():
            yield from _unknown_keys(row, values, (*path, key), file)
        return
    if isinstance(rows, list):
        for row in rows:
            yield from _unknown_keys(row, schema, path, file)
    if struct is None or not isinstance(rows, dict):
        return
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(struct)}
    for key, value in rows.items():
        if key in fields:
            yield from _unknown_keys(value, fields[key], (*path, key), file)
        else:
            yield diagnose(
                "CFG001",
                file.place((*path, key)),
                key=".".join((*path, key)),
                suggestion=did_you_mean(key, fields),
            )


def _struct_in(schema: object) -> type[msgspec.Struct] | None:
    if isinstance(schema, type) and issubclass(schema, msgspec.Struct):
        return schema
    return next(filter(None, (_struct_in(part) for part in get_args(schema))), None)


def _values_in(schema: object) -> object:
    """What the values of a table are whose keys are free; None for any other schema."""
    if get_origin(schema) is dict:
        return get_args(schema)[1]
    return next(filter(None, (_values_in(part) for part in get_args(schema))), None)


def did_you_mean(word: str, known: object) -> str:
    """A remedy for an unknown word: the nearest of the `known` ones, or all of them."""
    words = sorted(map(str, known)) if isinstance(known, dict | list | tuple | set) else []
    near = difflib.get_close_matches(word, words, n=1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(words)}"


def _wrong_values(rows: object, kind: Any, key: str, file: _File) -> Iterator[Diagnostic]:
    """CFG002 for each innermost value that is not of its `kind`; `key` leads to `rows`."""
    try:
        msgspec.convert(rows, kind)
    except msgspec.ValidationError as failure:
        inside = tuple(_wrong_inside(rows, kind, key, file))
        yield from inside or (_wrong_value(failure, kind, key, file),)


def _wrong_inside(rows: object, kind: Any, key: str, file: _File) -> Iterator[Diagnostic]:
    struct, item = _struct_in(kind), _item_kind(kind)
    if isinstance(rows, dict) and struct:
        for field in msgspec.structs.fields(struct):
            name = field.encode_name
            inner = f"{key}.{name}" if key else name
            if name in rows:
                yield from _wrong_values(rows[name], field.type, inner, file)
            elif field.required:
                place = file.place(_path(key)) if key else whole_file(file.name)
                reason = f"{name} is missing" if key else f"it is missing from {file.name}"
                yield diagnose("CFG002", place, key=key or name, reason=reason)
    elif isinstance(rows, list) and item is not None:
        for number, row in enumerate(rows):
            yield from _wrong_values(row, item, f"{key}[{number}]", file)


def _item_kind(kind: Any) -> Any:
    """What the lists of a `kind` hold; None where it is no list."""
    if get_origin(kind) is tuple:
        return get_args(kind)[0]
    return next(filter(None, map(_item_kind, get_args(kind))), None)


def _wrong_value(
    failure: msgspec.ValidationError, kind: object, key: str, file: _File
) -> Diagnostic:
    found = _AT_PATH.fullmatch(str(failure))
    reason, where = (found[1], found[2] or "") if found else (str(failure), "")
    key = ".".join(filter(None, (key, where)))
    written = _ENUM.fullmatch(reason)
    if written and (allowed := set(_literals(kind))):
        reason = f"{written[1]} is none of its values; {did_you_mean(written[1], allowed)}"
    return diagnose("CFG002", file.place(_path(key)), key=key or "the file", reason=reason)


def _path(key: str) -> tuple[str, ...]:
    """The names on the way to `key`: "parts[2].role" is ("parts", "role")."""
    return tuple(filter(None, re.sub(r"\[[^\]]*\]", "", key).split("."))) or ("",)


def _literals(kind: object) -> Iterator[str]:
    """The words that a value may be, where it may only be certain ones."""
    for part in get_args(kind):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)


def value_place(text: str, name: str, value: str) -> Span:
    """Where `value` is first written in `text` of the file `name`, or the file's start."""
    for number, line in enumerate(text.splitlines(), start=1):
        if (at := line.find(value)) >= 0 and not line.lstrip().startswith("#"):
            return Span(name, number, at + 1, number, at + 1 + len(value))
    return whole_file(name)
