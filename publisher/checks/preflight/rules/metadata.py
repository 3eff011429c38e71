"""Metadata: the two places where a PDF has them (ISO 32000-1, 14.3) say the same."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from pikepdf.models.metadata import decode_pdf_date

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.subject import Subject

_SAME = {
    "/Title": "dc:title",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
_LONGEST = 60


def different_metadata(subject: Subject) -> Iterator[Found]:
    """PRE060: what Info and XMP both say, and say differently."""
    for key, name in _SAME.items():
        one, other = subject.pdf.docinfo.get(key), subject.xmp(name)
        if one is None or other is None:
            continue
        if not _are_same(str(one), other, is_date=key.endswith("Date")):
            facts = {"field": name, "one": _short(str(one)), "other": _short(other)}
            yield Found(code="PRE060", facts=facts)


def _are_same(one: str, other: str, *, is_date: bool) -> bool:
    if not is_date:
        return one.strip() == other.strip()
    first, second = _moment(decode_pdf_date, one), _moment(datetime.fromisoformat, other)
    return first is not None and first == second


def _moment(read: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        found = read(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _short(text: str) -> str:
    shown = "".join(each if each.isprintable() else "\ufffd" for each in text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
