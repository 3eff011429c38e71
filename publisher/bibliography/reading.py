"""Files of references to one library: CSL JSON, CSL YAML, BibTeX and BibLaTeX.

Input: the files' bytes. Output: references by key, each with the line it stands on, and findings.
"""

from collections.abc import Callable, Iterator

from publisher.assets import Source
from publisher.bibliography.bibtex import bibtex_references
from publisher.bibliography.csl import Tell, reference
from publisher.bibliography.reference import MOST, Library, Reference
from publisher.bibliography.rows import Row, json_rows, yaml_rows
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.span import Span, whole_file

LARGEST = 8_000_000
"""Bytes of one file: some fifteen thousand references."""

_Rows = Callable[[str, str], Iterator[Row]]
_ROWS: dict[str, _Rows] = {"json": json_rows, "yaml": yaml_rows, "yml": yaml_rows}
SUFFIXES = (*_ROWS, "bib", "bibtex", "biblatex")
"""How the names of files of references end."""


def read_references(*sources: Source) -> Library:
    """The references of all `sources`, in order; of two with the same key, the first.

    Raises PublisherError: BIB001 for a file that is none of the formats, broken, or not in UTF-8,
    BIB002 for what is too large or too deep. All other faults are findings of the library.
    """
    found: list[Diagnostic] = []
    references: dict[str, Reference] = {}
    for source in sources:
        for each in _references(source, found.append):
            if each.key in references:
                found.append(diagnose("BIB004", each.span, key=each.key))
                continue
            if len(references) == MOST:
                raise _too_many(each.span)
            if not each.fields.get("title") and not each.fields.get("title-short"):
                found.append(diagnose("BIB005", each.span, key=each.key))
            references[each.key] = each
    return Library(references, tuple(found))


def _references(source: Source, tell: Tell) -> Iterator[Reference]:
    suffix = source.name.rpartition(".")[2].lower()
    text = _decoded(source)
    if suffix in _ROWS:
        for count, (row, span) in enumerate(_ROWS[suffix](text, source.name)):
            if count == MOST:
                raise _too_many(span)
            if each := reference(row, span, tell):
                yield each
    elif suffix in SUFFIXES:
        yield from bibtex_references(text, source.name, tell)
    else:
        reason = f"nothing is known of files whose names end in .{suffix}"
        raise PublisherError(diagnose("BIB001", whole_file(source.name), reason=reason))


def _too_many(place: Span | None) -> PublisherError:
    return PublisherError(diagnose("BIB002", place, what="more references", limit=MOST))


def _decoded(source: Source) -> str:
    if len(source.data) > LARGEST:
        facts = {"what": f"{len(source.data) / 1e6:.1f} MB", "limit": f"{LARGEST / 1e6:.0f} MB"}
        raise PublisherError(diagnose("BIB002", whole_file(source.name), **facts))
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        reason = f"byte {failure.start} is not UTF-8"
        raise PublisherError(
            diagnose("BIB001", whole_file(source.name), reason=reason)
        ) from failure
    return text.replace("\r\n", "\n").replace("\r", "\n")
