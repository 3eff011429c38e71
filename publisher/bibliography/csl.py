"""CSL items (csl-data.json, 1.0.2), as JSON and YAML give them, to references."""

import difflib
from collections.abc import Callable

from publisher.bibliography.dates import DateError, read_date
from publisher.bibliography.reference import (
    DATES,
    FIELDS,
    LONGEST,
    MOST_NAMES,
    NAMES,
    TYPES,
    Date,
    Name,
    Reference,
    clean,
)
from publisher.diagnostics import Diagnostic, diagnose
from publisher.span import Span

Tell = Callable[[Diagnostic], None]

UNKNOWN_TYPE = "document"
"""What a work of an unknown type is set as."""

_OLDER = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}
_PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping",
    "non-dropping-particle": "particle",
    "suffix": "suffix",
    "literal": "literal",
    "name": "literal",
}
_KNOWN = sorted(FIELDS | NAMES | DATES)


class FieldError(ValueError):
    """A field that cannot be read; the message says why."""


def reference(row: object, span: Span, tell: Tell) -> Reference | None:
    """The reference of one item, None where it has no key; all that is amiss is told at `span`."""
    if not isinstance(row, dict):
        tell(diagnose("BIB003", span, reason="it is no object of fields"))
        return None
    key = row.get("id", row.get("citation-key"))
    key = clean(str(key)) if isinstance(key, str | int) else ""
    if not key or len(key) > 200:
        tell(diagnose("BIB003", span, reason="it has no id of up to 200 characters"))
        return None
    fields: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for written, value in row.items():
        field = _OLDER.get(str(written), str(written))
        try:
            if field in NAMES:
                names[field] = _names(value)
            elif field in DATES:
                dates[field] = read_date(value)
            elif field in FIELDS:
                fields[field] = _words(value)
            else:
                _tell_unknown(field, key, span, tell)
        except (DateError, FieldError) as failure:
            tell(diagnose("BIB007", span, field=field[:40], key=key, reason=failure))
    return Reference(
        key=key,
        type=known_type(row.get("type"), key, span, tell),
        fields={field: words for field, words in fields.items() if words},
        names={role: people for role, people in names.items() if people},
        dates=dates,
        span=span,
    )


def known_type(written: object, key: str, span: Span, tell: Tell) -> str:
    """`written` if CSL has that type, else one for any work, with a warning."""
    if isinstance(written, str) and written in TYPES:
        return written
    word = clean(str(written or ""))[:40]
    near = difflib.get_close_matches(word, sorted(TYPES), n=1)
    remedy = f"did you mean {near[0]}?" if near else "book, chapter, article-journal, webpage…"
    facts = {"type": word or "none", "key": key, "used": UNKNOWN_TYPE, "remedy": remedy}
    tell(diagnose("BIB006", span, **facts))
    return UNKNOWN_TYPE


def _tell_unknown(field: str, key: str, span: Span, tell: Tell) -> None:
    """Programs write fields of their own, which are no fault; a misspelt one is."""
    near = difflib.get_close_matches(field, _KNOWN, n=1, cutoff=0.85) if len(field) < 40 else []
    if near:
        tell(diagnose("BIB008", span, field=clean(field), key=key, near=near[0]))


def _words(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise FieldError("it is not text")
    words = clean(str(value))
    if len(words) > LONGEST:
        raise FieldError(f"it is longer than {LONGEST} characters")
    return words


def _names(value: object) -> tuple[Name, ...]:
    rows = value if isinstance(value, list) else [value]
    if len(rows) > MOST_NAMES:
        raise FieldError(f"it has more than {MOST_NAMES} names")
    return tuple(name for name in map(_name, rows) if name != Name())


def _name(row: object) -> Name:
    if isinstance(row, str):
        return Name(literal=_words(row))
    if not isinstance(row, dict):
        raise FieldError("it is no list of names")
    parts = {_PARTS[part]: _words(value) for part, value in row.items() if part in _PARTS}
    if "literal" in parts or not parts.get("family"):
        words = parts.get("literal") or parts.get("given", "")
        return Name(literal=words)
    return Name(**parts)
