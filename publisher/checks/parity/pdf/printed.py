"""The pages of a PDF, whoever made it, as a page list asks for them."""

from collections.abc import Iterator

import pikepdf
import pypdfium2

from publisher.assets import Source
from publisher.checks.parity.pdf.metadata import read_identity
from publisher.checks.parity.pdf.reader import Pages, opened
from publisher.checks.parity.pdf.untagged import read_lines
from publisher.checks.parity.pdf.worker import apart
from publisher.pagination import Pagination, PrintedPage


def read_print(source: Source) -> Pagination:
    """The pages of the PDF in `source`, in a process of its own.

    Raises PublisherError as `apart` and `read_pdf` do.
    """
    return apart(read_pages, source)


def read_pages(source: Source) -> Pagination:
    """The pages of the PDF in `source`: their labels, and their text in the order of the file.

    What is marked as no text of the reader's is left out (ISO 32000-1, 14.8.2.2); in a file
    without tags, lines at the edge of a page that come back on others. Raises as `read_pdf` does.
    """
    with opened(source) as (pdf, document):
        return Pagination(
            source=read_identity(pdf, source.name),
            pages=tuple(_pages(pdf, document, source.name)),
            file=source.name,
        )


def _pages(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument, name: str) -> Iterator[PrintedPage]:
    labels = [page.label for page in pdf.pages]
    if "/StructTreeRoot" not in pdf.Root:
        for label, lines in zip(labels, read_lines(document, name), strict=True):
            yield PrintedPage(label, "\n".join(lines))
        return
    runs = Pages(document, name)
    for number, label in enumerate(labels):
        marked = (run for marks in runs(number).values() for run in marks)
        yield PrintedPage(label, " ".join(run.text for run in marked))
