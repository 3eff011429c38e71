"""The stages of a PDF, in order: markup, pages, finish."""

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
from publisher.publication.openings import mark_part, raise_initial
from publisher.publication.settled import DisplayedFormula, InlineFormula
from publisher.terms import terms_for

_MOST_LANGUAGES = 40
"""Rules are tried at each element: nobody writes in more languages, but for a test."""


def render_pdf(publication: Publication, theme: Theme, library: Library) -> bytes:
    """The PDF of `publication`, its fonts taken from `library`.

    Tagged to the structure of PDF/UA-1 (ISO 14289-1), with outline and metadata; the bytes
    depend on nothing but the arguments and the versions of the libraries.
    """
    (part,) = publication.parts
    part = mark_part(part)
    opened = raise_initial(part.document) if theme.drop_cap_lines("print") else part.document
    document = divide_long_words(hold_last_words(opened))
    headline = set_headline(document.meta, theme, library)
    meta = msgspec.structs.replace(document.meta, title=headline.title)
    markup = theme.render(
        "print/article.html.j2",
        publication=publication,
        document=msgspec.structs.replace(document, meta=meta),
        part=part,
        terms=terms_for(publication.language),
        headline_size=headline.size,
        extent=theme.extent(len(document_text(part.document))),
    )
    pages = set_pages(
        markup,
        theme.stylesheet("print", publication.language),
        library,
        publication.pictures,
        passages=theme.passage_rules(_languages(part)),
    )
    return finish(pages, publication, formulas=_formulas(part))


def _languages(part: Part) -> list[str]:
    """The languages that passages of `part` are in, as many of them as have rules of their own."""
    found = nodes((part.document, part.notes))
    return sorted({node.language for node in found if node.language})[:_MOST_LANGUAGES]


def _formulas(part: Part) -> frozenset[str]:
    """The words that stand for the formulas of `part`."""
    found = nodes((part.document, part.notes))
    return frozenset(
        node.formula.words
        for node in found
        if isinstance(node, InlineFormula | DisplayedFormula) and node.formula
    )
