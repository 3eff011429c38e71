"""Metadata: the two places where a PDF has them (ISO 32000-1, 14.3) say the same."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pikepdf
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
    if "/Metadata" not in subject.pdf.Root:
        return
    with subject.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for key, name in _SAME.items():
            one, other = subject.pdf.docinfo.get(key), xmp.get(name)
            if one is None or other is None:
                continue
            if not _are_same(str(one), str(other), is_date=key.endswith("Date")):
                facts = {"field": name, "one": _short(str(one)), "other": _short(str(other))}
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


def metadata_of(pdf: pikepdf.Pdf, name: str) -> str | None:
    """A field of the XMP metadata; None where it is not there."""
    if "/Metadata" not in pdf.Root:
        return None
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        found = xmp.get(name)
    return None if found is None else str(found)
