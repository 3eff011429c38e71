"""A work's outputs, each rendered once, in the order in which they need one another.

The page list of an EPUB needs the pages of the PDF: they are laid out first, and drawn last, while
EPUBCheck reads the EPUB.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from publisher.build.prepare import Prepared
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.pagination import Pagination
from publisher.span import Span, whole_file
from publisher.targets import Target

if TYPE_CHECKING:
    from publisher.backends.pdf import PrintRun

_MOST_LABELS = 12
"""Labels that a message names."""

_LEAST_FOUND = 0.5
"""Of the pages with text of a PDF that was given: with fewer, it is of another text."""


class Rendered(msgspec.Struct, frozen=True):
    """The bytes of the output for a target, and what was found while they were made."""

    target: Target
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def render(
    prepared: Prepared, targets: Sequence[Target], place: Span, given: Pagination | None = None
) -> Iterator[Rendered]:
    """The outputs of a work, EPUBs first; `place` is what findings on its pages are said of.

    An EPUB has a page list of the pages that are `given`, else of those of the PDF that is made
    with it, where the work wants one. Found is PGL001. Raises PublisherError: PGL002 where the
    pages that are given are of another text.
    """
    epubs = [target for target in targets if target.format == "epub"]
    pdfs = [target for target in targets if target.format == "pdf"]
    run, pagination = None, given
    if epubs and pdfs and prepared.page_list and not given:
        run = _laid_out(prepared)
        pagination = run.pagination
    for target in epubs:
        yield _epub(prepared, target, pagination, place)
    if pdfs:
        data = (run or _laid_out(prepared)).finished()
        yield from (Rendered(target, data) for target in pdfs)


def _laid_out(prepared: Prepared) -> "PrintRun":
    from publisher.backends.pdf import lay_out_pdf  # WeasyPrint takes 0.3 s

    return lay_out_pdf(prepared.publications["pdf"], prepared.themes["pdf"], prepared.library)


def _epub(
    prepared: Prepared, target: Target, pagination: Pagination | None, place: Span
) -> Rendered:
    from publisher.backends.epub import make_epub

    publication, theme = prepared.publications["epub"], prepared.themes["epub"]
    made = make_epub(publication, theme, prepared.library, target, pagination=pagination)
    if pagination is None:
        return Rendered(target, made.data)
    if pagination.file:
        _require_match(pagination, made.left_out)
    return Rendered(target, made.data, tuple(_missing(pagination, made.left_out, place)))


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
