"""What a PDF may cost: a file of a few kilobytes can ask for hours."""

import zlib

import pikepdf

from publisher.diagnostics import PublisherError, diagnose
from publisher.span import whole_file

LARGEST = 256_000_000
"""Bytes of a file."""

MOST_PAGES = 10_000
MOST_ELEMENTS = 1_000_000
"""Elements of structure; a page of text has about a hundred."""

DEEPEST = 120
"""Elements of structure in one another."""

MOST_OBJECTS = 200_000
"""Runs of text, paths and pictures of a page; a page of text has about a hundred."""

MOST_CHARACTERS = 40_000_000
"""Characters of all pages; a long novel has two million."""

_LARGEST_STREAM = 64_000_000
"""Bytes of a page's content, unpacked."""

_GROWTH = 1032
"""Times its packed size that a deflated stream can be at most."""


def too_much(name: str, what: str) -> PublisherError:
    """PAR022: `what` says what there is too much of."""
    return PublisherError(diagnose("PAR022", whole_file(name), file=name, what=what))


def require_small_streams(pdf: pikepdf.Pdf, name: str) -> None:
    """Raises PublisherError: PAR022 where a stream, but for pictures, unpacks to too much."""
    if what := large_stream(pdf):
        raise too_much(name, what)


def large_stream(pdf: pikepdf.Pdf) -> str | None:
    """What is wrong with a stream, but for pictures, that unpacks to too much; None for none."""
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Stream) or found.get("/Subtype") == "/Image":
            continue
        filters = found.get("/Filter")
        chain = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
        if len(chain) > 2:
            return "filters over one another"
        raw = found.read_raw_bytes()
        if len(chain) == 1 and len(raw) * _GROWTH <= _LARGEST_STREAM:
            continue
        if any(one == pikepdf.Name.FlateDecode for one in chain) and _unpacks_to_too_much(raw):
            return f"a stream of more than {_LARGEST_STREAM / 1e6:.0f} MB"
    return None


def _unpacks_to_too_much(raw: bytes) -> bool:
    unpacker = zlib.decompressobj()
    try:
        return len(unpacker.decompress(raw, _LARGEST_STREAM + 1)) > _LARGEST_STREAM
    except zlib.error:
        return False  # no deflated bytes, or packed in something else first
