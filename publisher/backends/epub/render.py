"""The stages of an EPUB, in order: content documents, navigation, fonts, package, container."""

from publisher.backends.epub.accessibility import describe_accessibility
from publisher.backends.epub.container import write_container
from publisher.backends.epub.fonts import embed_fonts
from publisher.backends.epub.item import Item
from publisher.backends.epub.package import package_book
from publisher.cover import HEIGHT, WIDTH, design_cover, draw_jpeg, path_data
from publisher.document.text import document_text
from publisher.fonts.library import Library
from publisher.layouts import Theme
from publisher.publication import Part, Publication
from publisher.publication.openings import mark_part
from publisher.terms import terms_for

STYLESHEET = "css/style.css"


def render_epub(publication: Publication, theme: Theme, library: Library) -> bytes:
    """The EPUB of `publication`, with subsets of the fonts that its theme calls for.

    The bytes depend on nothing but the arguments and the versions of the libraries.
    """
    terms = terms_for(publication.language)
    cover = design_cover(publication, theme, library)
    documents = [_document(part, publication, theme) for part in publication.parts]
    context = {
        "publication": publication,
        "terms": terms,
        "documents": documents,
        "cover": cover,
        "path_data": path_data,
        "size": (WIDTH, HEIGHT),
    }

    def page(name: str, *properties: str) -> Item:
        markup = theme.render(f"epub/{name}.xhtml.j2", **context)
        return Item(f"text/{name}.xhtml", markup.encode(), properties)

    fonts = embed_fonts(publication, theme, library)
    styles = f"{fonts.rules}\n{theme.stylesheet('epub', publication.language)}"
    spine = [page("cover", "svg"), page("title-page"), *documents]
    navigation = Item("nav.xhtml", theme.render("epub/nav.xhtml.j2", **context).encode(), ("nav",))
    ncx = Item("toc.ncx", theme.render("epub/toc.ncx.j2", **context).encode())
    picture = Item("images/cover.jpg", draw_jpeg(cover), ("cover-image",))
    images = [Item(f"images/{file.name}", file.data) for file in publication.pictures.values()]
    resources = [Item(STYLESHEET, styles.encode()), *fonts.items, picture, *images]
    book = package_book(
        publication,
        terms,
        describe_accessibility(publication, terms),
        spine=spine,
        others=[navigation, ncx, *resources],
    )
    return write_container(book, publication)


def _document(part: Part, publication: Publication, theme: Theme) -> Item:
    marked = mark_part(part)
    markup = theme.render(
        "epub/article.xhtml.j2",
        publication=publication,
        part=marked,
        terms=terms_for(publication.language),
        extent=theme.extent(len(document_text(part.document))),
    )
    properties = ("mathml",) if "<math" in markup else ()
    return Item(f"text/{part.name}.xhtml", markup.encode(), properties)
