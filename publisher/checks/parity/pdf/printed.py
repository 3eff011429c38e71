"""The pages of a PDF, whoever made it, as a page list asks for them."""

from collections.abc import Iterator

import pikepdf
import pypdfium2

from publisher.assets import Source
from publisher.checks.parity.pdf.metadata import read_identity
from publisher.checks.parity.pdf.reader import Pages, opened
from publisher.checks.parity.pdf.tree import Marked, Node, read_tree, walk
from publisher.checks.parity.pdf.untagged import read_lines
from publisher.checks.parity.pdf.worker import apart
from publisher.pagination import Pagination, PrintedPage

_LONGEST_LABEL = 40


def read_print(source: Source) -> Pagination:
    """The pages of the PDF in `source`, in a process of its own.

    Raises PublisherError as `apart` and `read_pdf` do.
    """
    return apart(read_pages, source)


def read_pages(source: Source) -> Pagination:
    """The pages of the PDF in `source`: their labels, and their text in the order of its structure.

    Of a file without tags, in the order that PDFium finds, with running heads and folios. Raises as
    `read_pdf` does.
    """
    with opened(source) as (pdf, document):
        return Pagination(
            source=read_identity(pdf, source.name),
            pages=tuple(_pages(pdf, document, source.name)),
            file=source.name,
        )


def _pages(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument, name: str) -> Iterator[PrintedPage]:
    labels = [_label(page.label) or str(number) for number, page in enumerate(pdf.pages, start=1)]
    tree = read_tree(pdf, name)
    texts = (
        _tagged(tree, Pages(document, name), len(labels)) if tree else read_lines(document, name)
    )
    for label, pieces in zip(labels, texts, strict=True):
        yield PrintedPage(label, " ".join(pieces))


def _label(stated: str) -> str:
    """A label as it can be shown: one line of characters, and short."""
    return "".join(filter(str.isprintable, stated)).strip()[:_LONGEST_LABEL]


def _tagged(tree: Node, runs: Pages, count: int) -> list[list[str]]:
    """The pieces of text of each page, in the order of the structure."""
    texts: list[list[str]] = [[] for _ in range(count)]
    for each in walk(tree):
        if isinstance(each, Marked):
            texts[each.page] += [run.text for run in runs(each.page).get(each.mark, ())]
    return texts
