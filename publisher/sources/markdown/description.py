"""What front matter says of an article, by a schema: keys, their kinds, the names others use."""

import datetime
import difflib
from collections.abc import Callable, Iterator
from typing import Any, get_args

import langcodes
import msgspec

from publisher.configuration.metadata import Contributor, Metadata
from publisher.configuration.publication import Role
from publisher.configuration.toml import did_you_mean
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.sources.markdown.front_matter import Entry, Value


class Description(msgspec.Struct, frozen=True):
    """The title and standfirst as they were written, the rest as metadata, and what was found."""

    title: Entry | None = None
    standfirst: Entry | None = None
    metadata: Metadata = Metadata()
    role: str | None = None
    order: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def describe(entries: tuple[Entry, ...]) -> Description:
    """What `entries` say.

    Raises PublisherError: MKD003 for a key that is nearly a known one, MKD005 for a value of the
    wrong kind; all of them together.
    """
    faults: list[Diagnostic] = []
    notes: list[Diagnostic] = []
    values: dict[str, Any] = {}
    heads: dict[str, Entry] = {}
    for entry in entries:
        key = KEYS.get(entry.key.lower())
        if key is None:
            (faults if (found := _unknown(entry)).severity == "error" else notes).append(found)
            continue
        name, kind = key
        if name in values or name in heads:
            notes.append(diagnose("MKD007", entry.span, key=entry.key))
            continue
        try:
            value = kind(entry.value)
        except ValueError as failure:
            faults.append(diagnose("MKD005", entry.span, key=entry.key, reason=str(failure)))
            continue
        if name in ("title", "standfirst"):
            heads[name] = entry
        elif value is not None and value != () and value != "":
            values[name] = value
    if faults:
        raise PublisherError(*faults)
    return Description(
        title=heads.get("title"),
        standfirst=heads.get("standfirst"),
        role=values.pop("role", None),
        order=values.pop("order", None),
        metadata=Metadata(**values),
        diagnostics=tuple(notes),
    )


_NEAR = 0.8
"""How alike a key and a known one are if it is taken for a slip of the keyboard."""


def _unknown(entry: Entry) -> Diagnostic:
    near = difflib.get_close_matches(entry.key.lower(), KEYS, n=1, cutoff=_NEAR)
    if near:
        return diagnose("MKD003", entry.span, key=entry.key, suggestion=near[0])
    return diagnose("MKD006", entry.span, key=entry.key)


def _words(value: Value) -> str:
    if not isinstance(value, str):
        raise ValueError("text is expected")
    return " ".join(value.split())


def _style(value: Value) -> str:
    """A style by its name; Pandoc has the file's."""
    return _words(value).removesuffix(".csl")


def _list(value: Value) -> tuple[str, ...]:
    if isinstance(value, dict):
        raise ValueError("a list is expected")
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(filter(None, (_words(part) for part in parts)))


def _language(value: Value) -> str:
    tag = _words(value).replace("_", "-")
    if tag and not langcodes.tag_is_valid(tag):
        raise ValueError(f"{tag} is no language tag (BCP 47): en-GB, de, zh-Hant")
    return tag


def _date(value: Value) -> datetime.date | None:
    written = _words(value)
    if not written:
        return None
    try:
        return datetime.datetime.fromisoformat(written).date()
    except ValueError:
        raise ValueError(f"{written} is no date: 2026-05-31") from None


def _role(value: Value) -> str:
    written = _words(value).lower().replace(" ", "-").replace("_", "-")
    if written not in get_args(Role):
        raise ValueError(f"{written} is no role; {did_you_mean(written, set(get_args(Role)))}")
    return written


def _number(value: Value) -> int | None:
    written = _words(value)
    if not written:
        return None
    if not written.isdecimal() or len(written) > 9:
        raise ValueError(f"{written} is no number")
    return int(written)


def _byline(value: Value) -> tuple[str | Contributor, ...]:
    people: list[Value] = value if isinstance(value, list) else [value]
    return tuple(_contributors(people))


def _contributors(people: list[Value]) -> Iterator[str | Contributor]:
    for person in people:
        if isinstance(person, dict):
            if lacking := {*person} - {*_PERSON}:
                known = ", ".join(_PERSON)
                raise ValueError(f"a person has the keys {known}, not {', '.join(sorted(lacking))}")
            if not person.get("name"):
                raise ValueError("a person needs a name")
            yield Contributor(**{key: _words(part) for key, part in person.items()})
        elif name := _words(person):
            yield name


_PERSON = Contributor.__struct_fields__

Kind = Callable[[Value], object]

_FIELDS: tuple[tuple[str, Kind, tuple[str, ...]], ...] = (
    ("title", _words, ("headline",)),
    ("standfirst", _words, ("subtitle", "deck", "dek", "lead")),
    ("kicker", _words, ("section",)),
    ("byline", _byline, ("author", "authors")),
    ("dateline", _words, ()),
    ("date", _date, ("published",)),
    ("modified", _date, ("updated", "lastmod")),
    ("language", _language, ("lang",)),
    ("identifier", _words, ("doi",)),
    ("publication", _words, ()),
    ("publisher", _words, ()),
    ("rights", _words, ("copyright", "license")),
    ("description", _words, ("abstract", "summary")),
    ("subjects", _list, ("keywords", "tags", "categories")),
    ("source", _words, ()),
    ("references", _list, ("bibliography",)),
    ("citation_style", _style, ("csl", "citation-style")),
    ("role", _role, ()),
    ("order", _number, ("weight",)),
)
"""Each key with its kind, and the names that Pandoc, Quarto, Hugo and Jekyll have for it."""

KEYS: dict[str, tuple[str, Kind]] = {
    written: (name, kind) for name, kind, others in _FIELDS for written in (name, *others)
}
