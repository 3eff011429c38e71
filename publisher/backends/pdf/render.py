"""The stages of a PDF, in order: markup, pages, finish."""

from collections.abc import Sequence

import msgspec

from publisher.backends.pdf.finish import finish
from publisher.backends.pdf.headline import set_headline
from publisher.backends.pdf.long_words import divide_long_words
from publisher.backends.pdf.pages import set_pages
from publisher.backends.pdf.runts import hold_last_words
from publisher.document.text import document_text
from publisher.fonts.library import Library
from publisher.layouts import Theme
from publisher.publication import Part, Publication
from publisher.publication.anchors import nodes
from publisher.publication.openings import mark_part
from publisher.publication.settled import DisplayedFormula, InlineFormula
from publisher.terms import Terms, terms_for


def render_pdf(publication: Publication, theme: Theme, library: Library) -> bytes:
    """The PDF of `publication`, its fonts taken from `library`.

    Tagged to the structure of PDF/UA-1 (ISO 14289-1), with outline and metadata; the bytes
    depend on nothing but the arguments and the versions of the libraries.
    """
    marked = [mark_part(part, publication) for part in publication.parts]
    markup = theme.render(
        "print/publication.html.j2",
        publication=publication,
        parts=[_laid(part, theme, library) for part in marked],
        terms_of=_terms_of,
        extent=theme.extent(sum(len(document_text(part.document)) for part in marked)),
    )
    stylesheet = theme.stylesheet("print", publication.language)
    pages = set_pages(markup, stylesheet, library, publication.pictures, publication.notes)
    front = pages.starts.get(publication.body_start or "", 0)
    return finish(
        pages.data,
        publication,
        formulas=_formulas(marked),
        roman=front if theme.described.folios == "roman-front" else 0,
    )


def _terms_of(part: Part) -> Terms:
    return terms_for(part.document.meta.language)


def _laid(part: Part, theme: Theme, library: Library) -> tuple[Part, str]:
    """The part with lines held together, its headline in lines, and that headline's class."""
    document = divide_long_words(hold_last_words(part.document))
    own = part.role == "title-page" and "title-measure" in theme.tokens("print")
    measure = "title-measure" if own else "headline-measure"
    headline = set_headline(document.meta, theme, library, measure)
    meta = msgspec.structs.replace(document.meta, title=headline.title)
    document = msgspec.structs.replace(document, meta=meta)
    return msgspec.structs.replace(part, document=document), headline.size


def _formulas(parts: Sequence[Part]) -> frozenset[str]:
    """The words that stand for the formulas of `parts`."""
    found = nodes(tuple((part.document, part.notes) for part in parts))
    return frozenset(
        node.formula.words
        for node in found
        if isinstance(node, InlineFormula | DisplayedFormula) and node.formula
    )
