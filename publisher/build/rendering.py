"""A work's outputs, each rendered once, in the order in which they need one another.

The page list of an EPUB needs the pages of the PDF: they are laid out first, and drawn last, while
EPUBCheck reads the EPUB.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from publisher.build.prepare import Prepared
from publisher.configuration.settings import Format
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.pagination import Pagination
from publisher.span import Span, whole_file

if TYPE_CHECKING:
    from publisher.backends.pdf import PrintRun

_MOST_LABELS = 12
"""Labels that a message names."""

_LEAST_FOUND = 0.5
"""Of the pages with text of a PDF that was given: with fewer, it is of another text."""


class Rendered(msgspec.Struct, frozen=True):
    """The bytes of an output, and what was found while they were made."""

    format: Format
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def render(
    prepared: Prepared, formats: Sequence[Format], place: Span, given: Pagination | None = None
) -> Iterator[Rendered]:
    """The outputs of a work, the EPUB first; `place` is what findings on its pages are said of.

    The EPUB has a page list of the pages that are `given`, else of those of the PDF that is made
    with it, where the work wants one. Found is PGL001. Raises PublisherError: PGL002 where the
    pages that are given are of another text.
    """
    run = None
    if "pdf" in formats and ("epub" not in formats or (prepared.page_list and not given)):
        run = _laid_out(prepared)
    if "epub" in formats:
        pagination = given or (run.pagination if run else None)
        yield _epub(prepared, pagination, place)
    if "pdf" in formats:
        yield Rendered("pdf", (run or _laid_out(prepared)).finished())


def _laid_out(prepared: Prepared) -> "PrintRun":
    from publisher.backends.pdf import lay_out_pdf  # WeasyPrint takes 0.3 s

    return lay_out_pdf(prepared.publications["pdf"], prepared.themes["pdf"], prepared.library)


def _epub(prepared: Prepared, pagination: Pagination | None, place: Span) -> Rendered:
    from publisher.backends.epub import make_epub

    made = make_epub(
        prepared.publications["epub"], prepared.themes["epub"], prepared.library, pagination
    )
    if pagination is None:
        return Rendered("epub", made.data)
    if pagination.file:
        _require_match(pagination, made.left_out)
    return Rendered("epub", made.data, tuple(_missing(pagination, made.left_out, place)))


def _require_match(pagination: Pagination, left_out: Sequence[str]) -> None:
    written = sum(not page.is_blank for page in pagination.pages)
    found = written - len(left_out)
    if found < max(1, _LEAST_FOUND * written):
        name = pagination.file or ""
        facts = {"file": name, "all": written, "found": found}
        raise PublisherError(diagnose("PGL002", whole_file(name), **facts))


def _missing(pagination: Pagination, left_out: Sequence[str], place: Span) -> Iterator[Diagnostic]:
    if left_out:
        more = ("…",) if len(left_out) > _MOST_LABELS else ()
        labels = ", ".join((*left_out[:_MOST_LABELS], *more))
        span = whole_file(pagination.file) if pagination.file else place
        count, pages = len(left_out), len(pagination.pages)
        yield diagnose("PGL001", span, count=count, all=pages, labels=labels)
