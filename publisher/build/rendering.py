"""A work's outputs, each rendered once, in the order in which they need one another.

The page list of an EPUB needs the pages of the PDF: they are laid out first, and drawn last, while
EPUBCheck reads the EPUB.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from publisher.build.fitting import fit_pictures
from publisher.build.prepare import Prepared
from publisher.diagnostics import Diagnostic, PublisherError, diagnose
from publisher.pagination import Pagination
from publisher.pictures import Shelf
from publisher.publication import Publication
from publisher.span import Span, whole_file
from publisher.targets import Target

if TYPE_CHECKING:
    from publisher.backends.pdf import PrintRun

_MOST_LABELS = 12
"""Labels that a message names."""

_LEAST_FOUND = 0.5
"""Of the pages with text of a PDF that was given: with fewer, it is of another text."""


class Wanted(msgspec.Struct, frozen=True):
    """What pages the EPUBs are to have: those that are `given`, else those of the work's own PDF.

    `place` is what findings on the latter are said of.
    """

    place: Span
    given: Pagination | None = None


class Rendered(msgspec.Struct, frozen=True):
    """The output for a target, what it was made from, and what was found on the way."""

    target: Target
    publication: Publication
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def render(
    prepared: Prepared, targets: Sequence[Target], shelf: Shelf, pages: Wanted
) -> Iterator[Rendered]:
    """The outputs of a work, EPUBs first, each with pictures that fit it.

    Where there is a PDF, too, and the work wants it, an EPUB has its page list. Found is PGL001.
    Raises PublisherError: PGL002 where the pages that are given are of another text.
    """
    epubs = [target for target in targets if target.format == "epub"]
    pdfs = [target for target in targets if target.format == "pdf"]
    first: PrintRun | None = None
    pagination = pages.given
    if epubs and pdfs and prepared.page_list and not pagination:
        first = _laid_out(prepared, _fitted(prepared, pdfs[0], shelf))
        pagination = first.pagination
    for target in epubs:
        yield _epub(prepared, target, _fitted(prepared, target, shelf), pagination, pages.place)
    for target in pdfs:
        publication = _fitted(prepared, target, shelf)
        run, first = first or _laid_out(prepared, publication), None
        yield Rendered(target, publication, run.finished())


def _fitted(prepared: Prepared, target: Target, shelf: Shelf) -> Publication:
    return fit_pictures(prepared.publications[target.format], target, shelf)


def _laid_out(prepared: Prepared, publication: Publication) -> "PrintRun":
    from publisher.backends.pdf import lay_out_pdf  # WeasyPrint takes 0.3 s

    return lay_out_pdf(publication, prepared.themes["pdf"], prepared.library)


def _epub(
    prepared: Prepared,
    target: Target,
    publication: Publication,
    pagination: Pagination | None,
    place: Span,
) -> Rendered:
    from publisher.backends.epub import make_epub

    theme, library = prepared.themes["epub"], prepared.library
    made = make_epub(publication, theme, library, target, pagination=pagination)
    if pagination is None:
        return Rendered(target, publication, made.data)
    if pagination.file:
        _require_match(pagination, made.left_out)
    told = tuple(_missing(pagination, made.left_out, place))
    return Rendered(target, publication, made.data, told)


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
