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
from publisher.publication import Publication
from publisher.publication.openings import mark_opening
from publisher.typography.addresses import mark_addresses


def render_pdf(publication: Publication, theme: Theme, library: Library) -> bytes:
    """The PDF of `publication`, its fonts taken from `library`.

    Tagged to the structure of PDF/UA-1 (ISO 14289-1), with outline and metadata; the bytes
    depend on nothing but the arguments and the versions of the libraries.
    """
    (part,) = publication.parts
    document = divide_long_words(hold_last_words(mark_opening(mark_addresses(part.document))))
    headline = set_headline(document.meta, theme, library)
    meta = msgspec.structs.replace(document.meta, title=headline.title)
    markup = theme.render(
        "print/article.html.j2",
        publication=publication,
        document=msgspec.structs.replace(document, meta=meta),
        headline_size=headline.size,
        extent=theme.extent(len(document_text(part.document))),
    )
    styles = theme.stylesheet("print", publication.language)
    return finish(set_pages(markup, styles, library), publication)
