"""The stages of an EPUB, in order: content documents, navigation, fonts, package, container."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from publisher.backends.epub.accessibility import describe_accessibility, with_pages
from publisher.backends.epub.container import write_container
from publisher.backends.epub.fonts import EmbeddedFonts, embed_fonts
from publisher.backends.epub.formulas import FormulaPictures, picture_formulas
from publisher.backends.epub.item import Item
from publisher.backends.epub.landmarks import landmarks
from publisher.backends.epub.links import file_of_each_anchor, pointed, with_pointed_notes
from publisher.backends.epub.metadata import name_page_source
from publisher.backends.epub.package import package_book
from publisher.backends.epub.page_breaks import Marked, PageTarget, mark_pages
from publisher.backends.epub.pictures import on_paper
from publisher.backends.epub.pieces import fit_parts
from publisher.backends.epub.share import share_of
from publisher.backends.epub.style import filtered
from publisher.backends.epub.styles import Writing, for_readers
from publisher.cover import HEIGHT, WIDTH, Cover, design_cover, draw_jpeg, path_data
from publisher.document.text import plain
from publisher.fonts.library import Library
from publisher.index import with_numbers
from publisher.layouts import Theme
from publisher.pagination import Pagination
from publisher.publication import Part, Publication
from publisher.publication.openings import mark_part
from publisher.publication.roles import TITLED
from publisher.publication.upright import stand_upright
from publisher.targets import EpubRules, Target, usual_target
from publisher.terms import terms_for

STYLESHEET = "css/style.css"
_DISPLAY_OPTIONS = "META-INF/com.apple.ibooks.display-options.xml"
DRAWN_COVER = "images/cover.jpg"

_OTHER_SCRIPTS = re.compile(rb'\blang="(?:ja|zh|ar|fa|ur|he|yi)\b')
"""Languages that css/epub/scripts.css is for."""


class Epub(msgspec.Struct, frozen=True):
    """The bytes of an EPUB, and the labels of printed pages whose text is not in it."""

    data: bytes
    left_out: tuple[str, ...] = ()


def render_epub(
    publication: Publication, theme: Theme, library: Library, target: Target | None = None
) -> bytes:
    """The EPUB of `publication` without a page list, as `make_epub` gives it."""
    return make_epub(publication, theme, library, target).data


def make_epub(
    publication: Publication,
    theme: Theme,
    library: Library,
    target: Target | None = None,
    *,
    pagination: Pagination | None = None,
) -> Epub:
    """The EPUB of `publication`, with subsets of the fonts that its theme calls for.

    It keeps the rules of `target`, by default of the one for any reading system. Parts that would
    be longer than its content documents may be stand in several. With a `pagination`, it has a page
    list. The bytes depend on nothing but the arguments and the versions of the libraries.
    """
    rules = (target or usual_target("epub")).epub_rules
    theme = msgspec.structs.replace(theme, variants=rules.variants)
    terms = terms_for(publication.language)
    cover = design_cover(publication, theme, library)
    render = functools.partial(_documents, theme=theme, rules=rules)
    room = rules.document_bytes if pagination is None else _less_markers(rules.document_bytes)
    publication, documents = fit_parts(_prepared(publication), room, render)
    pages = _Templates(publication, theme, rules, cover)
    spine = [*pages.front(), *_with_contents(publication, documents, pages.navigation())]
    marked = mark_pages(spine, pagination, theme) if pagination else Marked(tuple(spine))
    navigation = pages.navigation(marked.targets)
    spine = [navigation if "nav" in each.properties else each for each in marked.documents]
    accessibility = describe_accessibility(publication, documents, terms)
    book = package_book(
        publication,
        terms,
        with_pages(accessibility, terms) if marked.targets else accessibility,
        rules,
        spine=spine,
        others=[
            *(() if "contents" in _elsewhere(publication) else (navigation,)),
            Item("toc.ncx", pages.written("toc.ncx", pages=marked.targets)),
            *_resources(publication, theme, library, rules, documents),
            *_images(publication, cover),
        ],
    )
    if pagination and marked.targets:
        name_page_source(book, pagination.source)
    beside = [Item(_DISPLAY_OPTIONS, pages.written("display-options.xml"))]
    data = write_container(book, publication, beside if rules.display_options else ())
    return Epub(data, marked.left_out)


def _less_markers(size: int) -> int:
    """The bytes of a content document before it is marked: markers are a tenth of it at most."""
    return size * 9 // 10


class _Templates:
    """The pages of an EPUB that are about the whole of it, written by the templates of a theme."""

    def __init__(
        self, publication: Publication, theme: Theme, rules: EpubRules, cover: Cover
    ) -> None:
        self._publication, self._theme, self._rules = publication, theme, rules
        self._menu = theme if rules.formulas == "mathml" else _in_words(theme)
        terms = terms_for(publication.language)
        self._context = {
            "publication": publication,
            "terms": terms,
            "landmarks": tuple(landmarks(publication, terms)),
            "cover": cover,
            "path_data": path_data,
            "size": (WIDTH, HEIGHT),
            "depth": min(rules.navigation_depth, publication.depth),
        }

    def written(self, template: str, **more: object) -> bytes:
        """What a template makes of the publication, in the characters that the target takes."""
        look = self._menu if template == "nav.xhtml" else self._theme
        markup = look.render(f"epub/{template}.j2", **self._context, **more)
        return self._rules.with_characters(markup).encode()

    def front(self) -> Iterator[Item]:
        """The cover, and the title page of a publication that has none of its own."""
        drawn = () if self._publication.cover else ("svg",)
        yield Item("text/cover.xhtml", self.written("cover.xhtml"), drawn)
        if not self._publication.has("title-page"):
            yield Item("text/title-page.xhtml", self.written("title-page.xhtml"))

    def navigation(self, pages: Sequence[PageTarget] = ()) -> Item:
        """The navigation document, with a page list where there are `pages`."""
        markup = self.written("nav.xhtml", pages=pages)
        return Item("nav.xhtml", markup, ("nav", *_held(markup.decode())))


def _prepared(publication: Publication) -> Publication:
    """`publication` with its parts as they are set, and places in its index that have numbers."""
    parts = tuple(map(mark_part, publication.parts))
    if publication.vertical:
        parts = tuple(map(stand_upright, parts))
    return msgspec.structs.replace(publication, index=with_numbers(publication.index), parts=parts)


def _documents(publication: Publication, theme: Theme, rules: EpubRules) -> tuple[Item, ...]:
    """The content document of each part but those that stand elsewhere."""
    files = file_of_each_anchor(publication)
    elsewhere = _elsewhere(publication)
    return tuple(
        _document(part, publication, files, theme, rules)
        for part in publication.parts
        if part.role not in elsewhere
    )


def _elsewhere(publication: Publication) -> frozenset[str]:
    """The roles of parts that an EPUB has as its cover and its navigation document.

    The contents of an issue say more than navigation may hold, and are a page of their own.
    """
    own = publication.kind == "issue" or not publication.has("contents")
    return frozenset(("cover",) if own else ("cover", "contents"))


def _resources(
    publication: Publication,
    theme: Theme,
    library: Library,
    rules: EpubRules,
    documents: Sequence[Item],
) -> Iterator[Item]:
    """The style sheet, the fonts and the pictures of formulas, as the rules ask for them."""
    fonts, formulas = EmbeddedFonts((), ""), FormulaPictures((), "")
    if rules.fonts == "embed":
        fonts = embed_fonts(publication, theme, library)
    if rules.formulas == "png":
        formulas = picture_formulas(publication, theme)
    sheets = _styles(publication, theme, documents, rules)
    styles = filtered(f"{fonts.rules}\n{sheets}\n{formulas.rules}", rules.css_left_out)
    yield Item(STYLESHEET, styles.encode())
    yield from fonts.items
    yield from formulas.items


def _styles(
    publication: Publication, theme: Theme, documents: Sequence[Item], rules: EpubRules
) -> str:
    """The style sheets, with those of the scripts and the writing that `documents` have."""
    writing: Writing = "vertical" if publication.vertical else publication.direction
    also = ["epub/vertical.css"] if publication.vertical else []
    if any(_OTHER_SCRIPTS.search(each.data) for each in documents):
        also.append("epub/scripts.css")
    other = b'dir="ltr"' if publication.direction == "rtl" else b'dir="rtl"'
    both = any(other in each.data for each in documents)
    sheet = theme.stylesheet("epub", publication.language, (*also, *rules.styles))
    return for_readers(sheet, writing, both=both)


def _images(publication: Publication, cover: Cover) -> Iterator[Item]:
    """The pictures, one of them that of the cover: the publication's own, or the drawn one."""
    if publication.cover is None:
        yield Item(DRAWN_COVER, draw_jpeg(cover), ("cover-image",))
    for file in publication.pictures.values():
        properties = ("cover-image",) if file.name == publication.cover else ()
        yield Item(f"images/{file.name}", on_paper(file), properties)


