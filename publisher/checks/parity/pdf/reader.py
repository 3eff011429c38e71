"""A PDF, whoever made it, to what a reader gets out of it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2

from publisher.assets import Source
from publisher.checks.parity.content import Content
from publisher.checks.parity.pdf.blocks import Reader
from publisher.checks.parity.pdf.destinations import Destinations, Spot
from publisher.checks.parity.pdf.joined import join_tables
from publisher.checks.parity.pdf.limits import (
    LARGEST,
    MOST_CHARACTERS,
    MOST_PAGES,
    require_small_streams,
    too_much,
)
from publisher.checks.parity.pdf.metadata import read_metadata, read_outline
from publisher.checks.parity.pdf.runs import Run, read_runs
from publisher.checks.parity.pdf.tree import read_tree
from publisher.checks.parity.pdf.untagged import read_text
from publisher.checks.parity.settle import settle
from publisher.checks.reasons import said
from publisher.diagnostics import PublisherError, diagnose
from publisher.span import whole_file


def read_pdf(source: Source) -> Content:
    """What a reader gets out of the PDF in `source`.

    Raises PublisherError as `opened` does.
    """
    with opened(source) as (pdf, document):
        return _content(pdf, document, source.name)


@contextmanager
def opened(source: Source) -> Iterator[tuple[pikepdf.Pdf, pypdfium2.PdfDocument]]:
    """The PDF in `source`, open for both libraries.

    Raises PublisherError: PDF001 where it cannot be read, PAR022 where it holds too much.
    """
    if len(source.data) > LARGEST:
        raise too_much(source.name, f"more than {LARGEST / 1e6:.0f} MB")
    try:
        with pikepdf.open(io.BytesIO(source.data)) as pdf:
            require_small_streams(pdf, source.name)
            if len(pdf.pages) > MOST_PAGES:
                raise too_much(source.name, f"more than {MOST_PAGES:,} pages")
            with pypdfium2.PdfDocument(source.data) as document:
                yield pdf, document
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        pypdfium2.PdfiumError,
        RuntimeError,
        ValueError,
        TypeError,
    ) as failure:
        place, reason = whole_file(source.name), said(failure)
        raise PublisherError(diagnose("PDF001", place, reason=reason)) from failure


def _content(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument, name: str) -> Content:
    meta = read_metadata(pdf)
    contents = read_outline(pdf, name)
    tree = read_tree(pdf, name)
    if tree is None:
        blocks = settle(read_text(document, name, meta.language).blocks, lambda _: None)
        return Content(name, meta, contents, blocks, tagged=False)
    destinations = Destinations(pdf)
    reader = Reader(name, Pages(document, name), destinations)
    reader.visit(tree, meta.language)
    join_tables(reader.builder.blocks)
    labels = _labels(pdf)
    blocks = settle(
        reader.builder.blocks,
        reader.landings.find,
        lambda spot: (
            labels[spot.page] if isinstance(spot, Spot) and spot.page < len(labels) else None
        ),
    )
    return Content(name, meta, contents, blocks)


def _labels(pdf: pikepdf.Pdf) -> list[str]:
    """The number of each page as it is printed on it (12.4.2)."""
    return [page.label for page in pdf.pages]


class Pages:
    """The runs of pages, each read when it is first asked for."""

    def __init__(self, document: pypdfium2.PdfDocument, name: str) -> None:
        self._document = document
        self._name = name
        self._left = MOST_CHARACTERS
        self._pages: dict[int, dict[int, list[Run]]] = {}

    def __call__(self, number: int) -> dict[int, list[Run]]:
        """The runs of page `number`, as `read_runs` gives them."""
        found = self._pages.get(number)
        if found is None:
            found = read_runs(self._document, number, self._name)
            self._left -= sum(len(run.text) for runs in found.values() for run in runs)
            if self._left < 0:
                raise too_much(self._name, f"more than {MOST_CHARACTERS:,} characters")
            self._pages[number] = found
        return found
