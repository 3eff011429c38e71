"""Two files, EPUB or PDF, compared."""

from pathlib import Path

from publisher.assets import Source, printable, read_source
from publisher.checks.parity.compare import compare
from publisher.checks.parity.content import Content
from publisher.checks.parity.pdf import read_apart
from publisher.checks.parity.pdf.limits import LARGEST
from publisher.diagnostics import Diagnostic, UsageError, diagnose
from publisher.span import whole_file

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_HEADER = 1024
"""Bytes in which a PDF says that it is one (ISO 32000-1, annex H, note 13)."""


def compare_files(one: Path, other: Path) -> tuple[Diagnostic, ...]:
    """What a reader of one file gets and a reader of the other does not; none where all is equal.

    Raises PublisherError: as `read_source`, `read_epub` and `read_apart` do; UsageError: PAR023 for
    a file that is neither an EPUB nor a PDF, SRC001 for one that is not there.
    """
    sources = _source(one), _source(other)
    return tuple(compare(_content(sources[0]), _content(sources[1])))


def _source(path: Path) -> Source:
    if not path.is_file():
        name = printable(path)
        raise UsageError(diagnose("SRC001", whole_file(name), file=name))
    return read_source(path, limit=LARGEST)


def _content(source: Source) -> Content:
    if _PDF in source.data[:_HEADER]:
        return read_apart(source)
    if source.data.startswith(_ZIP):
        # Not needed, and half a second, in the processes that read PDFs.
        from publisher.checks.parity.epub import read_epub

        return read_epub(source)
    raise UsageError(diagnose("PAR023", whole_file(source.name), file=source.name))