def _with_contents(
    publication: Publication, documents: Sequence[Item], navigation: Item
) -> list[Item]:
    """The documents, and the navigation where the publication has its contents."""
    waiting = iter(documents)
    elsewhere = _elsewhere(publication)
    return [
        navigation if part.role in elsewhere else next(waiting)
        for part in publication.parts
        if part.role != "cover"
    ]


def _document(
    part: Part,
    publication: Publication,
    files: Mapping[str, str],
    theme: Theme,
    rules: EpubRules,
) -> Item:
    publication = share_of(publication, part)
    if part.role == "notes":
        publication = with_pointed_notes(publication, part.name, files)
    headline = publication.title if part.role in TITLED else plain(part.document.meta.title)
    markup = theme.render(
        "epub/part.xhtml.j2",
        publication=publication,
        part=pointed(part, files),
        terms=terms_for(part.document.meta.language),
        size=theme.headline_classes(headline)[0],
    )
    text = rules.with_characters(markup)
    return Item(f"text/{part.name}.xhtml", text.encode(), _held(text))


def _held(markup: str) -> tuple[str, ...]:
    """What the manifest says that a document holds (EPUB 3.3, D.5)."""
    held = (("mathml", "<math"), ("svg", "<svg"))
    return tuple(name for name, start in held if start in markup)


def _in_words(theme: Theme) -> Theme:
    """`theme` for a page whose words are all that a menu shows: formulas by theirs."""
    return msgspec.structs.replace(theme, variants=("formulas-words", *theme.variants))
