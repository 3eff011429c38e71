"""A JSON value to an item of ninjs 1 or of ninjs 2 and 3; every wrong field is named."""

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.news.json_text import Json, Parsed
from publisher.sources.news.ninjs.schema import Common, Ninjs, Ninjs1, Value

_Kind = TypeVar("_Kind", bound=msgspec.Struct)

_FAULT = re.compile(r"Expected (.*?), got (.*?)(?: - at `(\$.*)`)?")
_TYPES = {
    "str": "text",
    "array": "a list",
    "object": "an object",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "null": "null",
}
_NAMED = re.compile(r"(headline|description|body)_(\w+)")
_MIME_TYPES = {
    "text": "text/plain",
    "richtext": "text/html",
    "xhtml": "application/xhtml+xml",
    "html": "text/html",
    "html5": "text/html",
}
"""What the names of bodies in ninjs 1 say of their contents (ninjs 1.6, `body_…`)."""


class Converted(msgspec.Struct, frozen=True):
    """An item, its major version, and what told it. `path` leads to its fields.

    `associations` are the items that belong to it, by name, each with its own path.
    """

    item: Ninjs
    version: int
    rule: str
    path: str
    associations: tuple[tuple[str, str, dict[str, Json]], ...]

    def field(self, name: str) -> str:
        """The path of a field, by its name in ninjs 2."""
        return f"{self.path}.{_OLD_NAMES.get(name, name) if self.version == 1 else name}"


_OLD_NAMES = {"by": "byline", "subjects": "subject", "infosources": "infosource"}


def version_of(value: dict[str, Json]) -> tuple[int, str]:
    """The major version of the ninjs item `value`: as it says, else as its fields show."""
    for key in ("standard", "$standard"):
        standard = value.get(key)
        said = standard.get("version") if isinstance(standard, dict) else None
        if isinstance(said, str) and said[:1] in ("1", "2", "3"):
            return int(said[0]), f"{key}.version"
    if any(_NAMED.fullmatch(key) for key in value) or value.keys() & {"headline", "byline"}:
        return 1, "fields-by-name"
    return 3, "fields-with-roles"


def convert(
    parsed: Parsed, value: dict[str, Json], path: str, around: Converted | None = None
) -> Converted:
    """The item in `value`, which stands at `path`; one inside another has the version of it.

    Raises PublisherError: NWS008 for each field that has another type than ninjs gives it.
    """
    version, rule = (around.version, around.rule) if around else version_of(value)
    read = _first_version if version == 1 else _later_version
    return Converted(
        read(parsed, value, path), version, rule, path, tuple(_associations(value, path))
    )


def _associations(value: dict[str, Json], path: str) -> Iterator[tuple[str, str, dict[str, Json]]]:
    held = value.get("associations")
    if isinstance(held, dict):
        for name, one in held.items():
            if isinstance(one, dict):
                yield name, f"{path}.associations.{name}", one
    elif isinstance(held, list):
        for number, one in enumerate(held):
            if isinstance(one, dict):
                yield str(one.get("name")), f"{path}.associations[{number}]", one


def _later_version(parsed: Parsed, value: dict[str, Json], path: str) -> Ninjs:
    item = _typed(parsed, value, path, Ninjs)
    return msgspec.structs.replace(
        item,
        **{
            field: tuple(
                msgspec.structs.replace(one, path=f"{path}.{field}[{number}].value")
                for number, one in enumerate(getattr(item, field))
            )
            for field in ("headlines", "descriptions", "bodies")
        },
    )


def _typed(parsed: Parsed, value: dict[str, Json], path: str, kind: type[_Kind]) -> _Kind:
    faults = tuple(_faults(parsed, value, path, kind))
    if faults:
        raise PublisherError(*parsed.diagnostics, *faults)
    return msgspec.convert(value, kind)


def _faults(
    parsed: Parsed, value: dict[str, Json], path: str, kind: type[msgspec.Struct]
) -> Iterator[Diagnostic]:
    """What is wrong with each field by itself: msgspec stops at the first of a struct."""
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if name not in value:
            continue
        try:
            msgspec.convert(value[name], field.type)
        except msgspec.ValidationError as failure:
            yield _fault(parsed, f"{path}.{name}", str(failure))


def _fault(parsed: Parsed, path: str, message: str) -> Diagnostic:
    found = _FAULT.fullmatch(message)
    expected, got, inside = found.groups() if found else (message, "something else", None)
    full = f"{path}{inside[1:]}" if inside else path
    place = parsed.place(full)
    facts = {
        "field": parsed.written.get(full, full).removeprefix("$."),
        "expected": _in_words(expected),
        "got": _in_words(got),
    }
    return diagnose("NWS008", place, **facts)


def _in_words(types: str) -> str:
    names = [name.strip("` ") for name in types.split("|")]
    return " or ".join(
        _TYPES.get(name, name) for name in names if name != "null" or len(names) == 1
    )


def _first_version(parsed: Parsed, value: dict[str, Json], path: str) -> Ninjs:
    """An item of ninjs 1 in the shape of 2 and 3: fields by name become lists with roles."""
    old = _typed(parsed, value, path, Ninjs1)
    lists: dict[str, list[Value]] = {"headline": [], "description": [], "body": []}
    if old.headline is not None:
        lists["headline"].append(Value(old.headline, "main", path=f"{path}.headline"))
    for key, text in value.items():
        named = _NAMED.fullmatch(key)
        if not named:
            continue
        if not isinstance(text, str):
            raise PublisherError(*parsed.diagnostics, _not_text(parsed, f"{path}.{key}", text))
        kind = _MIME_TYPES.get(named[2])
        lists[named[1]].append(Value(text, named[2], kind, f"{path}.{key}"))
    return Ninjs(
        **{field: getattr(old, field) for field in Common.__struct_fields__},
        by=old.byline,
        headlines=tuple(lists["headline"]),
        descriptions=tuple(lists["description"]),
        bodies=tuple(lists["body"]),
        subjects=old.subject,
        info_sources=old.info_source,
        renditions=tuple(
            msgspec.structs.replace(one, name=name, content_type=one.mime_type)
            for name, one in old.renditions.items()
        ),
    )


def _not_text(parsed: Parsed, path: str, value: Json) -> Diagnostic:
    got = type(value).__name__.replace("list", "array").replace("dict", "object")
    return _fault(parsed, path, f"Expected `str`, got `{got.replace('NoneType', 'null')}`")
