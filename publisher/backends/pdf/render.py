"""The stages of a PDF, in order: markup, pages, finish."""

import gc
from collections.abc import Callable, Mapping, Sequence

import msgspec

from publisher.backends.pdf.finish import finish
from publisher.backends.pdf.folios import folio
from publisher.backends.pdf.gather import Laid, gather
from publisher.backends.pdf.headline import Headline, set_headline
from publisher.backends.pdf.long_words import divide_long_words
from publisher.backends.pdf.pages import set_pages
from publisher.backends.pdf.runts import hold_last_words
from publisher.cover import design_cover, path_data
from publisher.document.document import Meta
from publisher.document.nodes import Text
from publisher.document.text import document_text
from publisher.fonts.library import Library
from publisher.index import with_folios
from publisher.layouts import Theme
from publisher.pagination import Pagination, PrintedPage
from publisher.publication import Part, Publication
from publisher.publication.anchors import nodes
from publisher.publication.openings import mark_part, raise_initial
from publisher.publication.roles import TITLED
from publisher.publication.settled import DisplayedFormula, InlineFormula
from publisher.terms import Terms, terms_for

_MOST_LANGUAGES = 40
"""Rules are tried at each element: nobody writes in more languages, but for a test."""


class PrintRun(msgspec.Struct, frozen=True):
    """A PDF whose pages are laid out: `pagination` says what is on them.

    `finished` draws it, once; its bytes depend on nothing but what it was made from, and the
    versions of the libraries.
    """

    pagination: Pagination
    finished: Callable[[], bytes]


def render_pdf(publication: Publication, theme: Theme, library: Library) -> bytes:
    """The PDF of `publication`, its fonts taken from `library`.

    Tagged to the structure of PDF/UA-1 (ISO 14289-1), with outline and metadata.
    """
    return lay_out_pdf(publication, theme, library).finished()


def lay_out_pdf(publication: Publication, theme: Theme, library: Library) -> PrintRun:
    """The pages of what `render_pdf` gives, before they are drawn."""
    sheet = theme.stylesheet("print", publication.language)
    rules = theme.passage_rules(_languages(publication))
    pictures, notes = publication.pictures, publication.notes
    title = _title(publication, theme, library)
    publication = _with_short_words(publication, title)
    laid = [
        _laid(mark_part(part), title.size, theme, library)
        for part in publication.parts
        if part.role != "cover" or theme.described.kind == "issue"  # a book's is a file of its own
    ]
    if publication.index.groups:
        markup = _markup(publication, laid, theme, library)  # the index without its pages
        starts = set_pages(markup, sheet, library, pictures, notes=notes, passages=rules).starts
        gc.collect()  # boxes hold each other: this layout would stay beside the next one
        front = _front(publication, starts, theme)
        index = with_folios(publication.index, starts, lambda page: folio(page, front))
        publication = msgspec.structs.replace(publication, index=index)
    markup = _markup(publication, laid, theme, library)
    breaks = theme.described.scene_break
    pages = set_pages(
        markup, sheet, library, pictures, notes=notes, passages=rules, scene_break=breaks
    )
    formulas = _formulas([part for part, _ in laid])
    front = _front(publication, pages.starts, theme)

    def finished() -> bytes:
        return finish(pages.data, publication, formulas=formulas, roman=front)

    printed = tuple(
        PrintedPage(folio(number, front), text) for number, text in enumerate(pages.texts)
    )
    return PrintRun(Pagination(publication.print_identifier, printed), finished)


def _with_short_words(publication: Publication, title: Headline) -> Publication:
    """`publication` with its title in lines, and the words of its lists in pieces."""
    return msgspec.structs.replace(
        publication,
        title_lines=title.title,
        contents=tuple(map(divide_long_words, publication.contents)),
        figures=tuple(map(divide_long_words, publication.figures)),
        tables=tuple(map(divide_long_words, publication.tables)),
    )


def _front(publication: Publication, starts: Mapping[str, int], theme: Theme) -> int:
    """How many pages are counted in Roman numerals."""
    counted = theme.described.folios == "roman-front"
    return starts.get(publication.body_start or "", 0) if counted else 0


def _markup(publication: Publication, parts: Sequence[Laid], theme: Theme, library: Library) -> str:
    return theme.render(
        "print/publication.html.j2",
        publication=publication,
        gathered=gather(parts),
        terms=terms_for(publication.language),
        terms_of=_terms_of,
        cover=design_cover(publication, theme, library) if publication.has("cover") else None,
        path_data=path_data,
        extent=theme.extent(sum(len(document_text(part.document)) for part, _ in parts)),
    )


def _terms_of(part: Part) -> Terms:
    return terms_for(part.document.meta.language)


def _title(publication: Publication, theme: Theme, library: Library) -> Headline:
    """The title of the work in the lines of its title page."""
    meta = Meta(title=(Text(text=publication.title),), language=publication.language)
    meta = divide_long_words(meta)
    own = "title-measure" in theme.tokens("print")
    return set_headline(meta, theme, library, "title-measure" if own else "headline-measure")


def _laid(part: Part, title_size: str, theme: Theme, library: Library) -> Laid:
    """The part with lines held together, its headline in lines, and that headline's class."""
    opened = raise_initial(part.document) if theme.drop_cap_lines("print") else part.document
    document = divide_long_words(hold_last_words(opened))
    headline = set_headline(document.meta, theme, library, layout=part.layout)
    meta = msgspec.structs.replace(document.meta, title=headline.title)
    document = msgspec.structs.replace(document, meta=meta)
    size = title_size if part.role in TITLED else headline.size
    return msgspec.structs.replace(part, document=document), size


def _languages(publication: Publication) -> list[str]:
    """The languages of parts and passages, as many of them as have rules of their own."""
    parts = publication.parts
    found = {part.document.meta.language for part in parts} - {publication.language}
    inside = nodes(tuple((part.document, part.notes) for part in parts))
    return sorted(found | {node.language for node in inside if node.language})[:_MOST_LANGUAGES]


def _formulas(parts: Sequence[Part]) -> frozenset[str]:
    """The words that stand for the formulas of `parts`."""
    found = nodes(tuple((part.document, part.notes) for part in parts))
    return frozenset(
        node.formula.words
        for node in found
        if isinstance(node, InlineFormula | DisplayedFormula) and node.formula
    )
