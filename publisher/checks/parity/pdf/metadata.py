"""What a PDF says of itself: XMP (ISO 16684-1), else the older Info (ISO 32000-1, 14.3)."""

from collections.abc import Iterator

import pikepdf

from publisher.checks.parity.content import Entry, Place
from publisher.checks.parity.normal import normal
from publisher.document.document import Byline, Meta
from publisher.document.nodes import Text

_DEEPEST = 12
_MOST_ENTRIES = 100_000


def read_metadata(pdf: pikepdf.Pdf) -> Meta:
    """The metadata of a PDF in the form that an EPUB's have."""
    stated = _Stated(pdf)
    title = stated.first("dc:title", "/Title")
    people = stated.all("dc:creator", "/Author")
    keywords = ",".join(stated.all("pdf:Keywords", "/Keywords")).split(",")
    subjects = stated.all("dc:subject") or tuple(one.strip() for one in keywords)
    return Meta(
        title=(Text(text=title),) if title else (),
        byline=tuple(Byline(text=one, name=one) for one in people),
        language=_language(pdf) or stated.first("dc:language") or "und",
        date=stated.first("dc:date"),
        identifier=stated.first("dc:identifier"),
        publisher=stated.first("dc:publisher"),
        rights=stated.first("dc:rights"),
        description=stated.first("dc:description", "/Subject"),
        subjects=tuple(filter(None, subjects)),
    )


def read_identity(pdf: pikepdf.Pdf, name: str) -> str:
    """What a PDF is known by: its ISBN, else its identifier, else its title, else its `name`."""
    stated = _Stated(pdf)
    if isbn := stated.first(_ISBN):
        number = isbn.lower().removeprefix("urn:isbn:").replace("-", "").replace(" ", "")
        return f"urn:isbn:{number}"
    title = stated.first("dc:title", "/Title")
    return stated.first("dc:identifier") or (f"{title}, PDF" if title else name)


class _Stated:
    """The values of a field: from XMP by its name there, else from Info by its key."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            self._xmp = {name: metadata.get(name) for name in _NAMES}
        self._info = pdf.docinfo

    def all(self, name: str, key: str | None = None) -> tuple[str, ...]:
        """All values, in order; those of a set in the order of letters."""
        value = self._xmp.get(name)
        if not value and key and isinstance(self._info.get(key), pikepdf.String):
            value = str(self._info[key])
        if isinstance(value, set):
            value = sorted(map(str, value))
        values = value if isinstance(value, list) else [value]
        return tuple(normal(str(one)).strip() for one in values if one)

    def first(self, name: str, key: str | None = None) -> str | None:
        """The first value, None where there is none."""
        return next(filter(None, self.all(name, key)), None)


_ISBN = "{http://prismstandard.org/namespaces/basic/3.0/}isbn"
_NAMES = (
    _ISBN,
    "dc:title",
    "dc:creator",
    "dc:subject",
    "dc:language",
    "dc:date",
    "dc:identifier",
    "dc:publisher",
    "dc:rights",
    "dc:description",
    "pdf:Keywords",
)


def _language(pdf: pikepdf.Pdf) -> str | None:
    found = pdf.Root.get("/Lang")
    return str(found) or None if isinstance(found, pikepdf.String) else None


def read_outline(pdf: pikepdf.Pdf, name: str) -> tuple[Entry, ...]:
    """The bookmarks in order; those deeper than twelve levels are left out."""
    with pdf.open_outline(max_depth=_DEEPEST) as outline:
        return tuple(_entries(list(outline.root), Place(name, page=1)))


def _entries(items: list[pikepdf.OutlineItem], place: Place) -> Iterator[Entry]:
    waiting = [(item, 1) for item in reversed(items)]
    count = 0
    while waiting and count < _MOST_ENTRIES:
        item, depth = waiting.pop()
        count += 1
        yield Entry(normal(str(item.title)).strip(), depth, place)
        waiting += [(child, depth + 1) for child in reversed(item.children)]
