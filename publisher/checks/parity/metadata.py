"""What two files say of themselves."""

from collections.abc import Iterator

from publisher.checks.parity.content import Content
from publisher.checks.parity.normal import key, normal
from publisher.checks.parity.saying import quoted
from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.text import plain
from publisher.span import whole_file


def tell_metadata(one: Content, other: Content) -> Iterator[Diagnostic]:
    """PAR018 for each field that differs, or that one file alone has.

    A PDF has no field for the day of publication that all write, so that is compared where both
    state one.
    """
    mine, theirs = _fields(one), _fields(other)
    for field, value in mine.items():
        there = theirs[field]
        if key(value) == key(there) or (field == "date" and not (value and there)):
            continue
        yield diagnose(
            "PAR018",
            whole_file(one.name),
            field=field,
            one=_shown(value),
            file=one.name,
            other=_shown(there),
            there=other.name,
        )


def _shown(value: str) -> str:
    return quoted(value) if value else "nothing"


def _fields(content: Content) -> dict[str, str]:
    meta = content.meta
    values = {
        "title": plain(meta.title),
        "contributors": "; ".join(person.name or person.text for person in meta.byline),
        "language": "" if meta.language == "und" else meta.language,
        "identifier": meta.identifier,
        "publisher": meta.publisher,
        "rights": meta.rights,
        "description": meta.description,
        "subjects": "; ".join(sorted(meta.subjects)),
        "date": meta.date,
    }
    return {field: normal(value or "").strip() for field, value in values.items()}
